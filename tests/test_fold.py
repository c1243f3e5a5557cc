import pytest

from pipeline.markdown import parse
from tests import cases

DEFINITIONS = "\n\n[the terms]: https://example.com/terms\n"


@pytest.mark.parametrize("case", cases.read("fold.txt"), ids=str)
def test_fold(case: cases.Case) -> None:
    slots = list(parse(case.given + DEFINITIONS).slots())
    assert [slot.text.replace("\n", "⏎") for slot in slots] == [case.expected]
