"""Laws of comparisons, over random histories of edits."""

from collections import Counter
from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from pipeline.comparison import (
    CELL,
    PARAGRAPH,
    Comparison,
    Outcome,
    changed_sections,
    compare,
    counterparts,
    passages,
)
from pipeline.comparison.chain import heaviest
from pipeline.model import SlotKey
from pipeline.reading.differences import Fate
from pipeline.segment import Document, plain
from tests.property.documents import block
from tests.property.histories import Blocks, documents, edited, histories, plain_documents, write
from tests.test_segment import read


def translated(document: Document) -> Mapping[SlotKey, str]:
    """Some of the texts in Korean, with the markup of the source."""
    return {unit.slot: f"{unit.text} 번역" for unit in document.units if len(unit.text) % 3}


def compared(old: Blocks, new: Blocks) -> Comparison:
    return compare(passages(read(write(old)), {}), passages(read(write(new)), {}))


@given(blocks=documents, steps=histories(), in_korean=st.booleans())
def test_the_pieces_turn_the_old_text_into_the_new_one(
    *, blocks: Blocks, steps: Sequence[tuple[str, int]], in_korean: bool
) -> None:
    """And every passage of both versions stands in exactly one entry, the new ones in their order."""
    before, after = read(write(blocks)), read(write(edited(blocks, steps)))
    texts, new_texts = (translated(each) if in_korean else {} for each in (before, after))
    old, new = passages(before, texts), passages(after, new_texts)
    comparison = compare(old, new)
    assert [passage for entry in comparison.entries for passage in entry.new] == list(new)
    assert sorted(passage.slots for entry in comparison.entries for passage in entry.old) == [
        passage.slots for passage in old
    ]
    for entry in comparison.entries:
        for side, other in ((entry.old, Fate.NEW), (entry.new, Fate.GONE)):
            made = "".join(piece.text for piece in entry.pieces if piece.fate is not other)
            assert made == PARAGRAPH.join(passage.text for passage in side)
        assert bool(entry.old) is (entry.outcome is not Outcome.NEW)
        assert bool(entry.new) is (entry.outcome is not Outcome.GONE)
        assert min(len(entry.old), len(entry.new)) <= 1


@given(st.lists(block, max_size=4), st.lists(block, max_size=4))
def test_any_two_documents_are_compared(blocks: Sequence[str], others: Sequence[str]) -> None:
    before, after = read("\n\n".join((*blocks, *others))), read("\n\n".join((*others, *blocks[1:])))
    old, new = passages(before, {}), passages(after, {})
    comparison = compare(old, new)
    assert [passage for entry in comparison.entries for passage in entry.new] == list(new)
    for entry in comparison.entries:
        for side, other in ((entry.old, Fate.NEW), (entry.new, Fate.GONE)):
            made = "".join(piece.text for piece in entry.pieces if piece.fate is not other)
            assert made == PARAGRAPH.join(passage.text for passage in side)
    assert set(counterparts(before, after)) == {section.id for section in before.sections}


@given(blocks=documents, in_korean=st.booleans())
def test_the_passages_are_what_is_seen_of_every_unit(*, blocks: Blocks, in_korean: bool) -> None:
    document = read(write(blocks))
    texts = translated(document) if in_korean else {}
    seen: dict[SlotKey, str] = {}
    for passage in passages(document, texts):
        seen |= zip(passage.slots, (passage.label + passage.text).split(CELL), strict=True)
    assert seen == {
        unit.slot: plain(unit, document.skeleton, texts.get(unit.slot)) for unit in document.units
    }


@given(documents, histories())
def test_nothing_untouched_is_shown_as_changed(blocks: Blocks, steps: Sequence[tuple[str, int]]) -> None:
    """Whatever its number, its markup and its place."""
    new = edited(blocks, steps)
    comparison = compared(blocks, new)
    same = (entry.new[0].source for entry in comparison.entries if entry.outcome is Outcome.SAME)
    assert not Counter(block.source for block in new if not block.is_touched) - Counter(same)


@given(plain_documents, histories("insert", "delete", "edit", "split", "join", "renumber", "mark"))
def test_nothing_untouched_is_shown_as_moved_where_nothing_moved(
    blocks: Blocks, steps: Sequence[tuple[str, int]]
) -> None:
    new = edited(blocks, steps)
    untouched = {block.source for block in new if not block.is_touched}
    moved = {entry.new[0].source for entry in compared(blocks, new).entries if entry.is_moved}
    assert not untouched & moved


@given(documents)
def test_a_version_is_the_same_as_itself(blocks: Blocks) -> None:
    comparison = compared(blocks, blocks)
    assert comparison.changes == ()
    assert changed_sections(comparison) == ()
    assert not any(entry.is_moved or entry.is_renumbered for entry in comparison.entries)


@given(documents, histories("renumber", "mark"))
def test_marking_and_numbering_anew_changes_nothing(blocks: Blocks, steps: Sequence[tuple[str, int]]) -> None:
    assert compared(blocks, edited(blocks, steps)).changes == ()


@given(documents, histories())
def test_each_entry_that_is_not_the_same_is_in_its_changes(
    blocks: Blocks, steps: Sequence[tuple[str, int]]
) -> None:
    comparison = compared(blocks, edited(blocks, steps))
    told = [(change.outcome, index) for change in comparison.changes for index in change.entries]
    entries = list(enumerate(comparison.entries))
    assert Counter(told) == Counter(
        [(entry.outcome, index) for index, entry in entries if entry.outcome is not Outcome.SAME]
        + [(Outcome.MOVED, index) for index, entry in entries if entry.is_moved]
    )
    assert [change.number for change in comparison.changes] == list(range(1, len(comparison.changes) + 1))
    assert bool(comparison.changes) >= bool(changed_sections(comparison))


@given(documents, histories())
def test_every_section_leads_to_one_that_is_there(blocks: Blocks, steps: Sequence[tuple[str, int]]) -> None:
    before, after = read(write(blocks)), read(write(edited(blocks, steps)))
    ids = {section.id for section in after.sections}
    found = counterparts(before, after)
    assert list(found) == [section.id for section in before.sections]
    for name, other in found.items():
        assert other in ids | {None}
        assert name not in ids or other == name


def chains(places: Sequence[int]) -> Sequence[Sequence[int]]:
    found: list[list[int]] = [[]]
    for index, place in enumerate(places):
        found += [[*chain, index] for chain in found if not chain or places[chain[-1]] < place]
    return found


@given(st.permutations(range(7)), st.lists(st.integers(1, 9), min_size=7, max_size=7))
def test_the_chain_rises_and_none_is_heavier(places: Sequence[int], weights: Sequence[int]) -> None:
    found = sorted(heaviest(places, weights))
    assert found in chains(places)
    assert sum(weights[index] for index in found) == max(
        sum(weights[index] for index in chain) for chain in chains(places)
    )
