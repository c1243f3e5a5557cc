"""Translations are untrusted input: they may hold only the HTML tags that their source holds."""

from collections import Counter
from collections.abc import Iterator

from pipeline.check.pair import Finding, Pair


def raw_html(pair: Pair) -> Iterator[Finding]:
    """Find raw HTML that the source lacks."""
    extra = Counter(pair.target.html) - Counter(pair.source.html)
    if extra:
        yield Finding(
            message=f"the translation has raw HTML that the source lacks: {' '.join(sorted(extra))}",
            hint="remove it, or write \\< for a plain “<”",
        )
