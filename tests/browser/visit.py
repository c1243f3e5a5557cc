"""Opening pages of the published sites, each as if for the first time."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

from playwright.sync_api import Browser, Page

HEIGHT = 800
"""Of the window, in CSS pixels."""


class Visit(Protocol):
    """Opens a page in a window of its own."""

    def __call__(self, path: str, *, width: int = 1280, **options: Any) -> Page:  # noqa: ANN401 - playwright's own
        """Open a page.

        Args:
            path: below the origin, or a whole address.
            width: of the window, in CSS pixels.
            options: of a browser context, such as ``color_scheme="dark"``.
        """


@contextmanager
def visits(browser: Browser, origin: str) -> Iterator[Visit]:
    """Open pages until the context ends."""
    with ExitStack() as stack:

        def visit(path: str, *, width: int = 1280, **options: Any) -> Page:  # noqa: ANN401
            size = {"width": width, "height": HEIGHT}
            # Nothing moves by itself, so that places can be measured at once.
            context = browser.new_context(**{"viewport": size, "reduced_motion": "reduce", **options})
            stack.callback(context.close)
            page = context.new_page()
            page.goto(path if "://" in path else f"{origin}/{path}")
            return page

        yield visit


@dataclass(slots=True, kw_only=True)
class Record:
    """What a page asks for and says while it is open."""

    requests: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """Errors and warnings on the console, errors of scripts, and requests that fail."""


def record(page: Page) -> Record:
    """Keep what happens on a page from now on."""
    kept = Record()
    page.on("request", lambda request: kept.requests.append(request.url))
    page.on("requestfailed", lambda request: kept.problems.append(f"failed: {request.url}"))
    page.on("pageerror", lambda error: kept.problems.append(f"error: {error}"))
    page.on(
        "response",
        lambda answer: kept.problems.append(f"{answer.status}: {answer.url}") if not answer.ok else None,
    )
    page.on(
        "console",
        lambda said: (
            kept.problems.append(f"{said.type}: {said.text}") if said.type in {"error", "warning"} else None
        ),
    )
    return kept
