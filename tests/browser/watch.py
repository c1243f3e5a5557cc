"""Chromium looks at a page, touches all that can be touched, and tells what happened."""

import json
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.browser import shape

CHROMIUM = shutil.which("chromium")

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

_LISTEN = """
window.__refused = [];
document.addEventListener("securitypolicyviolation", event =>
  window.__refused.push(`${event.effectiveDirective} ${event.blockedURI}`), true);
"""

_LOOK = """async without => {
  const all = [...document.querySelectorAll("*")].filter(element => !without || !element.closest(without));
  const elements = all.map(element => [
    element.tagName.toLowerCase(), [...element.attributes].map(({name, value}) => [name, value])]);
  const focusable = "a, area, input, button, select, textarea, summary, details, iframe, audio, video, object, embed, "
    + "[tabindex], [contenteditable], [onfocus], [onblur]";
  for (const element of all) {
    for (const type of ["pointerover", "pointerenter", "mouseover", "mouseenter", "mousemove"])
      element.dispatchEvent(new MouseEvent(type, {bubbles: true}));
    if (element.matches(focusable)) element.focus({preventScroll: true});
    if (element.matches("details")) element.open = true;
    else if (element.matches("input, button, summary, select, label, option")) element.click();
  }
  await new Promise(resolve => setTimeout(resolve, 20));
  return JSON.stringify({elements, refused: window.__refused, marker: "hostile" in window, address: location.href,
                         frames: window.length});
}"""


@dataclass(slots=True, kw_only=True)
class Sight:
    """What happened on one page."""

    address: str
    elements: shape.Shape = field(default_factory=Counter)
    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    """Of scripts that ran."""
    said: list[str] = field(default_factory=list)
    """On the console."""
    refused: list[str] = field(default_factory=list)
    """By the Content-Security-Policy."""
    windows: list[str] = field(default_factory=list)
    """That were opened, and pages that took this one's place."""
    marked: bool = False
    """Whether a script left its mark."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium, which reaches this machine alone."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def tab(browser: Browser) -> Iterator[Page]:
    """Open a page that can be looked at."""
    context = browser.new_context()
    context.add_init_script(_LISTEN)
    try:
        yield context.new_page()
    finally:
        context.close()


def look(page: Page, address: str, *, without: str = "") -> Sight:
    """Open a page, hover, focus and click what is no link, and wait for what comes of it.

    Args:
        page: the browser's page.
        address: what to open.
        without: a selector of elements that are not looked at.
    """
    sight = Sight(address=address)
    listeners, told = _listeners(page, sight), cast("Any", page)  # which has one overload for each event
    for event, listener in listeners.items():
        told.on(event, listener)
    try:
        page.goto(address, wait_until="load")
        found = json.loads(page.evaluate(_LOOK, without))
    except Error:
        sight.windows.append("the page was left")
        return sight
    finally:
        for event, listener in listeners.items():
            told.remove_listener(event, listener)
    sight.elements = shape.shape((tag, dict(attributes)) for tag, attributes in found["elements"])
    sight.refused, sight.marked = found["refused"], found["marker"]
    sight.windows += [found["address"]] if found["address"] != address else []
    sight.windows += ["a frame"] * found["frames"]
    return sight


def _listeners(page: Page, sight: Sight) -> Mapping[str, Any]:
    def on_dialog(dialog: Any) -> None:  # noqa: ANN401 - playwright's own
        sight.dialogs.append(dialog.message)
        dialog.dismiss()

    def on_popup(popup: Page) -> None:
        sight.windows.append(popup.url)
        popup.close()

    def on_frame(frame: Any) -> None:  # noqa: ANN401 - playwright's own
        if frame == page.main_frame and frame.url != sight.address:
            sight.windows.append(frame.url)

    return {
        "dialog": on_dialog,
        "popup": on_popup,
        "framenavigated": on_frame,
        "request": lambda request: sight.requests.append(request.url),
        "pageerror": lambda error: sight.errors.append(str(error)),
        "console": lambda message: sight.said.append(message.text),
    }


def differences(sight: Sight, model: Sight) -> Sequence[str]:
    """What happened on a page that does not happen on the model's, in words."""
    return [
        *shape.added(sight.elements, model.elements),
        *shape.lost(sight.elements, model.elements),
        *(f"dialog {text!r}" for text in sight.dialogs),
        *(f"request {url}" for url in _asked(sight, model)),
        *(f"error {text!r}" for text in sight.errors),
        *(f"console {text!r}" for text in sight.said if text not in model.said),
        *(f"refused by the policy: {text}" for text in Counter(sight.refused) - Counter(model.refused)),
        *(f"window {url}" for url in sight.windows),
        *(["a script left its mark"] if sight.marked else []),
    ]


def _asked(sight: Sight, model: Sight) -> Sequence[str]:
    """The addresses that the model, were it in the page's folder, would not ask for."""
    own, other = (urlsplit(one.address).path.rpartition("/")[0] for one in (sight, model))
    expected = {
        url.replace(f"{other}/", f"{own}/", 1) if f"{other}/" in url else url for url in model.requests
    }
    return [url for url in dict.fromkeys(sight.requests) if url not in {*expected, sight.address}]
