"""How findings put texts into words."""

import unicodedata
from collections.abc import Iterable


def quoted(parts: Iterable[str]) -> str:
    """Return texts in quotation marks, with commas between: ``“a”, “b”``."""
    return ", ".join(f"“{excerpt(part)}”" for part in parts)


def excerpt(text: str) -> str:
    """Return the beginning of a text, on one line."""
    text = text.replace("\n", " ")
    return text if len(text) <= _EXCERPT else text[:_EXCERPT].rstrip() + "…"


def named(characters: Iterable[str]) -> str:
    """Return characters that nobody sees by their numbers and names: ``U+202E (RIGHT-TO-LEFT OVERRIDE)``."""
    return ", ".join(
        f"U+{ord(character):04X} ({unicodedata.name(character, 'no name')})"
        for character in sorted(set(characters))
    )


def unequal(lost: str, added: str, *, verb: str, noun: str = "") -> str:
    """Return the sentence for what only the source has, and what only the translation has; either may be empty.

    Args:
        lost: what the translation lacks.
        added: what the source lacks.
        verb: what a text does with it: ``names``, ``says``.
        noun: what it is, for a sentence without the verb: ``the date``.
    """
    if lost and added:
        return f"the translation {verb} {added} where the source {verb} {lost}"
    return (
        f"the translation {verb} {added}, which the source lacks"
        if added
        else f"the translation lacks {noun} {lost}"
    )


_EXCERPT = 50
