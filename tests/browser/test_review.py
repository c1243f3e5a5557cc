"""The review page is used by keyboard, with filters, with and without script, in every direction, width and colour."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import violations
from tests.browser.previewed import SECURITY, Previewed, previewed
from tests.browser.visit import Visit, visits

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    with previewed(tmp_path_factory.mktemp("review") / "project") as found:
        yield found


@pytest.fixture(scope="module")
def visit(chromium: Browser, preview: Previewed) -> Iterator[Visit]:
    with visits(chromium, preview.origin) as opening:
        yield opening


STATES = {"all": 91, "todo": 13, "untranslated": 10, "fuzzy": 1, "refused": 2, "translated": 78}


def shown(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('.unit')].filter(unit => unit.checkVisibility()).map(unit => unit.id)"
    )
    return found


def current(page: Page) -> str:
    found: str = page.evaluate("() => document.activeElement.id")
    return found


@pytest.mark.parametrize("locale", ["ar", "ko"])
def test_axe_finds_no_violation(locale: str, visit: Visit) -> None:
    page = visit(f"{locale}/privacy/review/")
    found: list[str] = []
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found += [f"{width} {scheme}: {violation}" for violation in violations(page)]
    assert found == []


@pytest.mark.parametrize("has_script", [True, False])
def test_the_filters_show_the_units_of_a_state(has_script: bool, visit: Visit) -> None:  # noqa: FBT001 - pytest's
    page = visit("ko/privacy/review/", has_script=has_script)
    for state, count in STATES.items():
        page.locator(f"#_show-{state}").check()
        visible = page.locator(".unit:visible")
        expect(visible).to_have_count(count)
        expect(page.locator(f"label:has(#_show-{state}) .count")).to_have_text(str(count))
        expect(page.locator(".part:visible:not(:has(.unit:visible))")).to_have_count(0)


def test_a_filter_that_leaves_nothing_says_so(visit: Visit) -> None:
    page = visit("ja/privacy/review/")
    page.locator("#_show-findings").check()
    nothing = "The checks have nothing to say of any translation."
    assert page.locator("#_nothing-findings:visible").count() in {0, 1}
    assert (page.locator(".unit:visible").count() == 0) is page.get_by_text(nothing).is_visible()


def test_the_filter_stands_in_the_address_and_is_told(visit: Visit) -> None:
    page = visit("ko/privacy/review/")
    page.locator("#_show-fuzzy").check()
    assert page.url.endswith("/ko/privacy/review/?state=fuzzy")
    expect(page.locator("[role=status]#_told")).to_have_text("1 of 91 units shown")
    page.reload()
    assert len(shown(page)) == 1
    page = visit("ko/privacy/review/?state=%22%3Cscript%3E")
    assert len(shown(page)) == 91


def test_the_keys_walk_through_the_units_that_are_shown(visit: Visit) -> None:
    page = visit("ko/privacy/review/?state=todo")
    ids = shown(page)
    for unit in ids:
        page.keyboard.press("j")
        assert current(page) == unit
        assert page.evaluate(
            """id => { const unit = document.getElementById(id).getBoundingClientRect(),
            top = document.querySelector(".tools").getBoundingClientRect(),
            bottom = document.querySelector("#_policyglot-bar").getBoundingClientRect();
            return unit.top >= top.bottom && unit.bottom <= bottom.top; }""",
            unit,
        ), f"{unit} is covered"
    page.keyboard.press("j")
    assert current(page) == ids[-1]
    page.keyboard.press("k")
    assert current(page) == ids[-2]
    page.keyboard.press("ArrowDown")
    assert current(page) == ids[-1]
    page.keyboard.press("ArrowUp")
    assert current(page) == ids[-2]
    assert page.url.endswith(f"?state=todo#{ids[-2]}")
    page.reload()
    assert current(page) == ids[-2]


def test_a_unit_with_the_focus_has_an_outline(visit: Visit) -> None:
    page = visit("ar/privacy/review/")
    page.keyboard.press("j")
    width = page.evaluate("() => getComputedStyle(document.activeElement).outline")
    assert "solid 2px" in width


def test_the_letters_can_be_switched_off(visit: Visit) -> None:
    page = visit("ko/privacy/review/")
    page.locator("#_keys").uncheck()
    page.reload()
    page.keyboard.press("j")
    assert current(page) == ""
    page.locator("#_keys").check()
    page.locator("#_show-all").focus()
    page.keyboard.press("ArrowDown")
    assert current(page) == "_show-todo"  # the arrows belong to the filters there


def test_the_tab_key_reaches_all_that_can_be_used(visit: Visit) -> None:
    page = visit("ko/privacy/review/?state=fuzzy")
    met: list[str] = []
    for _ in range(12):
        page.keyboard.press("Tab")
        met.append(page.evaluate("() => document.activeElement.textContent.trim() || document.activeElement.id"))  # fmt: skip
    assert met[:6] == [
        "Skip to the units",
        "The page in Korean",
        "Status of all translations",
        "_show-fuzzy",
        "_keys",
        "on the page",
    ]
    assert "All reviews" in met


@pytest.mark.parametrize("locale", ["ar", "ko"])
def test_source_and_translation_stand_side_by_side(locale: str, visit: Visit) -> None:
    page = visit(f"{locale}/privacy/review/")
    wrong = page.evaluate(
        """() => [...document.querySelectorAll(".unit")].filter(unit => {
          const source = unit.querySelector(".source .text").getBoundingClientRect();
          const target = unit.querySelector(".target > :not(.label)").getBoundingClientRect();
          return Math.abs(source.top - target.top) > 4 || source.right > target.left || target.width < 300
            || Math.abs(source.width - target.width) > 2;
        }).map(unit => unit.id)"""
    )
    assert wrong == []
    starts = page.evaluate(
        """() => [...document.querySelectorAll(".unit .target .text")].map(text => getComputedStyle(text).direction)"""
    )
    assert set(starts) == {"rtl" if locale == "ar" else "ltr"}


@pytest.mark.parametrize("locale", ["ar", "ko"])
@pytest.mark.parametrize("width", [320, 360])
def test_a_narrow_window_shows_one_below_the_other_and_never_scrolls_sideways(
    width: int, locale: str, visit: Visit
) -> None:
    page = visit(f"{locale}/privacy/review/", width=width)
    assert page.evaluate("() => document.documentElement.scrollWidth") == width
    below = page.evaluate(
        """() => [...document.querySelectorAll(".pair")].every(pair =>
          pair.querySelector(".source").getBoundingClientRect().bottom <= pair.querySelector(".target").getBoundingClientRect().top)"""
    )
    assert below


def test_a_fuzzy_unit_marks_what_changed(visit: Visit) -> None:
    page = visit("ko/privacy/review/?state=fuzzy")
    unit = page.locator(".unit:visible")
    expect(unit.locator(".source > .text")).to_have_text(SECURITY)
    assert unit.locator("del").all_text_contents() == [" [removed: the ] ", " [removed: systems] "]
    assert unit.locator("ins").all_text_contents() == [" [added: system] "]
    struck = unit.locator("del").first.evaluate("node => getComputedStyle(node).textDecorationLine")
    assert struck == "line-through"
    expect(unit.locator(".place")).to_contain_text("locales/ko/LC_MESSAGES/privacy.po:")


def test_an_anchor_leads_to_its_unit(visit: Visit) -> None:
    page = visit("ko/privacy/review/#unit-60")
    place = page.evaluate("() => document.getElementById('unit-60').getBoundingClientRect().top")
    assert 0 < place < 800
