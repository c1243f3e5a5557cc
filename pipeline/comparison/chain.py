"""What stayed in its order: the heaviest of the chains that rise in both versions."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Link:
    place: int
    weight: int
    index: int
    before: "_Link | None"


def heaviest(places: Sequence[int], weights: Sequence[int]) -> frozenset[int]:
    """Return the indices of the heaviest subsequence whose places rise.

    Args:
        places: different numbers.
        weights: of each, more than 0.
    """
    ends: list[_Link] = []  # The best chains: one that ends at a higher place is here only if it is heavier.
    for index, (place, weight) in enumerate(zip(places, weights, strict=True)):
        at = bisect_left(ends, place, key=lambda link: link.place)
        before = ends[at - 1] if at else None
        link = _Link(place, weight + (before.weight if before else 0), index, before)
        stop = at
        while stop < len(ends) and ends[stop].weight <= link.weight:
            stop += 1
        ends[at:stop] = [link]
    found: list[int] = []
    last = ends[-1] if ends else None
    while last:
        found.append(last.index)
        last = last.before
    return frozenset(found)


def in_order(pairs: Mapping[int, int], weights: Sequence[int]) -> Sequence[tuple[int, int]]:
    """Return the pairs that keep their order, as the heaviest chain has them, in the order of both versions.

    Args:
        pairs: indices of the new version, by those of the old one.
        weights: of each passage of the old version, more than 0.
    """
    found = sorted((other, one) for one, other in pairs.items())
    chain = heaviest([one for _, one in found], [weights[one] for _, one in found])
    return [(one, other) for index, (other, one) in enumerate(found) if index in chain]
