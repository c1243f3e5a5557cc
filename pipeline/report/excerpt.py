"""A text on one line of a terminal: cut to what matters, with marks below it.

Widths are columns: two for Hangul, Han and kana, none for what is drawn on the letter before it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from unicodedata import bidirectional, category

from rich.cells import split_graphemes

from pipeline.model import Excerpt
from pipeline.reading.visible import pieces, spelled

_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_CUT = "…"
_NEEDED = 6
"""So many letters on either side tell where a part stands; a part that has no room for them is left out, but the first."""

Span = tuple[int, int]
"""A beginning and an end, counted from 0; the end is not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text as it is shown."""

    runs: tuple[tuple[str, bool], ...]
    """Its stretches, and whether each is marked."""
    marks: str
    """What stands below it; empty where nothing is marked, or where brackets mark it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Atom:
    """What is never cut: a letter with all that is drawn on it, or an escape."""

    text: str
    width: int
    marked: bool


def line(excerpt: Excerpt, width: int, *, near: float = 0.0) -> Line:
    """Lay out a text on a line.

    Args:
        excerpt: the text, and its parts that are marked.
        width: so many columns may be used; the brackets that mark right-to-left text come on top.
        near: where to look, from 0 for its beginning to 1, if it is too long and has no parts.
    """
    atoms = _atoms(excerpt.text, excerpt.places)
    spans = _kept(atoms, width, near)
    stretches = list(_stretches(atoms, spans))
    if any(bidirectional(char) in _RIGHT_TO_LEFT for text, _, _ in stretches for char in text):
        # Where a terminal turns text round, nothing stands above its mark.
        runs = tuple((f"⟦{text}⟧" if marked else text, marked) for text, _, marked in stretches)
        return Line(runs=runs, marks="")
    marks = "".join(("^" if marked else " ") * columns for _, columns, marked in stretches)
    return Line(runs=tuple((text, marked) for text, _, marked in stretches), marks=marks.rstrip(" "))


def centre(excerpt: Excerpt | None) -> float:
    """Return where the first part of a text stands in it: 0 for the beginning, or if there is none; below 1."""
    if excerpt is None or not (places := excerpt.places):
        return 0.0
    return sum(min(places)) / 2 / len(excerpt.text)


def _atoms(text: str, places: Iterable[Span]) -> Sequence[_Atom]:
    shown, marked = list(pieces(text)), [False] * len(text)
    for start, end in places:
        marked[start:end] = [True] * (end - start)
        if all(_unseen(char) for char in text[start:end]):
            shown[start:end] = [spelled(char) for char in text[start:end]]
    return [atom for group in _groups(text, shown) for atom in _split(group, shown, marked)]


def _unseen(char: str) -> bool:
    """Whether a mark below a character would stand below nothing; a plain blank shows by its neighbours."""
    return char != " " and category(char) in {"Zs", "Mn", "Me", "Cf"}


def _groups(text: str, shown: Sequence[str]) -> Iterator[tuple[bool, Span]]:
    """Part a text into stretches shown as they are, and characters that something else stands for."""
    at = 0
    for as_it_is, group in groupby(zip(text, shown, strict=True), key=lambda pair: pair[0] == pair[1]):
        length = len(list(group))
        steps = [(at, at + length)] if as_it_is else [(at + step, at + step + 1) for step in range(length)]
        yield from ((as_it_is, step) for step in steps)
        at += length


def _split(group: tuple[bool, Span], shown: Sequence[str], marked: Sequence[bool]) -> Iterator[_Atom]:
    is_text, (start, end) = group
    text = "".join(shown[start:end])
    for first, last, width in split_graphemes(text)[0] if is_text else [(0, len(text), len(text))]:
        within = marked[start + first : start + last] if is_text else marked[start:end]
        yield _Atom(text=text[first:last], width=width, marked=any(within))


def _kept(atoms: Sequence[_Atom], width: int, near: float) -> Sequence[Span]:
    """Choose what is shown: the first parts, as many as there is room for, and as much as there is on either side."""
    columns = [0, *accumulate(atom.width for atom in atoms)]
    if columns[-1] <= width:
        return [(0, len(atoms))]
    anchors = list(_runs(atoms)) or [(int(near * len(atoms)), int(near * len(atoms)) + 1)]
    few = 1
    while few < len(anchors) and _fits(_widened(anchors[: few + 1], _NEEDED, len(atoms)), columns, width):
        few += 1
    chosen = _cut(anchors[0], columns, width)
    for reach in range(width):
        wider = _widened(anchors[:few], reach, len(atoms))
        if not _fits(wider, columns, width):
            break
        chosen = wider
    return chosen


def _runs(atoms: Sequence[_Atom]) -> Iterator[Span]:
    at = 0
    for marked, group in groupby(atoms, key=lambda atom: atom.marked):
        length = len(list(group))
        if marked:
            yield (at, at + length)
        at += length


def _widened(spans: Iterable[Span], reach: int, end: int) -> Sequence[Span]:
    """Take in so many atoms on either side of each span; those that then meet, or all but meet, become one."""
    wider: list[Span] = []
    for start, stop in spans:
        left, right = max(0, start - reach), min(end, stop + reach)
        if wider and left <= wider[-1][1] + 1:
            wider[-1] = (wider[-1][0], right)
        else:
            wider.append((left, right))
    return wider


def _fits(spans: Sequence[Span], columns: Sequence[int], width: int) -> bool:
    """Whether there is room for spans, with the signs for what is cut away."""
    ends = (spans[0][0] > 0) + (spans[-1][1] < len(columns) - 1)
    return sum(columns[end] - columns[start] for start, end in spans) + len(spans) - 1 + ends <= width


def _cut(span: Span, columns: Sequence[int], width: int) -> Sequence[Span]:
    """Take of a span what there is room for, from its beginning."""
    start, end = span
    while end > start + 1 and not _fits([(start, end)], columns, width):
        end -= 1
    return [(start, end)]


def _stretches(atoms: Sequence[_Atom], spans: Iterable[Span]) -> Iterator[tuple[str, int, bool]]:
    """Put the spans together: what is shown, its width in columns, and whether it is marked."""
    at = 0
    for start, end in spans:
        if start > at:
            yield (_CUT, 1, False)
        for marked, group in groupby(atoms[start:end], key=lambda atom: atom.marked):
            told = list(group)
            yield ("".join(atom.text for atom in told), sum(atom.width for atom in told), marked)
        at = end
    if at < len(atoms):
        yield (_CUT, 1, False)
