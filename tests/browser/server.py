"""A folder, served on this machine alone, with a Content-Security-Policy or without one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)

_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f00010501012718e366"
    "0000000049454e44ae426082"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server."""

    origin: str
    asked: list[str] = field(default_factory=list)
    """The paths that were asked for, in their order."""


@contextmanager
def serve(folder: Path, policy: str | None) -> Iterator[Server]:
    """Serve a folder as long as the context lasts."""
    asked: list[str] = []
    handler = partial(_Handler, asked, policy, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, daemon=True)
        thread.start()
        try:
            yield Server(origin=f"http://127.0.0.1:{httpd.server_port}", asked=asked)
        finally:
            httpd.shutdown()
            thread.join()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, asked: list[str], policy: str | None, *arguments: Any, directory: str) -> None:  # noqa: ANN401 - the base class's own
        self._asked, self._policy = asked, policy
        super().__init__(*arguments, directory=directory)

    def do_GET(self) -> None:
        self._asked.append(self.path)
        if self.path == "/favicon.ico":
            # A browser asks for it when it likes; an answer of 404 would stand on the console of whatever page is open.
            self.send_response(204)
            self.end_headers()
            return
        if not self.path.endswith(".png"):
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.end_headers()
        self.wfile.write(_PIXEL)

    def end_headers(self) -> None:
        if self._policy:
            self.send_header("Content-Security-Policy", self._policy)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing; the requests are kept."""
