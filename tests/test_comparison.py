"""Two versions of a document are compared by what a reader reads, and each case is a text in a file."""

from collections.abc import Iterator, Mapping
from unittest.mock import Mock

import pytest
from rapidfuzz import process

from pipeline.comparison import (
    CELL,
    PARAGRAPH,
    Comparison,
    Entry,
    compare,
    passages,
)
from pipeline.model import SlotKey
from pipeline.reading.differences import Fate
from pipeline.segment import Document
from tests import cases
from tests.test_segment import read

MARKS = {Fate.SAME: "{}", Fate.GONE: "[-{}-]", Fate.NEW: "{{+{}+}}"}
CASES = cases.read("comparison.txt")


def texts(document: Document, words: Mapping[str, str]) -> Mapping[SlotKey, str]:
    """The texts of a language, by slot."""
    return {unit.slot: words[unit.text] for unit in document.units if unit.text in words}


def compared(
    old: str, new: str, words: Mapping[str, str] | None = None, new_words: Mapping[str, str] | None = None
) -> Comparison:
    before, after = read(old), read(new)
    return compare(
        passages(before, texts(before, words or {})), passages(after, texts(after, new_words or words or {}))
    )


def shown(entry: Entry) -> str:
    """An entry on one line."""
    text = "".join(MARKS[piece.fate].format(piece.text) for piece in entry.pieces)
    links = (*(f" [-{link}-]" for link in entry.links_gone), *(f" {{+{link}+}}" for link in entry.links_new))
    return text.replace(CELL, " | ").replace(PARAGRAPH, "¶") + "".join(links)


def told(comparison: Comparison) -> Iterator[str]:
    """The list of changes, each with its entries; and what was numbered anew."""
    for change in comparison.changes:
        yield f"{change.number} {change.outcome} in “{change.heading}”"
        yield from (f"  {shown(comparison.entries[index])}" for index in change.entries)
    for entry in comparison.entries:
        if entry.is_renumbered:
            yield f"{entry.old[0].label.strip()} became {entry.new[0].label.strip()}"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_comparison(case: cases.Case) -> None:
    old, new, *words = case.given.split("\n===\n")
    mine, others = (
        dict(line.split(" = ") for line in each.split("\n")) for each in (words or ("x = x", "x = x"))
    )
    assert "\n".join(told(compared(old, new, mine, others))) == case.expected


def test_only_what_is_left_is_compared_with_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    extract = Mock(wraps=process.extract)
    monkeypatch.setattr(process, "extract", extract)
    old = [f"Clause {number} says what word{number} means.\n\n" for number in range(300)]
    new = [*old[:100], "Clause 100 says what words mean.\n\n", *old[101:], "A last word.\n"]
    assert len(compared("".join(old), "".join(new)).changes) == 2
    # One text is left of the old version, two of the new one: compared as near, and either way as a part.
    assert sum(len(call.args[1]) for call in extract.call_args_list) == 6
