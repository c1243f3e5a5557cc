"""From the passages of two versions to their comparison."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Indel

from pipeline.comparison.aligning import Match, align
from pipeline.comparison.changes import changes
from pipeline.comparison.columns import Step, columns
from pipeline.comparison.pieces import pieces
from pipeline.comparison.values import CELL, Comparison, Entry, Outcome, Passage


def compare(old: Sequence[Passage], new: Sequence[Passage]) -> Comparison:
    """Compare two versions of a document in one language.

    Passages belong together by their source texts, whatever their place, number and markup: equal ones first, then near ones.
    What is shown of them is the text in the language, so each language has changes of its own.

    Args:
        old: the passages of the earlier version, as `passages` gives them.
        new: those of the later version, in the same language.
    """
    matches = align(old, new)
    tables = _tables(old, new, matches)
    entries = tuple(_entry(old, new, match, tables) for match in matches)
    return Comparison(entries=entries, changes=changes(entries, matches))


_Tables = Mapping[tuple[int, int], Sequence[Step]]
"""Which columns correspond, by the table of the old version and that of the new one."""


def _tables(old: Sequence[Passage], new: Sequence[Passage], matches: Sequence[Match]) -> _Tables:
    rows: defaultdict[tuple[int, int], list[tuple[Sequence[str], Sequence[str]]]] = defaultdict(list)
    for match in matches:
        if tables := _both(old, new, match):
            sources = (side.source.split(CELL) for side in (old[match.old[0]], new[match.new[0]]))
            before, after = sources
            rows[tables].append((before, after))
    return {tables: columns(found) for tables, found in rows.items()}


def _both(old: Sequence[Passage], new: Sequence[Passage], match: Match) -> tuple[int, int] | None:
    """The tables of two rows that belong together."""
    if not (match.old and match.new):
        return None
    one, other = old[match.old[0]].table, new[match.new[0]].table
    return None if one is None or other is None else (one, other)


def _entry(old: Sequence[Passage], new: Sequence[Passage], match: Match, tables: _Tables) -> Entry:
    before = tuple(old[one] for one in match.old)
    after = tuple(new[other] for other in match.new)
    found = _both(old, new, match)
    links, other_links = (
        [target for passage in side for target in passage.targets] for side in (before, after)
    )
    steps = Indel.opcodes(links, other_links) if before and after else ()
    return Entry(
        outcome=_outcome(before, after),
        old=before,
        new=after,
        is_moved=match.is_moved,
        is_renumbered=bool(before and after) and before[0].label != after[0].label,
        pieces=pieces(before, after, tables[found] if found else ()),
        links_gone=tuple(
            link for step in steps if step.tag == "delete" for link in links[step.src_start : step.src_end]
        ),
        links_new=tuple(
            link
            for step in steps
            if step.tag == "insert"
            for link in other_links[step.dest_start : step.dest_end]
        ),
    )


def _outcome(old: Sequence[Passage], new: Sequence[Passage]) -> Outcome:
    if not old:
        return Outcome.NEW
    if not new:
        return Outcome.GONE
    before, after = ([(passage.text, passage.targets) for passage in side] for side in (old, new))
    return Outcome.SAME if before == after else Outcome.CHANGED
