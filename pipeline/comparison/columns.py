"""Which columns of two tables correspond."""

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Indel

Step = tuple[int | None, int | None]
"""A column of the old table and the one of the new table that it became; none of a column that only one of them has."""

_TOGETHER = 0.01
"""That two columns stand in the same place counts a little, where nothing else speaks for or against them."""


def columns(rows: Iterable[tuple[Sequence[str], Sequence[str]]]) -> tuple[Step, ...]:
    """Align the columns of two tables, so that all their rows together are as similar as can be, in the order of both.

    Args:
        rows: the cells of each row of the old table, and of the row of the new one that it became; at least one.
    """
    pairs = list(rows)
    width, other_width = (len(side) for side in pairs[0])
    alike = [
        [
            _TOGETHER
            + sum(
                Indel.normalized_similarity(old[one], new[other])
                for old, new in pairs
                if old[one] or new[other]
            )
            for other in range(other_width)
        ]
        for one in range(width)
    ]
    best = [[0.0] * (other_width + 1) for _ in range(width + 1)]
    for one in reversed(range(width)):
        for other in reversed(range(other_width)):
            both = best[one + 1][other + 1] + alike[one][other]
            best[one][other] = max(both, best[one + 1][other], best[one][other + 1])
    found: list[Step] = []
    one = other = 0
    while one < width and other < other_width:
        if best[one][other] == best[one + 1][other + 1] + alike[one][other]:
            found.append((one, other))
            one, other = one + 1, other + 1
        elif best[one][other] == best[one + 1][other]:
            found.append((one, None))
            one += 1
        else:
            found.append((None, other))
            other += 1
    found += [(rest, None) for rest in range(one, width)]
    found += [(None, rest) for rest in range(other, other_width)]
    return tuple(found)
