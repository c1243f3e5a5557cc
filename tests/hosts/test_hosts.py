"""nginx and Apache do what they are told: each reader gets the right page, with the right headers, from one build."""

import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from pipeline.cli import main
from pipeline.model import Diagnostic
from pipeline.project.digest import site_digest
from pipeline.project.published import publish_folder, roll_back_folder
from tests.browser.server import POLICY
from tests.folders import fill, online
from tests.hosts.servers import PROGRAMS, Served, program, serve
from tests.negotiation import CASES, LOCALES

pytestmark = pytest.mark.hosts

HOSTS = [
    pytest.param(
        host,
        marks=pytest.mark.skipif(
            program(host) is None, reason=f"{name} is not installed; Debian has it as {name}"
        ),
    )
    for host, name in PROGRAMS.items()
]


def source(state: str) -> str:
    return f"---\ntitle: Terms\n---\n\n{state}\n"


def command(project: Path, *arguments: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["-C", str(project), *arguments])
    assert stopped.value.code == 0


@pytest.fixture(params=["", "legal/"], ids=["at the root", "in a folder"])
def project(request: pytest.FixtureRequest) -> Iterator[Path]:
    """A project in the languages of the cases, published once, where every user can read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        path = request.param
        catalogs = {f"locales/{locale}/LC_MESSAGES/terms.po": "" for locale in LOCALES[1:]}
        settings = f'[tool.policyglot]\nsite-url = "https://policies.example/{path}"\n'
        fill(
            folder / "project",
            {"source/terms.md": source("Be kind."), "pyproject.toml": settings, **catalogs},
        )
        command(folder / "project", "publish", str(folder / "www" / (path or "legal/")))
        yield folder


@pytest.fixture(params=HOSTS)
def served(
    request: pytest.FixtureRequest, project: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[tuple[Served, Path, str]]:
    """A server, the folder that is published, and the path of the site on it."""
    site, path = project / "www" / "legal", f"/{request.node.callspec.params['project']}"
    capsys.readouterr()
    command(
        project / "project", "hosting", request.param, "--root", str(site if path == "/" else site.parent)
    )
    told = capsys.readouterr().out
    with serve(request.param, project, told) as server:
        yield server, site, path


def test_a_server_does_what_it_is_told(served: tuple[Served, Path, str]) -> None:
    server, site, path = served
    readers_get_their_language(server, path)
    pages_come_as_they_are(server, site, path)
    what_is_not_there_is_told_in_the_language_of_its_folder(server, site, path)
    nothing_else_is_shown(server, site, path)
    a_site_whose_build_has_no_name_is_served(server, site, path)
    what_stands_in_place_of_the_link_is_served(server, site, path)


def readers_get_their_language(server: Served, path: str) -> None:
    headers: list[tuple[str | None, str | None]] = [*CASES.items(), (None, None)]
    for header, tag in headers:
        answer = server.get(path, header)
        assert answer.headers["vary"] == "Accept-Language", header
        if tag is None:
            assert (answer.status, b"<h1>Languages</h1>" in answer.body) == (200, True), header
        else:
            where = answer.headers["location"].removeprefix(f"http://127.0.0.1:{server.port}")
            assert (answer.status, where) == (302, f"{path}{tag}/"), header
        assert "max-age" not in answer.headers["cache-control"]
    assert server.get(f"{path}?a=ko", "ko").headers["location"].partition("?")[0].endswith(f"{path}ko/")
    assert server.get(f"{path}index.html", "ko").status == 200
    assert "vary" not in server.get(f"{path}index.html", "ko").headers


def pages_come_as_they_are(server: Served, site: Path, path: str) -> None:
    types = {"html": "text/html", "css": "text/css", "md": "text/markdown", "json": "application/json"}
    for name, data in online(site).items():
        answer = server.get(f"{path}{name}", "ko")
        assert (answer.status, answer.body) == (200, data), name
        ending = name.rpartition(".")[2]
        if ending in types:
            assert (
                answer.headers["content-type"].lower().replace("; ", ";") == f"{types[ending]};charset=utf-8"
            )
        kept = "public, max-age=31536000, immutable" if name.startswith("assets/") else "no-cache"
        assert answer.headers["cache-control"] == kept, name
        assert answer.headers["content-security-policy"] == POLICY
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
    assert server.get(f"{path}ko/").body == (site / "ko" / "index.html").read_bytes()
    assert server.get(f"{path}ko").status == 301


def what_is_not_there_is_told_in_the_language_of_its_folder(server: Served, site: Path, path: str) -> None:
    for gone, tag in {
        "ko/gone/": "ko",
        "ko/gone.md": "ko",
        "ko/gone%3Fx": "ko",
        "ko/%ED%95%9C/": "ko",
        "zh-Hans/terms/gone.html": "zh-Hans",
        "pt-PT/x": "pt-PT",
        "assets/gone.css": "en",
        "gone": "en",
    }.items():
        answer = server.get(f"{path}{gone}", "ar")
        assert (answer.status, answer.body) == (404, (site / tag / "404.html").read_bytes()), gone
        assert answer.headers["cache-control"] == "no-cache"
        assert answer.headers["content-security-policy"] == POLICY


def nothing_else_is_shown(server: Served, site: Path, path: str) -> None:
    nothing_of_the_builds_is_shown(server, path)
    assert (site.parent / "legal.builds" / "publications.jsonl").is_file()
    assert (site / ".build").read_bytes() == b"000001\n"
    for name in (".build", "./.build", "%2Ebuild", "/.build", "ko/../.build"):
        answer = server.get(f"{path}{name}")
        assert (answer.status, answer.body) == (404, (site / "en" / "404.html").read_bytes()), name


def nothing_of_the_builds_is_shown(server: Served, path: str) -> None:
    for name in (
        "legal.builds/",
        "legal.builds/publications.jsonl",
        "legal.builds/000001/index.html",
        "legal.builds/000001/.build",
        "../project/pyproject.toml",
    ):
        for where in (f"/{name}", f"{path}{name}", f"{path}../{name}"):
            assert server.get(where).status in {400, 403, 404}, where


def a_site_whose_build_has_no_name_is_served(server: Served, site: Path, path: str) -> None:
    """Older versions gave no names."""
    (site / ".build").unlink()
    pages_come_as_they_are(server, site, path)
    nothing_of_the_builds_is_shown(server, path)


def what_stands_in_place_of_the_link_is_served(server: Served, site: Path, path: str) -> None:
    """A folder that somebody copied there may hold the name of a build."""
    build = site.resolve()
    site.unlink()
    shutil.copytree(build, site)
    fill(site, {".build": f"{build.name}\n", "en/index.html": "새 것\n"})
    assert server.get(f"{path}en/").body == "새 것\n".encode()


def test_while_it_is_published_a_page_is_of_one_build(served: tuple[Served, Path, str]) -> None:
    server, site, path = served
    project = site.parent.parent / "project"
    pages = {"first": (site / "en" / "terms" / "index.html").read_bytes()}
    stop, wrong, counted = threading.Event(), [], []

    def read() -> None:
        while not stop.is_set():
            answer = server.get(f"{path}en/terms/index.html")
            counted.append(answer.status)
            if (
                answer.status != 200
                or not answer.body.endswith(b"</html>\n")
                or answer.body.count(b"<article") != 1
            ):
                wrong.append(answer)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(8):
            fill(project, {"source/terms.md": source(f"Be kind, {number} times.")})
            command(project, "publish", os.fspath(site))
            now = (site / "en" / "terms" / "index.html").read_bytes()
            assert server.get(f"{path}en/terms/index.html").body == now
            pages[str(number)] = now
    finally:
        stop.set()
        reader.join()
    assert wrong == []
    assert len(counted) > len(pages)
    assert len(set(pages.values())) == 9


def test_a_page_that_is_asked_for_when_the_site_is_switched_is_the_one_before(
    served: tuple[Served, Path, str],
) -> None:
    server, site, path = served
    file = "en/terms/index.html"
    files, account = online(site), {"version": 1, "action": "publish"}

    def put(page: bytes) -> None:
        contents = {**files, file: page}
        publish_folder(site, contents, {**account, "site": site_digest(contents)}, silent)

    def longer() -> None:
        put("한\u2028".encode() * 20_000 + files[file])

    def shorter() -> None:
        put("한".encode())

    def back() -> None:
        roll_back_folder(site, account, silent)

    for name in ("en/terms/", file):
        for switch in (longer, back, longer, shorter, back, shorter):
            before = (site / file).read_bytes()
            answer = server.get_while(f"{path}{name}", switch)
            assert (answer.status, answer.body) == (200, before), (name, switch)
            now = (site / file).read_bytes()
            assert now != before
            assert server.get(f"{path}{name}").body == now


def silent(problem: Diagnostic) -> NoReturn:
    raise AssertionError(problem)
