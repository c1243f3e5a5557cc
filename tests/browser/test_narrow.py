"""On a narrow window no page is scrolled sideways, nothing is cut off, and tables stay legible."""

import pytest

from tests.browser.archived import ARCHIVE
from tests.browser.published import COMPLETE, PAGES, POLICIES, PSEUDO
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 768, 1280)

_LOST = """() => {
  const found = [], wide = document.scrollingElement.scrollWidth, scrolled = ".table, .contents";
  if (wide > innerWidth) found.push(`the page is ${wide} px wide`);
  for (const element of document.querySelectorAll("body *")) {
    const style = getComputedStyle(element), name = element.outerHTML.slice(0, 60);
    const sideways = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
    if (sideways && ["hidden", "clip"].includes(style.overflowX)) found.push(`cut off: ${name}`);
    if (sideways && ["auto", "scroll"].includes(style.overflowX) && !element.matches(scrolled))
      found.push(`scrolled: ${name}`);
    if (style.textOverflow === "ellipsis") found.push(`shortened: ${name}`);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = new Range();
  for (let node; node = walker.nextNode();) {
    const parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility({visibilityProperty: true}) || parent.closest(".skip, .spoken")) continue;
    const frame = parent.closest("td, th") ?? document.documentElement;
    const room = frame.getBoundingClientRect();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects())
      if (rect.left < room.left - 1 || rect.right > room.right + 1 || rect.right > rect.left && rect.top + scrollY < 0)
        found.push(`outside: ${node.data.trim().slice(0, 60)}`);
  }
  return found;
}"""


@pytest.mark.parametrize("path", [*PAGES, *ARCHIVE])
def test_nothing_is_lost_on_a_narrow_window(path: str, visit: Visit) -> None:
    page = visit(path, width=320)
    found: list[str] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{width}: {lost}" for lost in page.evaluate(_LOST)]
    assert found == []


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("document.querySelector('article p').style.width = '400px'", "the page is"),
        (
            "document.querySelector('article p').style.cssText = 'white-space: nowrap; overflow: hidden'",
            "cut off",
        ),
        ("document.querySelector('article p').style.cssText = 'margin-left: -50px'", "outside"),
        (
            "document.querySelector('article td').style.cssText = 'display: block; width: 2em; padding: 0; overflow-wrap: normal'",
            "outside",
        ),
        ("document.querySelector('h1').style.cssText = 'white-space: nowrap; overflow: auto'", "scrolled"),
    ],
)
def test_a_fault_is_seen(fault: str, told: str, visit: Visit) -> None:
    page = visit(f"{COMPLETE}/de/privacy/index.html", width=320)
    page.evaluate(f"() => {{ {fault}; }}")
    assert [found for found in page.evaluate(_LOST) if found.startswith(told)] != []


_ENDS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = new Range(), ends = [];
  for (let node; node = walker.nextNode();) {
    const place = node.data.lastIndexOf("⟧");
    if (place < 0 || !node.parentElement.closest("article")?.contains(node)) continue;
    range.setStart(node, place);
    range.setEnd(node, place + 1);
    const rect = range.getBoundingClientRect(), table = node.parentElement.closest(".table");
    if (table) table.scrollLeft += rect.left - innerWidth / 2;
    ends.push(range.getBoundingClientRect().toJSON());
  }
  return ends;
}"""


@pytest.mark.parametrize("path", [f"{PSEUDO}/en-XA/privacy/index.html", f"{PSEUDO}/ar-XB/privacy/index.html"])
def test_the_end_of_every_longer_text_is_in_the_page(path: str, visit: Visit) -> None:
    page = visit(path, width=320)
    ends = page.evaluate(_ENDS)
    if path.startswith(f"{PSEUDO}/en-XA"):
        assert len(ends) >= 85
        assert [end for end in ends if not (0 <= end["left"] < end["right"] <= 320)] == []
    else:
        assert ends == []


_TABLES = """() => [...document.querySelectorAll(".table")].map(region => ({
  overflow: getComputedStyle(region).overflowX,
  wide: region.scrollWidth, room: region.clientWidth,
  left: region.getBoundingClientRect().left, right: region.getBoundingClientRect().right,
  cells: [...region.querySelectorAll("th, td")]
    .map(cell => cell.getBoundingClientRect().width / parseFloat(getComputedStyle(cell).fontSize)),
}))"""


@pytest.mark.parametrize(
    "path", [page for page in PAGES if page.endswith(("privacy/index.html", "kinds/index.html"))]
)
def test_a_table_is_scrolled_in_a_place_of_its_own_and_no_cell_is_squeezed(path: str, visit: Visit) -> None:
    page = visit(path, width=320)
    tables = page.evaluate(_TABLES)
    assert tables
    for table in tables:
        assert table["overflow"] == "auto"
        assert table["left"] >= 0
        assert table["right"] <= 320
        assert min(table["cells"]) >= 4, "em"
    assert [table for table in tables if table["wide"] > table["room"]] != []


def test_a_table_is_not_scrolled_where_there_is_room(visit: Visit) -> None:
    tables = visit(POLICIES[0]).evaluate(_TABLES)
    assert [table["wide"] for table in tables] == [table["room"] for table in tables]
