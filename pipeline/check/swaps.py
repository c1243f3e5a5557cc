"""Addresses of the source and of a translation, compared with the exchanges that the project allows."""

from collections import Counter
from collections.abc import Mapping, Sequence


def differing(
    source: Sequence[str], target: Sequence[str], swaps: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    """Return the addresses that only the source has, and those that only the translation has, each sorted.

    Args:
        source: the addresses of the source, with repetitions.
        target: those of the translation.
        swaps: beginnings of addresses, and what may stand in their place.
    """
    if source == target:
        return [], []
    one, other = Counter(source), Counter(target)
    lost, added = one - other, other - one
    for address in sorted(lost.elements()):
        local = _local(address, swaps)
        if added[local] > 0:
            added[local] -= 1
            lost[address] -= 1
    return sorted((+lost).elements()), sorted((+added).elements())


def _local(address: str, swaps: Mapping[str, str]) -> str:
    """What may stand in the place of an address: the longest beginning that is named decides."""
    beginnings = sorted((old for old in swaps if address.startswith(old)), key=len)
    return swaps[beginnings[-1]] + address[len(beginnings[-1]) :] if beginnings else address
