"""One text has one translation in all documents."""

from collections.abc import Iterator, Sequence

from pipeline.check.phrase import quoted
from pipeline.check.rule import Finding, Pair
from pipeline.model import Key


def same_source(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Find texts that another document of the project has translated in another way.

    Args:
        pairs: the finished translations of a locale, of all its documents; texts with different contexts are different.
    """
    first: dict[Key, Pair] = {}
    for pair in pairs:
        other = first.setdefault(pair.unit.key, pair)
        if other.message.translations != pair.message.translations and other.unit.path != pair.unit.path:
            yield Finding(
                message=f"another document says it in another way: {quoted([other.message.translation])} ({other.unit.path})",
                hint="say it in one way, or set the texts apart with a context in the source",
                pair=pair,
            )
