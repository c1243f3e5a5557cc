"""Opening pages of the published sites."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

from playwright.sync_api import Browser, Page

HEIGHT = 800
"""Of the window, in CSS pixels."""


class Visit(Protocol):
    """Opens a page in a window, which shows it until the next is opened."""

    def __call__(self, path: str, *, width: int = 1280, has_script: bool = True, **media: str) -> Page:
        """Open a page.

        Args:
            path: below the origin, or a whole address.
            width: of the window, in CSS pixels.
            has_script: whether scripts run.
            media: what is emulated, as playwright's ``emulate_media`` has it: ``color_scheme="dark"``.
        """


@contextmanager
def visits(browser: Browser, origin: str) -> Iterator[Visit]:
    """Open pages until the context ends.

    Chromium needs longer for a new window than for a page, so there is one window with scripts and one without. Unless something
    else is said, nothing moves by itself, so that places can be measured at once.
    """
    windows: dict[bool, Page] = {}

    def visit(path: str, *, width: int = 1280, has_script: bool = True, **media: str) -> Page:
        page = windows.get(has_script)
        if page is None:
            page = windows[has_script] = browser.new_context(java_script_enabled=has_script).new_page()
        page.goto("about:blank")
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(**{"media": "screen", **_USUAL, **media})
        page.goto(path if "://" in path else f"{origin}/{path}")
        return page

    yield visit
    for window in windows.values():
        window.context.close()


_USUAL: dict[str, Any] = {"color_scheme": "light", "forced_colors": "none", "reduced_motion": "reduce"}


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
