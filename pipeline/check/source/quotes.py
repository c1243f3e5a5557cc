"""Quotation marks without a partner."""

from collections.abc import Iterator

from pipeline.check.rule import Finding
from pipeline.check.source.pairs import finding, unpaired
from pipeline.check.source.subject import Source
from pipeline.reading.marks import QUOTES, stray_quotes

_PAIRS = {'""', "''"}.union(*QUOTES.values())


def quotes(source: Source) -> Iterator[Finding]:
    """Find them in the texts, but not in code."""
    for stray in unpaired(
        source,
        lambda text: stray_quotes(text, source.locale),
        lambda opening, closing: opening + closing in _PAIRS,
    ):
        yield finding(source, stray, "quotation mark")
