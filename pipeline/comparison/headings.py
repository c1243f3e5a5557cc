"""Where the text of a section went."""

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.comparison.similarity import Group
from pipeline.comparison.values import Passage


def renamed(old: Sequence[Passage], new: Sequence[Passage], groups: Sequence[Group]) -> tuple[Group, ...]:
    """Pair the headings that are in no group with those of the sections to which most of their text went, if they are free."""
    here = {one for ones, _ in groups for one in ones}
    there = {other for _, others in groups for other in others}
    found: list[Group] = []
    for one, other in successors(old, new, groups).items():
        if one not in here and other not in there:
            found.append(((one,), (other,)))
            there.add(other)
    return tuple(found)


def successors(old: Sequence[Passage], new: Sequence[Passage], groups: Sequence[Group]) -> Mapping[int, int]:
    """Return, for each heading of the old version, the heading of the new one below which most of its text stands.

    Of a heading below which most is gone, or nothing ever stood, there is none. The text below its subheadings counts. Of the
    headings above a text in the new version, that of the same level counts, else the nearest.
    """
    to = {one: others[0] for ones, others in groups for one in ones}
    above, above_there = _above(old), _above(new)
    votes: dict[int, Counter[int | None]] = {}
    for index, passage in enumerate(old):
        for heading in above[index]:
            if heading != index:
                place = _under(new, above_there[to[index]], old[heading].level) if index in to else None
                votes.setdefault(heading, Counter())[place] += len(passage.source) + 1
    found: dict[int, int] = {}
    for heading, counted in votes.items():
        stayed = Counter({place: weight for place, weight in counted.items() if place is not None})
        if stayed.total() > counted[None]:
            found[heading] = max(stayed, key=lambda place: (stayed[place], -place))
    return found


def _under(passages: Sequence[Passage], headings: Sequence[int], level: int) -> int | None:
    same = [heading for heading in headings if passages[heading].level == level]
    return next(iter((*same, *headings[::-1])), None)


def _above(passages: Sequence[Passage]) -> Sequence[tuple[int, ...]]:
    """The headings above each passage, outermost first; of a heading, itself the last. The title is none."""
    found: list[tuple[int, ...]] = []
    here: tuple[int, ...] = ()
    for index, passage in enumerate(passages):
        if passage.level > 1:
            here = (*(each for each in here if passages[each].level < passage.level), index)
        found.append(here)
    return found
