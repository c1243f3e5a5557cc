"""Every example of CommonMark and of GFM's extensions keeps every law, or is listed with a reason why not."""

from collections.abc import Callable, Sequence

import pytest

from tests.conformance.differences import differences
from tests.conformance.laws import LAWS, attempts
from tests.conformance.specifications import COUNTS, Absent, Example, examples

pytestmark = pytest.mark.conformance

HOSTILE = "hostile"
"""What `differences.toml` calls the law that no translation changes the blocks."""

Record = Callable[[str, object], None]


@pytest.fixture(params=COUNTS)
def specified(request: pytest.FixtureRequest) -> Sequence[Example]:
    """All examples of one specification."""
    try:
        return examples(request.param)
    except Absent as absent:
        pytest.fail(str(absent), pytrace=False)


def test_no_example_is_left_out(specified: Sequence[Example]) -> None:
    assert len(specified) == COUNTS[specified[0].specification]
    assert all(example.given for example in specified)


@pytest.mark.parametrize("law", LAWS)
def test_every_example_keeps_the_law(law: str, specified: Sequence[Example], record_property: Record) -> None:
    broken = {example.name: "\n".join(LAWS[law](example)) for example in specified}
    _judge(law, specified, {name: wrong for name, wrong in broken.items() if wrong}, record_property)


def test_no_translation_changes_the_blocks_or_comes_back_different(
    specified: Sequence[Example], record_property: Record
) -> None:
    tried = refused = wrong = 0
    broken: dict[str, str] = {}
    for example in specified:
        for attempt in attempts(example):
            tried += 1
            refused += not attempt.published
            wrong += bool(attempt.wrong)
            if attempt.wrong:
                told = (f"{attempt.text!r} for {attempt.slot!r}:", *attempt.wrong)
                broken.setdefault(example.name, "\n".join(told))
    record_property("translations", f"{tried - wrong}/{tried} ({refused} refused)")
    _judge(HOSTILE, specified, broken, record_property)


def test_every_difference_names_an_example_a_law_and_a_reason() -> None:
    for (name, law), reason in differences().items():
        specification, _, number = name.partition(" ")
        assert specification in COUNTS, name
        assert number.isdecimal(), name
        assert law in {*LAWS, HOSTILE}, name
        assert reason.strip(), name


def _judge(law: str, specified: Sequence[Example], broken: dict[str, str], record_property: Record) -> None:
    specification = specified[0].specification
    listed = {name for name, of in differences() if of == law and name.startswith(f"{specification} ")}
    known = f" and {len(listed)} listed" if listed else ""
    record_property("law", law)
    record_property("figure", f"{specification} {len(specified) - len(broken)}/{len(specified)}{known}")
    titles = {example.name: str(example) for example in specified}
    told = [f"{titles[name]}\n{wrong}" for name, wrong in broken.items() if name not in listed]
    told += [f"{name} no longer differs: take it out of differences.toml" for name in listed - broken.keys()]
    if told:
        pytest.fail("\n\n".join(told), pytrace=False)
