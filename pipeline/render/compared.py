"""A comparison as templates take it: the list of changes with both sides of each, and the text with the changes in it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby, takewhile, zip_longest

from pipeline.comparison import CELL, PARAGRAPH, Comparison, Entry, Outcome, Passage
from pipeline.model import Kind
from pipeline.reading.differences import Fate, Piece

Part = Mapping[str, object]
"""A passage: its ``label`` and its ``cells``, each a list of pieces with ``fate`` and ``text``. What is new or gone as a whole has its
label in its first piece."""

_ALL = frozenset(Fate)
_BEFORE, _AFTER = _ALL - {Fate.NEW}, _ALL - {Fate.GONE}
_BREAK = "¶"
"""Shown where a paragraph was parted, or two were joined."""


def changes(comparison: Comparison) -> Iterator[Mapping[str, object]]:
    """Return the changes in their order.

    Each has its ``number``, its ``kind`` and the ``heading`` of its section, and either ``rows``, with the parts of both sides, or,
    if its text was moved, where it stood and stands.
    """
    before = _in_order(passage for entry in comparison.entries for passage in entry.old)
    after = _in_order(passage for entry in comparison.entries for passage in entry.new)
    for change in comparison.changes:
        entries = [comparison.entries[index] for index in change.entries]
        is_moved = change.outcome is Outcome.MOVED
        yield {
            "number": change.number,
            "kind": change.outcome.value,
            "heading": change.heading,
            "rows": [] if is_moved else [_row(entry) for entry in entries],
            "moved": _moved(entries, before, after) if is_moved else None,
        }


def _row(entry: Entry) -> Mapping[str, object]:
    return {
        "old": _parts(entry, _BEFORE, entry.old),
        "new": _parts(entry, _AFTER, entry.new),
        "old_translated": all(one.is_translated for one in entry.old),
        "new_translated": all(one.is_translated for one in entry.new),
        "links_gone": entry.links_gone,
        "links_new": entry.links_new,
    }


def _moved(
    entries: Sequence[Entry], before: Sequence[Passage], after: Sequence[Passage]
) -> Mapping[str, object]:
    """Where moved text stood, and where it stands: each time its beginning, and the heading before it."""
    first = next(entry for entry in entries if entry.is_moved)
    return {
        "old": _beginning(first.old[0]),
        "new": _beginning(first.new[0]),
        "after_old": _heading_before(first.old[0], before),
        "after_new": _heading_before(first.new[0], after),
    }


def _beginning(passage: Passage) -> str:
    return f"{passage.label}{passage.text}".replace(CELL, " ")


def _heading_before(passage: Passage, passages: Sequence[Passage]) -> str:
    """The last heading above a passage; empty if it is the first."""
    above = passages[: passages.index(passage)]
    return next((f"{one.label}{one.text}" for one in reversed(above) if one.level), "")


def _in_order(passages: Iterator[Passage]) -> Sequence[Passage]:
    """Passages in the order of their document; the values of the front matter come before the body."""
    return sorted(passages, key=lambda one: one.slots[0] if isinstance(one.slots[0], tuple) else ())


def blocks(comparison: Comparison) -> Iterator[Mapping[str, object]]:
    """Return the whole text with the changes in it, in blocks: headings, paragraphs, lists and tables.

    Each has its ``kind``, its ``level`` if it is a heading, its ``number`` if it is a table, and ``items``: the passages, with the
    numbers of the changes that begin there, and with their parts. The rows of a table that are its ``head`` come first.
    """
    begins: dict[int, list[int]] = {}
    for change in comparison.changes:
        begins.setdefault(change.entries[0], []).append(change.number)
    tables = _tables(comparison.entries)
    seen: list[object] = []
    for (kind, name), group in groupby(
        enumerate(comparison.entries), lambda each: _block(each[0], each[1], tables)
    ):
        here = list(group)
        head = _head([entry for _, entry in here]) if kind == "table" and name not in seen else 0
        seen += [name] if kind == "table" else []
        yield {
            "kind": kind,
            "level": _shown(here[0][1]).level,
            "number": len(seen),
            "items": [
                {**_item(entry, begins.get(index, ())), "head": place < head}
                for place, (index, entry) in enumerate(here)
            ],
        }


_Table = tuple[str, int | None]
"""A table of the new version, or one of the old version that the new one has no more, by its number."""


def _tables(entries: Sequence[Entry]) -> Mapping[int | None, _Table]:
    """What became of the tables of the old version: where their first row is that stayed."""
    stayed = [entry for entry in entries if entry.old and entry.new and _shown(entry).kind is Kind.CELL]
    return {entry.old[0].table: ("new", entry.new[0].table) for entry in reversed(stayed)}


def _head(rows: Sequence[Entry]) -> int:
    """How many rows are the head of a table: its first one, with the old one above it if it is another."""
    gone = sum(1 for _ in takewhile(lambda row: not row.new, rows))
    return gone + 1 if gone < len(rows) else 1


def _block(index: int, entry: Entry, tables: Mapping[int | None, _Table]) -> tuple[str, object]:
    """What kind of block a passage belongs to, and what tells that block from its neighbours."""
    shown = _shown(entry)
    if shown.kind is Kind.CELL:
        # A row that is gone stands in its table, if that is still there.
        own: _Table = ("new" if entry.new else "old", shown.table)
        return "table", own if entry.new else tables.get(shown.table, own)
    if shown.kind is Kind.LIST_ITEM:
        return "list", None
    return ("heading" if shown.level else "paragraph"), index


def _shown(entry: Entry) -> Passage:
    return (entry.new or entry.old)[0]


def _item(entry: Entry, numbers: Sequence[int]) -> Mapping[str, object]:
    return {
        "numbers": numbers,
        "outcome": entry.outcome.value,
        "moved": entry.is_moved,
        "translated": all(one.is_translated for one in entry.new or entry.old),
        "parts": _parts(entry, _ALL, entry.new or entry.old),
    }


def _parts(entry: Entry, kept: Collection[Fate], passages: Sequence[Passage]) -> Sequence[Part]:
    """The passages of one side, or of both, with the numbers that stand before them."""
    if not passages:
        return []
    parts: list[list[list[Piece]]] = [[[]]]
    for piece in entry.pieces:
        if piece.fate in kept:
            _add(piece, parts, is_both=kept == _ALL)
    labels = [passage.label for passage in passages]
    is_whole = not (entry.old and entry.new)
    return [_part(name or "", cells or (), is_whole=is_whole) for name, cells in zip_longest(labels, parts)]


def _part(name: str, cells: Sequence[Sequence[Piece]], *, is_whole: bool) -> Part:
    told = [_told(cell) for cell in cells]
    if not (is_whole and told and told[0]):
        return {"label": name, "cells": told}
    first, *others = told[0]
    return {"label": "", "cells": [[{**first, "text": f"{name}{first['text']}"}, *others], *told[1:]]}


def _add(piece: Piece, parts: list[list[list[Piece]]], *, is_both: bool) -> None:
    """Add a piece to the last cell of the last passage, and begin others where it says so."""
    text = ""
    for character in piece.text:
        if character not in {CELL, PARAGRAPH}:
            text += character
            continue
        parts[-1][-1].append(Piece(fate=piece.fate, text=text))
        text = ""
        if character == CELL:
            parts[-1].append([])
            continue
        if is_both and piece.fate is not Fate.SAME:
            parts[-1][-1].append(Piece(fate=piece.fate, text=_BREAK))
        parts.append([[]])
    parts[-1][-1].append(Piece(fate=piece.fate, text=text))


def _told(cell: Sequence[Piece]) -> Sequence[Mapping[str, str]]:
    return [{"fate": piece.fate.value, "text": piece.text} for piece in cell if piece.text]
