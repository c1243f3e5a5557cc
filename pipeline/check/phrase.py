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


_EXCERPT = 50
