"""All that can be reached is reached with the Tab key, in the document's order, and can be seen there."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.archived import ARABIC, LAST_RELEASE
from tests.browser.colours import COLOURS
from tests.browser.published import COMPLETE, KINDS, MIXED, POLICIES
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

WALKED = (
    f"{COMPLETE}/en/privacy/index.html",
    f"{COMPLETE}/ar/privacy/index.html",
    f"{COMPLETE}/ko/privacy/index.html",
    f"{COMPLETE}/ko/index.html",
    f"{COMPLETE}/ko/404.html",
    f"{COMPLETE}/index.html",
    f"{MIXED}/ko/privacy/index.html",
    f"{MIXED}/status/index.html",
    *KINDS[1:],
    LAST_RELEASE,
    *(
        f"{ARABIC}/{tag}/privacy/{name}/index.html"
        for tag in ("ko", "ar")
        for name in ("history", "changes/1.1..2.0")
    ),
)

_REACHABLE = """() => {
  window.reachable = [...document.querySelectorAll(
    'a[href], summary, button, select, textarea, input:not([disabled]), [tabindex="0"]')]
    .filter(element => element.checkVisibility({visibilityProperty: true}));
  return reachable.map(element => element.id || element.className || element.textContent.trim().slice(0, 40));
}"""

_FOCUSED = """() => {
  document.getAnimations().forEach(animation => animation.finish());
  const element = document.activeElement, style = getComputedStyle(element), wrong = [];
  const part = [...element.getClientRects()].find(rect => rect.width && rect.height);
  const [left, right] = [Math.max(part.left, 0), Math.min(part.right, innerWidth)];
  const [top, bottom] = [Math.max(part.top, 0), Math.min(part.bottom, innerHeight)];
  if (left >= right || top >= bottom) wrong.push("outside of the window");
  else {
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (!element.contains(hit)) wrong.push(`covered by ${hit && hit.outerHTML.slice(0, 60)}`);
  }
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1) wrong.push("no outline");
  else if (contrast(style.outlineColor, ground(element.parentElement)) < 3) wrong.push("a faint outline");
  for (let one = element; one; one = one.parentElement)
    if (getComputedStyle(one).opacity < 0.5) wrong.push("transparent");
  return {index: reachable.indexOf(element), wrong};
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", WALKED)
def test_the_tab_key_walks_through_the_page(path: str, width: int, visit: Visit) -> None:
    page = visit(path, width=width)
    page.evaluate(COLOURS)
    names = page.evaluate(_REACHABLE)
    steps = [_tab(page) for _ in names]
    assert [step["index"] for step in steps] == list(range(len(names)))
    wrong = {
        f"{number} {name}": step["wrong"]
        for number, (name, step) in enumerate(zip(names, steps, strict=True))
        if step["wrong"]
    }
    assert wrong == {}


def _tab(page: Page) -> Any:  # noqa: ANN401 - JSON
    page.keyboard.press("Tab")
    return page.evaluate(_FOCUSED)


def test_the_walk_leads_through_all_kinds_of_places(visit: Visit) -> None:
    page = visit(POLICIES[0])
    page.evaluate(_REACHABLE)
    counted = page.evaluate(
        """() => Object.fromEntries([".skip", "#_languages a", "summary", "#_contents a", ".permalink", ".table"]
        .map(selector => [selector, reachable.filter(element => element.matches(selector)).length]))"""
    )
    assert counted.pop("#_languages a") >= 2
    assert counted == {".skip": 1, "summary": 1, "#_contents a": 12, ".permalink": 14, ".table": 3}


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("outline = 'none'", "no outline"),
        ("outlineColor = 'rgb(128 128 128 / 20%)'", "a faint outline"),
        ("opacity = '0'", "transparent"),
        ("position = 'absolute'; element.style.left = '-99rem'", "outside of the window"),
    ],
)
def test_a_fault_is_seen(fault: str, told: str, visit: Visit) -> None:
    page = visit(f"{COMPLETE}/ko/privacy/index.html")
    page.evaluate(COLOURS)
    page.evaluate(_REACHABLE)
    page.evaluate(f"() => {{ const element = reachable[2]; element.style.{fault}; }}")
    page.evaluate("() => reachable[1].focus()")
    assert told in _tab(page)["wrong"]


_HEADING = "id => document.getElementById(id).getBoundingClientRect().top"


@pytest.mark.parametrize("width", [360, 1280])
def test_a_link_of_the_contents_leads_to_its_section(width: int, visit: Visit) -> None:
    page = visit(f"{COMPLETE}/ko/privacy/index.html", width=width)
    link = page.locator("#_contents a", has_text="3.")
    link.first.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#3-sharing-collected-information")
    assert 0 <= page.evaluate(_HEADING, "3-sharing-collected-information") <= 60
    page.keyboard.press("Tab")
    assert (
        page.evaluate("() => document.activeElement.getAttribute('href')")
        == "#3-sharing-collected-information"
    )
    assert page.evaluate("() => document.activeElement.className") == "permalink"


@pytest.mark.parametrize(
    "path", [POLICIES[0], f"{COMPLETE}/ar/privacy/index.html", f"{COMPLETE}/ko/index.html"]
)
def test_the_first_link_skips_to_the_text(path: str, visit: Visit) -> None:
    page = visit(path)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#_main")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")
