"""HTTP on this machine: requests become values, answers are sent, and pages that wait for changes are kept waiting.

The standard library's server is made for just this: see docs/decisions/0014-preview.md. Nothing of an answer is a file.
"""

import sys
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from pipeline.render.templates import Templates
from pipeline.serve.answer import EVENTS, Answer, Request, answer, event, refused
from pipeline.serve.stage import Stage

HOST = "127.0.0.1"

_PULSE = 10.0
"""Seconds after which a page that waits is sent a sign of life, so that one that has gone is noticed."""
_PATIENCE = 30.0
"""Seconds that a browser may take to ask for something."""


def server(port: int, stage: Stage, templates: Templates) -> "Server":
    """Return a server that has taken a port of this machine, and answers as soon as it is told to.

    Raises:
        OSError: the port cannot be had.
    """
    return Server((HOST, port), partial(_Handler, stage, templates))


class Server(ThreadingHTTPServer):
    """A server that is quiet about browsers that hang up."""

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - the base class's own
        """Tell of an error, unless it is the other side's."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _PATIENCE

    def __init__(self, stage: Stage, templates: Templates, *arguments: Any) -> None:  # noqa: ANN401 - the base class's own
        self._stage, self._templates = stage, templates
        super().__init__(*arguments)

    def do_GET(self) -> None:
        request = Request(
            method=self.command, target=self.path, hosts=tuple(self.headers.get_all("Host") or ())
        )
        port = self.server.server_address[1]  # type: ignore[index]
        if denied := refused(request, int(port)):
            self.close_connection = True  # what else the request holds is not read
            self._send(denied)
        elif request.path == EVENTS:
            self._follow()
        else:
            self._send(answer(request, self._stage.preview, self._templates))

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_GET  # noqa: N815 - the base class's names

    def _send(self, found: Answer) -> None:
        length = {"Content-Length": str(len(found.body))} if found.status is not HTTPStatus.NO_CONTENT else {}
        self._head(found.status, {"Content-Type": found.type, **length, **found.headers})
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(found.body)

    def _follow(self) -> None:
        """Tell a page of what is shown, and of each change, until it hangs up."""
        self.close_connection = True
        self._head(HTTPStatus.OK, {"Content-Type": "text/event-stream"})
        self.end_headers()
        seen = self._stage.preview
        self.wfile.write(event(seen, self._templates))
        while self.command == "GET":
            shown = self._stage.wait(seen, _PULSE)
            self.wfile.write(b":\n\n" if shown is seen else event(shown, self._templates))
            seen = shown

    def _head(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, **_ALWAYS}.items():
            self.send_header(name, value)

    def version_string(self) -> str:
        """Name the program."""
        return "policyglot"

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing of requests."""


_ALWAYS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""With each answer: nothing is kept, framed, or taken over by pages from elsewhere."""

__all__ = ["HOST", "Server", "server"]
