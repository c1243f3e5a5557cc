"""Emphasis, code, links, images and line breaks stand in the translation as often as in the source."""

from collections import Counter
from collections.abc import Iterator

from pipeline.check.rule import Finding, Pair


def markup(pair: Pair) -> Iterator[Finding]:
    """Find inline markup that is lost or added; its order is the translator's."""
    if pair.source.markup != pair.target.markup:
        source, target = Counter(pair.source.markup), Counter(pair.target.markup)
        names = sorted(source.keys() | target.keys())
        differing = [
            f"{name} {source[name]} → {target[name]}" for name in names if source[name] != target[name]
        ]
        yield Finding(
            message=f"the markup differs from the source: {', '.join(differing)}",
            hint="mark up the same words as the source does",
        )
