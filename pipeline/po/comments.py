"""What an entry's comment lines say. Lines are what stands after the ``#`` and the character that tells their kind."""

import re
from collections.abc import Iterable

_REFERENCE = re.compile(r"[^\s\u2068]*\u2068[^\u2069]*\u2069\S*|\S+")
"""A place in a source; gettext encloses a file name with blanks in U+2068 and U+2069."""


def words(lines: Iterable[str]) -> tuple[str, ...]:
    """Read lines for people: a translator's own ones, or those from a source."""
    return tuple(line.removeprefix(" ") for line in lines)


def references(lines: Iterable[str]) -> tuple[str, ...]:
    """Read places in the source, in their order."""
    return tuple(place for line in lines for place in _REFERENCE.findall(line))


def flags(lines: Iterable[str]) -> tuple[str, ...]:
    """Read flags, each once, in their order."""
    found = (flag.strip() for line in lines for flag in line.split(","))
    return tuple(dict.fromkeys(flag for flag in found if flag))
