"""Versions: what may be one, and their order."""

import re
import unicodedata

Order = tuple[tuple[bool, int, str], ...]

LONGEST = 40
"""Characters of a version: its folder's name has to fit into 255 bytes, with room for a mark."""


def is_version(text: str) -> bool:
    """Whether a text can name the folder of a release: letters and digits of any script, and ``.-_`` inside."""
    return (
        0 < len(text) <= LONGEST
        and not {text[0], text[-1]} & set(".-_")
        and all(character in ".-_" or unicodedata.category(character)[0] in "LMN" for character in text)
    )


def order(version: str) -> Order:
    """Return what versions are ordered by: numbers as numbers, words as words, numbers before words.

    ``1.9`` comes before ``1.10``, and ``1.0`` before ``1.0.1``. Marks between them, upper and lower case, zeros before a number
    and forms of one character make no difference, so that two versions never differ by what an eye or a disk may miss.
    """
    parts = _PARTS.findall(unicodedata.normalize("NFKC", version).casefold())
    return tuple((False, int(part), "") if part.isdecimal() else (True, 0, part) for part in parts)


_PARTS = re.compile(r"\d+|[^\d._-]+")
