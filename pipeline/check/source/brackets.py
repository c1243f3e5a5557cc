"""Brackets without a partner."""

from collections.abc import Iterator

from pipeline.check.rule import Finding
from pipeline.check.source.pairs import finding, unpaired
from pipeline.check.source.subject import Source
from pipeline.reading.marks import stray_brackets

_PAIRS = {"()", "[]", "{}", "（）", "［］", "｛｝", "【】", "〔〕", "〖〗", "(）", "（)"}


def brackets(source: Source) -> Iterator[Finding]:
    """Find them in the texts, but not in code."""
    for stray in unpaired(source, stray_brackets, lambda opening, closing: opening + closing in _PAIRS):
        yield finding(source, stray, "bracket")
