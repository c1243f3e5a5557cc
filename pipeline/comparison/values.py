"""The values that the modules of this package speak of."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.model import Key, Kind, SlotKey
from pipeline.reading.differences import Piece

CELL = "\x1f"
"""Stands between the cells of a row in its text; no passage has it elsewhere."""
PARAGRAPH = "\x1e"
"""Stands between the passages of one side of an entry in its pieces; no passage has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What a reader takes in as one: the title, a heading, a paragraph, a list item, a text of raw HTML, or a row of a table.

    Its texts are what is seen, without markup, on one line: a hard line break is a blank.
    """

    kind: Kind
    """`Kind.CELL` for a row, `Kind.METADATA` for the title of the front matter."""
    slots: tuple[SlotKey, ...]
    """Where its texts stand in its document: one slot, or one for each cell of a row."""
    keys: tuple[Key, ...]
    """The context and the folded source text of each slot."""
    source: str
    """The text in the language of the source, without its label; cells are joined by `CELL`."""
    source_label: str
    """The number with which the source begins."""
    text: str
    """The text in the language, as `source`."""
    label: str
    """The number with which the text begins, and the blank after it; with `text` it makes what is seen."""
    translated: tuple[bool, ...]
    """For each slot, whether its text is a translation."""
    level: int = 0
    """Of a heading, its level on a page, 1 for the title; 0 for anything else."""
    section: str | None = None
    """The id of the section in which it stands; a heading stands in its own."""
    source_heading: str = ""
    """The heading of that section in the language of the source, with its number."""
    heading: str = ""
    """The heading of that section in the language."""
    targets: tuple[str, ...] = ()
    """Where the links of the text lead, in its order, and then where its images come from."""
    table: int | None = None
    """Of a row, which table of its document."""

    @property
    def is_translated(self) -> bool:
        """Whether all of it is in the language; empty cells count as translated."""
        return all(self.translated)


class Outcome(StrEnum):
    """What became of a passage."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What corresponds in two versions: one passage each, one and several that it was split into or joined from, or one alone."""

    outcome: Outcome
    """`SAME`, `CHANGED`, `NEW` or `GONE`; whether it moved is another question."""
    old: tuple[Passage, ...]
    """In the order of the old version, where they are neighbours; none if it is new."""
    new: tuple[Passage, ...]
    """In the order of the new version, where they are neighbours; none if it is gone."""
    is_moved: bool = False
    """Whether it stands elsewhere among what stayed."""
    is_renumbered: bool = False
    """Whether its label, or the first of several, is another one, which is no change."""
    pieces: tuple[Piece, ...]
    """The text in the language. Those that are not new make the texts of `old`, joined by `PARAGRAPH`, and those that are not
    gone make the texts of `new`. Each `CELL` and each `PARAGRAPH` in them, whatever its fate, begins another cell or passage."""
    links_gone: tuple[str, ...] = ()
    """Where links and images of `old` led and no longer lead, in the order of the text; of what stays, the order counts."""
    links_new: tuple[str, ...] = ()
    """Where those of `new` lead instead, or besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of the list of changes."""

    number: int
    """From 1, in the order of the entries."""
    outcome: Outcome
    """`CHANGED`, `NEW`, `GONE` or `MOVED`."""
    entries: tuple[int, ...]
    """Which entries of the comparison, from 0, rising. Only between moved ones may stand others, which are new or gone."""
    section: str | None
    """The section in which it begins: an id of the new version, and of the old one for what is gone."""
    heading: str
    """The heading of that section in the language; empty above the first heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two versions of a document in one language."""

    entries: tuple[Entry, ...]
    """In the reading order of the new version; what is gone stands where it stood."""
    changes: tuple[Change, ...]
    """A text that was moved and changed is in two of them."""
