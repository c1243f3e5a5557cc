"""GFM's extensions: tables, strikethrough, task lists and autolinks. The specification's own examples: `nox -s conformance`."""

import pytest

from pipeline.markdown import html, parse
from pipeline.markdown.proof import comes_back
from pipeline.markdown.write import markdown
from tests import cases

CASES = cases.read("gfm.txt")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reads(case: cases.Case) -> None:
    assert html(parse(case.given)) == f"{case.expected}\n"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_comes_back_from_markdown(case: cases.Case) -> None:
    skeleton = parse(case.given)
    assert comes_back(skeleton, markdown(skeleton))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_its_own_texts_change_nothing(case: cases.Case) -> None:
    skeleton = parse(case.given)
    same = skeleton.fill({slot.place: slot.text for slot in skeleton.slots()})
    assert html(same) == html(skeleton)
    assert markdown(same) == markdown(skeleton)
