"""A translation shows something."""

import unicodedata
from collections.abc import Iterator

from pipeline.check.rule import Finding, Pair


def empty(pair: Pair) -> Iterator[Finding]:
    """Find translations that are only blanks, or only characters that nobody sees, of a source that shows something."""
    if _is_blank(pair.target.text) and not _is_blank(pair.source.text):
        yield Finding(message="the translation shows nothing", hint="translate it, or empty it")


def _is_blank(text: str) -> bool:
    return all(unicodedata.category(character)[0] in "ZC" for character in text)
