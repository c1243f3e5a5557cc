"""Passages of two versions that have the same source text, label and markup left aside."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from pipeline.comparison.chain import in_order
from pipeline.comparison.values import Passage


def identical(old: Sequence[Passage], new: Sequence[Passage]) -> dict[int, int]:
    """Pair the passages of the same context and source text: the index of the new one, by that of the old one.

    A text that stands once in both versions is sure. Of those that stand several times, first those are paired that stand
    beside a pair, then those that keep the order of the pairs, then those in the same section, and last what is left, in order.
    """
    before, after = _numbered(old, new)
    pairs = _Pairs(before=before, after=after)
    for here, there in _equals(before, after):
        if len(here) == len(there) == 1:
            pairs.add(here[0], there[0])
    _spread(pairs)
    _fill_gaps(pairs, [len(passage.source) + 1 for passage in old])
    _spread(pairs)
    sections = {old[one].section: new[other].section for one, other in pairs.there.items() if old[one].level}
    first = [
        (number, sections.get(each.section, each.section)) for number, each in zip(before, old, strict=True)
    ]
    second = [(number, each.section) for number, each in zip(after, new, strict=True)]
    for one, other in ((first, second), (before, after)):
        _in_order(pairs, one, other)
    return dict(pairs.there)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pairs:
    """What is paired so far, both ways, and the texts of both versions as numbers."""

    before: Sequence[int]
    after: Sequence[int]
    there: MutableMapping[int, int] = field(default_factory=dict)
    back: MutableMapping[int, int] = field(default_factory=dict)

    def add(self, one: int, other: int) -> None:
        self.there[one] = other
        self.back[other] = one

    def is_open(self, one: int, other: int) -> bool:
        """Whether two places are there, say the same and belong to no pair."""
        return (
            0 <= one < len(self.before)
            and 0 <= other < len(self.after)
            and self.before[one] == self.after[other]
            and one not in self.there
            and other not in self.back
        )


def _numbered(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[list[int], list[int]]:
    """One number for each text."""
    numbers: dict[Hashable, int] = {}
    first, second = (
        [
            numbers.setdefault((tuple(context for context, _ in each.keys), each.source), len(numbers))
            for each in side
        ]
        for side in (old, new)
    )
    return first, second


def _equals(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[tuple[list[int], list[int]]]:
    """The places of each value that both sides have."""
    places: defaultdict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, values in enumerate((before, after)):
        for index, value in enumerate(values):
            places[value][side].append(index)
    return ((here, there) for here, there in places.values() if here and there)


def _spread(pairs: _Pairs) -> None:
    """Pair equal neighbours of pairs, downwards and then upwards; the ends of the versions are a pair, too."""
    ends = ((-1, -1), (len(pairs.before), len(pairs.after)))
    for step in (1, -1):
        for one, other in sorted((*pairs.there.items(), *ends)):
            here, there = one + step, other + step
            while pairs.is_open(here, there):
                pairs.add(here, there)
                here, there = here + step, there + step


def _fill_gaps(pairs: _Pairs, weights: Sequence[int]) -> None:
    """Between pairs that keep their order, pair what is equal and keeps the order."""
    kept = in_order(pairs.there, weights)
    edges = zip([(-1, -1), *kept], [*kept, (len(pairs.before), len(pairs.after))], strict=True)
    for (start, other_start), (end, other_end) in edges:
        here = [one for one in range(start + 1, end) if one not in pairs.there]
        there = [other for other in range(other_start + 1, other_end) if other not in pairs.back]
        steps = Indel.opcodes([pairs.before[one] for one in here], [pairs.after[other] for other in there])
        for step in steps:
            if step.tag == "equal":
                for offset in range(step.src_end - step.src_start):
                    pairs.add(here[step.src_start + offset], there[step.dest_start + offset])


def _in_order(pairs: _Pairs, before: Sequence[Hashable], after: Sequence[Hashable]) -> None:
    """Pair the first of each value with the first, the second with the second."""
    for here, there in _equals(before, after):
        left = [one for one in here if one not in pairs.there]
        right = [other for other in there if other not in pairs.back]
        for one, other in zip(left, right, strict=False):
            pairs.add(one, other)
