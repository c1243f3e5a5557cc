"""On paper, in the dark and in colours of the reader's own, the page is what it is."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.colours import COLOURS
from tests.browser.published import COMPLETE, DASHBOARDS, KINDS, MIXED, POLICIES
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

PAPER = 642
"""The width of an A4 page between margins of 20 mm, in CSS pixels."""

_SEEN = """() => {
  const seen = selector => [...document.querySelectorAll(selector)].filter(element => element.checkVisibility()).length;
  return {navigation: seen("nav, .skip, footer.bar, header.bar, .permalink"), title: seen("h1"), notices: seen(".notices"),
    text: seen("article p"), wide: document.scrollingElement.scrollWidth, room: innerWidth,
    overflow: [...new Set([...document.querySelectorAll(".table")].map(region => getComputedStyle(region).overflowX))],
    cells: Math.max(...[...document.querySelectorAll("td, th")].map(cell => cell.getBoundingClientRect().right)),
  };
}"""

_COLOURS = """() => {
  const all = [...document.querySelectorAll("main *")].filter(element => element.checkVisibility()
    && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()));
  return {ground: luminance(ground(document.body)), grounds: all.map(element => luminance(ground(element))),
    texts: all.map(element => luminance(getComputedStyle(element).color)),
    contrast: Math.min(...all.map(element => contrast(getComputedStyle(element).color, ground(element))))};
}"""


def _colours(page: Page) -> Any:  # noqa: ANN401 - JSON
    page.evaluate(COLOURS)
    return page.evaluate(_COLOURS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*POLICIES, *KINDS, f"{MIXED}/ko/privacy/index.html"])
def test_paper_shows_the_text_alone_in_black_on_white(path: str, scheme: str, visit: Visit) -> None:
    page = visit(path, width=PAPER, color_scheme=scheme)
    page.emulate_media(media="print")
    seen = page.evaluate(_SEEN)
    assert (seen["navigation"], seen["title"], seen["notices"]) == (0, 1, 0 if "/en/" in path else 1)
    assert seen["text"] > 5
    assert seen["overflow"] == ["visible"]
    assert seen["wide"] <= seen["room"]
    assert seen["cells"] <= PAPER
    colours = _colours(page)
    assert colours["ground"] == 1
    assert max(colours["texts"]) < 0.05


def test_paper_tells_where_links_lead(visit: Visit) -> None:
    page = visit(KINDS[0])
    page.emulate_media(media="print")
    address = "() => getComputedStyle(document.querySelector('article a[href$=terms]'), '::after').content"
    assert page.evaluate(address) == '" (https://legal.example.com/terms)"'


@pytest.mark.parametrize("path", [POLICIES[0], f"{COMPLETE}/ar/privacy/index.html", KINDS[0]])
def test_a_page_can_be_made_a_pdf(path: str, visit: Visit) -> None:
    assert visit(path).pdf(format="A4").startswith(b"%PDF-")


@pytest.mark.parametrize(
    "path",
    [
        POLICIES[0],
        f"{COMPLETE}/index.html",
        f"{COMPLETE}/ko/index.html",
        f"{COMPLETE}/ko/404.html",
        f"{MIXED}/ar/privacy/index.html",
        KINDS[0],
        *DASHBOARDS[1:],
    ],
)
def test_the_dark_is_dark_and_the_light_is_light(path: str, visit: Visit) -> None:
    dark, light = (_colours(visit(path, color_scheme=scheme)) for scheme in ("dark", "light"))
    assert dark["ground"] < 0.05
    assert max(dark["grounds"]) < 0.1
    assert min(dark["texts"]) > 0.25
    assert light["ground"] > 0.9
    assert min(light["grounds"]) > 0.75
    assert max(light["texts"]) < 0.2
    assert min(dark["contrast"], light["contrast"]) >= 4.5


_MARKS = """() => {
  const border = element => {
    const style = getComputedStyle(element);
    return Math.max(...["Left", "Right", "Top", "Bottom"].map(side =>
      style[`border${side}Style`] === "none" ? 0 : parseFloat(style[`border${side}Width`])));
  };
  return {marks: [...document.querySelectorAll("article .untranslated")].map(border),
    notice: border(document.querySelector(".notices")), colours: matchMedia("(forced-colors: active)").matches,
    mark: getComputedStyle(document.querySelector("article .untranslated")).borderInlineStartColor,
    ground: getComputedStyle(document.body).backgroundColor};
}"""


@pytest.mark.parametrize("tag", ["ko", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_and_focus_stay_where_the_reader_chooses_the_colours(
    tag: str, scheme: str, visit: Visit
) -> None:
    page = visit(f"{MIXED}/{tag}/privacy/index.html", forced_colors="active", color_scheme=scheme)
    marks = page.evaluate(_MARKS)
    assert marks["colours"]
    assert len(marks["marks"]) > 30
    assert min(marks["marks"]) >= 2
    assert marks["notice"] >= 1
    assert marks["mark"] != marks["ground"]
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    outline = page.evaluate(
        "() => { const style = getComputedStyle(document.activeElement); return [style.outlineStyle, style.outlineWidth]; }"
    )
    assert outline == ["solid", "2px"]


def test_the_language_of_the_page_is_marked_by_more_than_a_colour(visit: Visit) -> None:
    page = visit(f"{COMPLETE}/ko/privacy/index.html")
    weights = page.evaluate(
        """() => [...document.querySelectorAll("#_languages a")]
        .map(link => [link.matches("[aria-current=page]"), Number(getComputedStyle(link).fontWeight)])"""
    )
    assert {weight > 500 for is_current, weight in weights if is_current} == {True}
    assert {weight > 500 for is_current, weight in weights if not is_current} == {False}


def test_nothing_moves_for_who_wants_no_motion(visit: Visit) -> None:
    still, moving = (
        visit(POLICIES[0], reduced_motion=motion).evaluate(
            "() => getComputedStyle(document.documentElement).scrollBehavior"
        )
        for motion in ("reduce", "no-preference")
    )
    assert (still, moving) == ("auto", "smooth")
