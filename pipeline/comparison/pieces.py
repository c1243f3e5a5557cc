"""How the texts of one entry differ, cell by cell and passage by passage."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pipeline.comparison.columns import Step
from pipeline.comparison.values import CELL, PARAGRAPH, Passage
from pipeline.reading.differences import Fate, Piece, differences


def pieces(old: Sequence[Passage], new: Sequence[Passage], columns: Sequence[Step] = ()) -> tuple[Piece, ...]:
    """Return the pieces of both sides; where a text came into another language, all of it is gone and new.

    Args:
        old: passages of the old version.
        new: what they became.
        columns: of two rows, which cells correspond.
    """
    if columns:
        return _joined(_of_rows(old[0], new[0], columns))
    before, after = (PARAGRAPH.join(passage.text for passage in side) for side in (old, new))
    languages, other_languages = ({passage.is_translated for passage in side} for side in (old, new))
    is_foreign = languages.isdisjoint(other_languages)
    return _joined(_whole(before, after) if is_foreign else differences(before, after))


def _of_rows(old: Passage, new: Passage, columns: Sequence[Step]) -> Iterator[Piece]:
    before, after = old.text.split(CELL), new.text.split(CELL)
    for one, other in columns:
        # A separator stands before every cell but the first, on each side.
        gap, other_gap = CELL if one else "", CELL if other else ""
        if one is None or other is None:
            yield from _whole(
                "" if one is None else gap + before[one], "" if other is None else other_gap + after[other]
            )
        else:
            yield from _whole(gap, other_gap)
            is_foreign = old.translated[one] != new.translated[other]
            yield from (_whole if is_foreign else differences)(before[one], after[other])


def _whole(old: str, new: str) -> Iterator[Piece]:
    if old == new:
        yield Piece(fate=Fate.SAME, text=old)
        return
    yield Piece(fate=Fate.GONE, text=old)
    yield Piece(fate=Fate.NEW, text=new)


def _joined(found: Iterable[Piece]) -> tuple[Piece, ...]:
    """Make neighbours of one fate one, put what is gone before what is new, and leave out what is empty."""
    pieces: list[Piece] = []
    some = (piece for piece in found if piece.text)
    for is_same, group in groupby(some, key=lambda piece: piece.fate is Fate.SAME):
        here = list(group)
        for fate in (Fate.SAME,) if is_same else (Fate.GONE, Fate.NEW):
            text = "".join(piece.text for piece in here if piece.fate is fate)
            if text:
                pieces.append(Piece(fate=fate, text=text))
    return tuple(pieces)
