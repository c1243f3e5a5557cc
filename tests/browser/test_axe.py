"""axe finds nothing to complain of, whatever the language, the state of the translation, the width and the colours."""

import pytest

from tests.browser.accessibility import violations
from tests.browser.archived import ARCHIVE
from tests.browser.published import PAGES, POLICIES
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", [*PAGES, *ARCHIVE])
def test_axe_finds_no_violation(path: str, visit: Visit) -> None:
    page = visit(path)
    found: list[str] = []
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found += [f"{width} {scheme}: {violation}" for violation in violations(page)]
    assert found == []


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("image-alt", "document.querySelector('article').append(new Image())"),
        ("color-contrast", "document.querySelector('article td').style.color = 'rgb(128 128 128 / 50%)'"),
        ("heading-order", "document.querySelector('article h2').outerHTML = '<h5>제목</h5>'"),
    ],
    ids=["an image without words", "a faint colour", "a level that is skipped"],
)
def test_a_fault_is_found(rule: str, fault: str, visit: Visit) -> None:
    page = visit(POLICIES[0])
    page.evaluate(f"() => {{ {fault} }}")
    assert {violation.split(":")[0] for violation in violations(page)} == {rule}
