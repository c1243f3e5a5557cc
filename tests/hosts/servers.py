"""Debian's nginx and Apache, on this machine alone, with the configuration that policyglot makes."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

APACHE_MODULES = Path("/usr/lib/apache2/modules")
PROGRAMS = {"nginx": "nginx", "apache": "apache2"}
"""By host: the program, which is Debian's package of the same name."""


def program(host: str) -> str | None:
    """Where a server is, if it is installed; Debian keeps them where not every PATH leads."""
    return shutil.which(PROGRAMS[host], path=os.pathsep.join((os.environ["PATH"], "/usr/sbin")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    """By lower-case name; those that stand there twice are joined by a comma."""
    body: bytes


@dataclass(frozen=True, slots=True)
class Served:
    """A running server."""

    port: int

    def get(self, path: str, languages: str | None = None) -> Answer:
        """Ask for a path."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            header = {} if languages is None else {"Accept-Language": languages.encode()}
            connection.request("GET", path, headers=header)
            return _answer(connection.getresponse())
        finally:
            connection.close()

    def get_while(self, path: str, work: Callable[[], None]) -> Answer:
        """Ask for a path, and do some work between the server's looking for the file and its answer.

        The request tells of a body, and to be asked for it (RFC 9110, 10.1.1). Both servers look for the file first, and
        then ask. nginx has opened it by then, and Apache knows no more than its length.
        """
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as asking:
            lines = (f"GET {path} HTTP/1.1", "Host: localhost", "Expect: 100-continue", "Content-Length: 1")
            asking.sendall("".join(f"{line}\r\n" for line in (*lines, "")).encode())
            told = b""
            while not told.endswith(b"\r\n\r\n"):
                told += asking.recv(1)
            assert told.startswith(b"HTTP/1.1 100 "), told
            work()
            asking.sendall(b".")
            answer = HTTPResponse(asking, method="GET")
            answer.begin()
            return _answer(answer)


def _answer(response: HTTPResponse) -> Answer:
    found: dict[str, str] = {}
    for name, value in response.getheaders():
        known = found.get(name.lower())
        found[name.lower()] = value if known is None else f"{known}, {value}"
    return Answer(status=response.status, headers=found, body=response.read())


@contextmanager
def serve(host: str, folder: Path, told: str) -> Iterator[Served]:
    """Run a server for the time of a test.

    Args:
        host: `nginx` or `apache`.
        folder: where it may write; everybody has to be able to read there.
        told: the configuration that policyglot made.
    """
    port = _free_port()
    command, check = _COMMANDS[host](folder, told, port)
    checked = subprocess.run(check, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            _wait(process, port)
            yield Served(port)
        finally:
            process.terminate()


def _nginx(folder: Path, told: str, port: int) -> tuple[list[str], list[str]]:
    assert told.count("listen 80;") == 1
    (folder / "site.conf").write_text(
        told.replace("listen 80;", f"listen 127.0.0.1:{port};"), encoding="utf-8"
    )
    temporary = " ".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"{'user nobody nogroup;' if os.getuid() == 0 else ''}\n"
        f"daemon off;\nworker_processes 1;\npid {folder}/pid;\nerror_log stderr;\nevents {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; {temporary} include {folder}/site.conf; }}\n",
        encoding="utf-8",
    )
    command = [str(program("nginx")), "-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    return command, [*command, "-t"]


def _apache(folder: Path, told: str, port: int) -> tuple[list[str], list[str]]:
    assert told.count("<VirtualHost *:80>") == 1
    modules = ("mpm_event", "authz_core", "dir", "headers", "mime", "rewrite")
    (folder / "apache.conf").write_text(
        "\n".join(
            (
                f'ServerRoot "{folder}"',
                "ServerName localhost",
                *(f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in modules),
                f"Listen 127.0.0.1:{port}",
                f"PidFile {folder}/pid",
                "ErrorLog /dev/stderr",
                "TypesConfig /etc/mime.types",
                *(["User nobody", "Group nogroup"] if os.getuid() == 0 else []),
                # Debian's own, in apache2.conf.
                "<Directory />",
                "Options FollowSymLinks",
                "AllowOverride None",
                "Require all denied",
                "</Directory>",
                told.replace("*:80", f"127.0.0.1:{port}"),
            )
        ),
        encoding="utf-8",
    )
    command = [str(program("apache")), "-f", str(folder / "apache.conf")]
    return [*command, "-DFOREGROUND"], [*command, "-t"]


_COMMANDS: Mapping[str, Callable[[Path, str, int], tuple[list[str], list[str]]]] = {
    "nginx": _nginx,
    "apache": _apache,
}


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    for _ in range(200):
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None, process.stderr and process.stderr.read().decode()
        time.sleep(0.05)
    raise TimeoutError
