"""What changed between two versions is seen, heard, printed and reached with the keyboard, in Korean and in Arabic."""

from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.archived import ARABIC, COMPARISONS, DRAFT, TAGS
from tests.browser.colours import COLOURS
from tests.browser.visit import HEIGHT, Visit

pytestmark = pytest.mark.browser

SECOND = {tag: f"{ARABIC}/{tag}/privacy/changes/1.1..2.0/index.html" for tag in TAGS}
"""The comparison that has a change of each kind but an addition, by language."""

_SIDES = """() => {
  const isRight = document.documentElement.dir === "rtl", box = element => element.getBoundingClientRect();
  // How far one thing begins behind another, in the direction of reading.
  const behind = (one, other) => isRight ? box(other).right - box(one).right : box(one).left - box(other).left;
  const start = isRight ? "Right" : "Left", end = isRight ? "Left" : "Right";
  const pairs = [...document.querySelectorAll(".inline del")].map(gone => [gone, gone.nextSibling])
    .filter(([, next]) => next?.nodeName === "INS")
    .filter(([gone, next]) => gone.getClientRects().length === 1 && next.getClientRects().length === 1
      && Math.abs(box(gone).top - box(next).top) < 3);
  return {
    columns: [...document.querySelectorAll(".beside tr")].filter(row => row.children.length === 2)
      .map(row => behind(row.children[1], row.children[0])),
    pairs: pairs.map(([gone, next]) => behind(next, gone)),
    bars: [...document.querySelectorAll(".inline :is(p, h3, h4):is(.changed, .gone, .moved-here)")].map(one => {
      const style = getComputedStyle(one);
      return [parseFloat(style[`border${start}Width`]), parseFloat(style[`border${end}Width`])];
    }),
    outside: behind(document.querySelector(".inline p.same"), document.querySelector(".inline p.changed")),
    numbers: behind(document.querySelector(".changes li a"), document.querySelector(".changes ol")),
  };
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("tag", TAGS)
def test_what_was_stands_before_what_is(tag: str, width: int, visit: Visit) -> None:
    """On the left in Korean and on the right in Arabic, in the table and in the text; bars stand where lines begin."""
    sides = visit(SECOND[tag], width=width).evaluate(_SIDES)
    assert len(sides["columns"]) == 7
    assert min(sides["columns"]) > 100
    assert sides["pairs"] != []
    assert min(sides["pairs"]) > 0
    assert len(sides["bars"]) == 7
    assert {tuple(bar) for bar in sides["bars"]} == {(3, 0)}
    assert sides["outside"] == 16
    assert sides["numbers"] > 0


def test_a_page_that_is_not_mirrored_is_seen(visit: Visit) -> None:
    page = visit(SECOND["ar"])
    page.evaluate("() => document.body.dir = 'ltr'")
    sides = page.evaluate(_SIDES)
    assert max(sides["columns"]) < 0
    assert min(sides["pairs"]) < 0
    assert {tuple(bar) for bar in sides["bars"]} == {(0, 3)}


def test_a_telephone_number_is_read_from_left_to_right_in_arabic(visit: Visit) -> None:
    page = visit(SECOND["ar"])
    number = page.locator(".inline bdi", has_text="+44")
    assert number.inner_text() == "+44 1632 960123"
    places = number.evaluate("""element => [...element.firstChild.data].map((_, place) => {
      const range = new Range();
      range.setStart(element.firstChild, place);
      range.setEnd(element.firstChild, place + 1);
      return range.getBoundingClientRect().left;
    })""")
    assert places == sorted(places)


_SCROLLED = """region => ({
  wide: region.scrollWidth, room: region.clientWidth, place: Math.abs(region.scrollLeft),
  page: document.scrollingElement.scrollWidth - innerWidth,
  names: [...region.querySelectorAll("[scope=rowgroup] a")].map(name => name.getBoundingClientRect().toJSON())
})"""


@pytest.mark.parametrize(("tag", "key"), [("ko", "ArrowRight"), ("ar", "ArrowLeft")])
def test_the_table_is_scrolled_by_the_keyboard_and_alone(tag: str, key: str, visit: Visit) -> None:
    page = visit(SECOND[tag], width=320)
    region = page.locator(".beside .table")
    page.locator(".changes a").last.focus()
    page.keyboard.press("Tab")
    assert region.evaluate("region => region === document.activeElement")
    before = region.evaluate(_SCROLLED)
    assert before["wide"] > before["room"]
    for _ in range(20):
        page.keyboard.press(key)
    page.wait_for_function("() => Math.abs(document.activeElement.scrollLeft) > 100")
    after = region.evaluate(_SCROLLED)
    assert (before["place"], before["page"], after["page"]) == (0, 0, 0)
    # The names of the changes stay in sight.
    for name in after["names"]:
        assert 0 <= name["left"] < name["right"] <= 320


def test_the_table_is_not_scrolled_where_there_is_room(visit: Visit) -> None:
    for tag in TAGS:
        found = visit(SECOND[tag]).locator(".beside .table").evaluate(_SCROLLED)
        assert found["wide"] == found["room"]


@pytest.mark.parametrize("start", [".changes", ".beside"])
@pytest.mark.parametrize("tag", TAGS)
def test_a_link_to_a_change_brings_it_into_view_and_marks_it(tag: str, start: str, visit: Visit) -> None:
    page = visit(SECOND[tag], width=360)
    links = page.locator(f"{start} a")
    assert links.count() == 5
    for number in range(1, 6):
        links.nth(number - 1).focus()
        page.keyboard.press("Enter")
        assert page.url.endswith(f"#change-{number}")
        box, ground, others = page.evaluate("""() => {
          const place = document.querySelector(":target").parentElement, colour = one => getComputedStyle(one).backgroundColor;
          const marked = [...document.querySelectorAll(".inline :is(p, h3, h4, li, td)")].filter(one => colour(one) === colour(place));
          return [place.getBoundingClientRect().toJSON(), colour(place), marked.length];
        }""")
        assert 0 <= box["top"] < box["bottom"] <= HEIGHT
        assert (ground, others) == ("rgb(255, 243, 196)", 1)


_MARKS = """() => {
  const all = [...document.querySelectorAll("ins, del")];
  const lines = name => [...new Set(all.filter(one => one.localName === name)
    .map(one => getComputedStyle(one).textDecorationLine))];
  return {ins: lines("ins"), del: lines("del"), seen: all.every(one => one.checkVisibility()),
    contrast: Math.min(...all.map(one => contrast(getComputedStyle(one).color, ground(one)))),
    luminance: all.map(one => luminance(getComputedStyle(one).color)),
  };
}"""


def _marks(page: Page, **media: Any) -> Mapping[str, Any]:  # noqa: ANN401 - playwright's own
    page.emulate_media(**media)
    page.evaluate(COLOURS)
    found: Mapping[str, Any] = page.evaluate(_MARKS)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*COMPARISONS, f"{DRAFT}/ko/privacy/changes/2.0..draft/index.html"])
def test_marks_are_lines_and_not_colours_alone(path: str, scheme: str, visit: Visit) -> None:
    page = visit(path)
    usual = _marks(page, color_scheme=scheme)
    chosen = _marks(page, color_scheme=scheme, forced_colors="active")
    for marks in (usual, chosen, paper := _marks(page, media="print", forced_colors="none")):
        assert (marks["ins"], marks["del"], marks["seen"]) == (["underline"], ["line-through"], True)
        assert marks["contrast"] >= 4.5
    assert max(paper["luminance"]) < 0.05


@pytest.mark.parametrize("tag", TAGS)
def test_on_paper_the_bars_are_on_the_sheet_and_both_columns_too(tag: str, visit: Visit) -> None:
    page = visit(SECOND[tag], width=642)
    page.emulate_media(media="print")
    found = page.evaluate("""() => [...document.querySelectorAll(".inline :is(p, h3, h4), .beside :is(td, th)")]
      .map(one => one.getBoundingClientRect()).filter(box => box.left < 0 || box.right > innerWidth).length""")
    assert found == 0
    assert page.pdf(format="A4").startswith(b"%PDF-")


HEARD = {
    "ko": ("[삭제: 제8항에 ]", "[추가: 제7항에 ]"),
    "ar": ("[محذوف: 8 ]", "[مضاف: 7 ]"),
}


@pytest.mark.parametrize("tag", TAGS)
def test_hidden_words_are_heard(tag: str, visit: Visit) -> None:
    """They are in Chromium's accessibility tree, in the page's language, before and behind what was added or removed."""
    page = visit(SECOND[tag])
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    said = [
        one["name"]["value"] for one in nodes if not one["ignored"] and one["role"]["value"] == "StaticText"
    ]
    words = " ".join(" ".join(said).split())
    for heard in HEARD[tag]:
        assert heard in words


@pytest.mark.parametrize("tag", TAGS)
def test_hidden_words_are_not_seen(tag: str, visit: Visit) -> None:
    """A picture of the page is the same without them."""
    page = visit(SECOND[tag], width=360)
    hidden = page.locator(".spoken")
    assert hidden.count() > 10
    assert all(
        hidden.evaluate_all("found => found.map(one => one.offsetWidth <= 1 && one.offsetHeight <= 1)")
    )
    picture = page.screenshot(full_page=True)
    hidden.evaluate_all("found => found.forEach(one => one.style.visibility = 'hidden')")
    assert page.screenshot(full_page=True) == picture
    hidden.evaluate_all(
        "found => found.forEach(one => one.style.cssText = 'visibility: visible; clip-path: none; overflow: visible')"
    )
    assert page.screenshot(full_page=True) != picture


@pytest.mark.parametrize("tag", TAGS)
def test_the_title_above_leads_back_to_the_document(tag: str, visit: Visit) -> None:
    page = visit(SECOND[tag])
    assert _top(page) < HEIGHT
    page.locator(".of a").click()
    assert page.url.endswith(f"/{ARABIC}/{tag}/privacy/index.html")


def _top(page: Page) -> float:
    return float(page.locator(".of a").evaluate("link => link.getBoundingClientRect().bottom"))
