"""Pairs of texts with known answers: what the checks should find in a translation, and what they should not.

A folder of ``tests/fixtures/pairs`` is a set, and each folder in it a locale. ``glossary.po`` has its terms, ``pairs.txt`` its cases:
a title, ``kind | source`` and the translation on a line each (``⏎`` is a line break), and the codes that a careful reader would
want, or ``nothing``. The pairs were written by people who had not seen the rules. The sets ``contracts`` and ``notices`` came after the rules, and their
figures before any rule was changed for them stand in docs/decisions/0010-checks-compare-meaning.md.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline import po
from pipeline.check import Brief, examine, glossary, pair
from pipeline.model import Catalog, Kind, Message, Unit
from tests import cases

FOLDER = cases.FIXTURES / "pairs"
SETS = sorted(path.parent.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*/pairs.txt"))
"""``policies/ko``: the name of a set, and a locale."""
NAMES = ("NexCloud", "NexClipper")
BLOCKS = {"paragraph": "p", "list item": "p", "heading": "h1", "table cell": "td", "metadata value": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One pair."""

    place: str
    """One of `SETS`."""
    title: str
    kind: str
    source: str
    target: str
    expected: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.place}: {self.title}"


def read(place: str) -> Iterator[Case]:
    """Read the cases of a set in a locale."""
    for case in cases.read(f"pairs/{place}/pairs.txt"):
        source, target = case.given.split("\n")
        kind, text = source.replace("⏎", "\n").split(" | ", 1)
        expected = () if case.expected == "nothing" else tuple(case.expected.split("\n"))
        yield Case(
            place=place,
            title=case.title,
            kind=kind,
            source=text,
            target=target.replace("⏎", "\n"),
            expected=expected,
        )


def brief(place: str) -> Brief:
    """What the translators of a set's pairs were told."""
    path = f"pairs/{place}/glossary.po"
    catalog = po.read((cases.FIXTURES / path).read_bytes(), path)
    assert isinstance(catalog, Catalog)
    return Brief(source="en", target=place.split("/")[1], terms=glossary.terms(catalog), untouched=NAMES)


def found(case: Case, told: Brief) -> Sequence[str]:
    """Return the codes of what the checks find in a pair, sorted."""
    unit = Unit(
        text=case.source,
        kind=Kind(case.kind),
        type="",
        block=BLOCKS[case.kind],
        path="source/terms.md",
        line=1,
        slot=(0,),
    )
    message = Message(text=case.source, translations=(case.target,), line=1)
    return sorted({rule.code for rule, _ in examine(pair(unit, message, {}, told))})
