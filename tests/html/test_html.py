"""Whole sites are without findings: of our own rules for sites, of the Nu HTML checker, and of html-validate."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.check.site import examine_site
from tests.folders import everything
from tests.html.checkers import Report, known, missing, reports
from tests.html.sites import ADDRESSES, SITES

pytestmark = pytest.mark.html


@pytest.fixture(scope="session")
def said(sites: Path) -> Sequence[Report]:
    """Return what both checkers say of all sites."""
    lacking = missing()
    if lacking:
        pytest.fail(lacking, pytrace=False)
    return reports(sites)


def nothing_in(found: Sequence[object]) -> None:
    if found:
        pytest.fail("\n".join(map(str, found)), pytrace=False)


@pytest.mark.parametrize("name", SITES)
def test_our_own_rules(sites: Path, name: str) -> None:
    nothing_in(examine_site(everything(sites / name), ADDRESSES[name]))


@pytest.mark.parametrize("checker", ["nu", "html-validate"])
@pytest.mark.parametrize("name", SITES)
def test_a_checker(said: Sequence[Report], name: str, checker: str) -> None:
    here = (one for one in said if one.path.startswith(f"{name}/") and one.checker == checker)
    nothing_in([one for one in here if not any(row.is_about(one) for row in known())])


@pytest.mark.parametrize("row", known(), ids=lambda row: f"{row.checker}: {row.message}")
def test_what_is_known_to_be_false_is_still_said(said: Sequence[Report], row: object) -> None:
    assert any(one.is_about(report) for one in known() if one == row for report in said)


@pytest.mark.parametrize(
    "fault",
    [
        "faults/page/index.html: near “<p><div>x</p> <br/>”: No “p” element in scope but a “p” end tag seen. [nu]",
        "faults/style.css: near “p { colr: red } </style>”: CSS: “colr”: Property “colr” doesn't exist. [nu]",
        "faults/page/index.html: line 6: Expected omitted end tag <br> instead of self-closing element <br/> (void-style) [html-validate]",
    ],
)
def test_faults_are_found(said: Sequence[Report], fault: str) -> None:
    assert fault in map(str, said)
