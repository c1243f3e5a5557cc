"""What a preview answers to a request: a function of the request and of what is shown. No file is looked for; a path is a name."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import quote, unquote, urlsplit

from pipeline.languages import language
from pipeline.render import preview as render
from pipeline.render.addresses import missing_file
from pipeline.render.review import ROOM, review_page
from pipeline.render.templates import Templates
from pipeline.serve.inject import Addition, injected
from pipeline.workflow.previewing import Good, Preview

EVENTS = f"{ROOM}/events"
"""Where a page learns of changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What matters of a request."""

    method: str
    target: str
    """The path, with the query if there is one."""
    hosts: Sequence[str]
    """The Host headers."""

    @property
    def path(self) -> str:
        """The path as it was sent, with its escapes."""
        return self.target.partition("?")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What goes back."""

    status: HTTPStatus
    type: str = "text/plain; charset=utf-8"
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


def refused(request: Request, port: int) -> Answer | None:
    """Return why a request gets nothing from a server on this port of this machine; none if it may have what it asks for.

    A foreign name in the Host header comes from a page elsewhere that has let its name lead to this machine (DNS rebinding).
    """
    names = {f"{name}:{port}" for name in _NAMES} | (set(_NAMES) if port == _USUAL_PORT else set())
    if len(request.hosts) != 1:
        return _sentence(HTTPStatus.BAD_REQUEST, "A request needs one Host header.")
    if request.hosts[0].lower() not in names:
        told = f"This preview is for this machine alone: http://{_NAMES[0]}:{port}/"
        return _sentence(HTTPStatus.MISDIRECTED_REQUEST, told)
    if request.method not in {"GET", "HEAD"}:
        told = "A preview only shows; it takes GET and HEAD."
        return _sentence(HTTPStatus.METHOD_NOT_ALLOWED, told, Allow="GET, HEAD")
    return None


_NAMES = ("127.0.0.1", "localhost")
_USUAL_PORT = 80


def answer(request: Request, shown: Preview, templates: Templates) -> Answer:
    """Return what a request gets that is not refused.

    Args:
        request: the request.
        shown: what is shown at the moment.
        templates: those of the preview, and the style sheet of the pages.
    """
    path = unquote(request.path)
    if found := _own(path, templates):
        return found
    if shown.good is None:
        title, told = "There is nothing to show yet", "It comes as soon as the files can be read."
        page = render.alone(title, told, templates).encode()
        return _page(HTTPStatus.SERVICE_UNAVAILABLE, page, "", shown, templates)
    for name in _names(path, shown.good):
        file = f"{name}index.html" if name.endswith("/") or not name else name
        if (body := _body(file, shown.good, templates)) is not None:
            if file.endswith(".html"):
                return _page(HTTPStatus.OK, body, file, shown, templates)
            return Answer(status=HTTPStatus.OK, type=_type(file), body=body)
        if _body(f"{name}/index.html", shown.good, templates) is not None:
            return Answer(status=HTTPStatus.FOUND, headers={"Location": quote(f"/{name}/")})
    return _missing(path, shown, shown.good, templates)


def _own(path: str, templates: Templates) -> Answer | None:
    """What is the preview's own and no page."""
    room, _, name = path.rpartition("/")
    if room == ROOM and name in templates and name.endswith((".css", ".js")):
        return Answer(status=HTTPStatus.OK, type=_type(name), body=templates[name].encode())
    if path == "/favicon.ico":  # a browser asks for it whatever the page says
        return Answer(status=HTTPStatus.NO_CONTENT)
    return None


def _names(path: str, good: Good) -> Iterator[str]:
    """The names that a path may mean: pages that are shown at any address begin theirs with the site's own path."""
    name = path.removeprefix("/")
    yield name
    site = urlsplit(good.project.config.site_url or "").path.strip("/")
    if site and name.startswith(f"{site}/"):
        yield name.removeprefix(f"{site}/")


def _body(file: str, good: Good, templates: Templates) -> bytes | None:
    """What a file holds: one of the site's, or a review."""
    if file in good.reviews:
        source = language(good.project.config.source_language)
        return review_page(good.reviews[file], source, templates).encode()
    return good.build.files.get(file)


def _missing(path: str, shown: Preview, good: Good, templates: Templates) -> Answer:
    """What the site has for a path that leads nowhere, in the language of the folder that the path names."""
    file = missing_file(path.removeprefix("/").partition("/")[0])
    body = good.build.files.get(file) or render.alone("There is no page here", path, templates).encode()
    return _page(HTTPStatus.NOT_FOUND, body, file, shown, templates)


def _page(status: HTTPStatus, page: bytes, file: str, shown: Preview, templates: Templates) -> Answer:
    """A page with what a preview adds to it."""
    good = shown.good
    addition = Addition(
        style=f"{ROOM}/preview.css",
        script=f"{ROOM}/reload.js",
        data={"events": EVENTS, **state(shown)},
        alert=render.alert(shown.problems, templates, is_stale=good is not None),
        bar=render.bar(file, good.reviews if good else {}, templates),
    )
    return Answer(status=status, type=_type("page.html"), body=injected(page, addition))


def state(shown: Preview) -> Mapping[str, str]:
    """Return what tells what is shown from all else that may be."""
    return {"state": shown.good.state if shown.good else "", "problems": render.digest(shown.problems)}


def event(shown: Preview, templates: Templates) -> bytes:
    """Return what a page is told of what is shown, as a server-sent event (HTML Standard, 9.2)."""
    html = render.problem_list(shown.problems, templates, is_stale=shown.good is not None)
    return f"data: {json.dumps({**state(shown), 'html': html})}\n\n".encode()


_TYPES = {
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "md": "text/plain; charset=utf-8",
    "pdf": "application/pdf",
    "xml": "application/xml",
}


def _type(file: str) -> str:
    return _TYPES.get(file.rpartition(".")[2], "application/octet-stream")


def _sentence(status: HTTPStatus, told: str, **headers: str) -> Answer:
    return Answer(status=status, body=f"{told}\n".encode(), headers=headers)
