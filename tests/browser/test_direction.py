"""Pages from right to left are the mirror of those from left to right, but for numbers and addresses in them."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.published import COMPLETE, ENGLISH, KINDS, MIXED
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

_START = """() => {
  const isRight = document.documentElement.dir === "rtl", range = new Range(), places = {};
  const box = element => element.getBoundingClientRect();
  const text = element => { range.selectNodeContents(element); return range.getBoundingClientRect(); };
  // How far one thing begins behind another, in the direction of reading.
  const behind = (one, other) => isRight ? other.right - one.right : one.left - other.left;
  const first = selector => document.querySelector(selector);
  const border = element => {
    const style = getComputedStyle(element), sides = [parseFloat(style.borderLeftWidth), parseFloat(style.borderRightWidth)];
    return isRight ? sides[1] - sides[0] : sides[0] - sides[1];
  };
  const article = box(first("article"));
  places.margin = behind(article, box(document.documentElement));
  places.contents = behind(article, box(first("#_contents")));
  places.item = behind(text(first("article li")), article);
  places.bullet = parseFloat(getComputedStyle(first("article ul"))[isRight ? "paddingRight" : "paddingLeft"]);
  const [one, two] = first("article tr:nth-last-child(1)").children;
  places.cells = behind(box(two), box(one));
  places.home = behind(box(first(".home")), box(first(".bar")));
  places.languages = behind(box(first("#_languages")), box(first(".home")));
  places.entry = behind(text(first("#_contents ol ol a")), text(first("#_contents ol a")));
  const quotation = first("article > blockquote");
  places.quotation = quotation ? border(quotation) : null;
  places.quoted = quotation ? behind(text(quotation.querySelector("p")), article) : null;
  return places;
}"""


def _places(page: Page) -> Any:  # noqa: ANN401 - JSON
    return page.evaluate(_START)


@pytest.mark.parametrize(
    ("left", "right"),
    [(f"{COMPLETE}/en/privacy/index.html", f"{COMPLETE}/ar/privacy/index.html"), (KINDS[0], KINDS[2])],
)
def test_what_begins_a_line_is_on_the_other_side(left: str, right: str, visit: Visit) -> None:
    places, mirrored = _places(visit(left)), _places(visit(right))
    for name in ("margin", "contents", "item", "bullet", "cells", "languages", "entry"):
        assert places[name] > 0, name
        assert mirrored[name] > 0, name
    assert places["home"] == mirrored["home"] == 0
    assert places["contents"] == mirrored["contents"]
    for name in ("quotation", "quoted"):
        assert (places[name] is None) is (mirrored[name] is None) is (left != KINDS[0])
        if left == KINDS[0]:
            assert places[name] > 0
            assert mirrored[name] > 0


def test_a_page_that_is_not_mirrored_is_seen(visit: Visit) -> None:
    page = visit(f"{COMPLETE}/ar/privacy/index.html")
    page.evaluate("() => document.body.dir = 'ltr'")
    places = _places(page)
    assert places["cells"] < 0
    assert places["bullet"] == 0
    assert places["contents"] <= 0


_RUN = """wanted => {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT), range = new Range();
  const found = [];
  for (let node; node = walker.nextNode();)
    for (let place = node.data.indexOf(wanted); place >= 0; place = node.data.indexOf(wanted, place + 1))
      found.push([...wanted].map((_, offset) => {
        range.setStart(node, place + offset);
        range.setEnd(node, place + offset + 1);
        return range.getBoundingClientRect().left;
      }));
  return found;
}"""


@pytest.mark.parametrize("text", ["+82-2-533-8622", "support@nexclipper.io"])
@pytest.mark.parametrize(
    "path",
    [
        f"{COMPLETE}/ar/privacy/index.html",
        f"{MIXED}/ar/privacy/index.html",
        f"{ENGLISH}/ar/privacy/index.html",
        KINDS[2].replace("kinds", "privacy"),
        KINDS[2],
    ],
)
def test_a_number_and_an_address_are_read_from_left_to_right(path: str, text: str, visit: Visit) -> None:
    runs = visit(path).evaluate(_RUN, text)
    assert runs
    for run in runs:
        assert run == sorted(run)
        assert run[0] < run[-1]


def test_a_number_that_is_turned_round_is_seen(visit: Visit) -> None:
    page = visit(f"{COMPLETE}/ar/privacy/index.html")
    page.evaluate(
        "() => document.querySelectorAll('bdi').forEach(found => found.replaceWith(...found.childNodes))"
    )
    page.evaluate("() => document.querySelector('article').normalize()")
    [run] = page.evaluate(_RUN, "+82-2-533-8622")
    assert run[0] > run[-1]


@pytest.mark.parametrize("site", [MIXED, ENGLISH])
def test_text_of_the_source_is_set_from_left_to_right_on_an_arabic_page(site: str, visit: Visit) -> None:
    page = visit(f"{site}/ar/privacy/index.html")
    selector = "article .untranslated" if site == MIXED else "article"
    directions = page.evaluate(
        """selector => [...document.querySelectorAll(selector)].map(element => {
        const style = getComputedStyle(element);
        return [style.direction, element.lang, document.documentElement.dir];
    })""",
        selector,
    )
    assert len(directions) == 1 if site == ENGLISH else len(directions) > 30
    assert {tuple(direction) for direction in directions} == {("ltr", "en", "rtl")}
