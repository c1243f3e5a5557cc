"""Where the values stand in JSON, and in the values of TOML, which has the same brackets.

The text is known to be valid, because the format's library has read it; here it is only measured.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.frontmatter.block import Item, Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Syntax:
    """What the two formats write differently."""

    blank: re.Pattern[str]
    """What may stand between two things. It matches an empty text, too."""
    key: re.Pattern[str]
    names: Callable[[str], Path]
    """From a key as written to the names in it."""
    plain: re.Pattern[str]
    """A value that is neither a list nor a table."""


Measured = tuple[tuple[Item, ...], int]
"""Values, still without their texts, and where the text goes on."""

_CLOSING = {"[": "]", "{": "}"}


def after(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return where something ends that begins at a position."""
    match = pattern.match(text, at)
    if match is None:
        message = f"{pattern.pattern} does not match at {at}, in a text that was valid"
        raise ValueError(message)
    return match.end()


def value(syntax: Syntax, text: str, at: int, path: Path) -> Measured:
    """Measure a value and those inside it."""
    inside: tuple[Item, ...] = ()
    if text[at] in _CLOSING:
        inside, end = _members(syntax, text, at, path)
    else:
        end = after(syntax.plain, text, at)
    return (Item(path=path, start=at, end=end), *inside), end


def pair(syntax: Syntax, text: str, at: int, path: Path) -> Measured:
    """Measure a key, one mark, and a value, in the table of that path."""
    end = after(syntax.key, text, at)
    mark = after(syntax.blank, text, end)
    return value(syntax, text, after(syntax.blank, text, mark + 1), (*path, *syntax.names(text[at:end])))


def _members(syntax: Syntax, text: str, at: int, path: Path) -> Measured:
    closing = _CLOSING[text[at]]
    items: list[Item] = []
    index = 0
    at = after(syntax.blank, text, at + 1)
    while text[at] != closing:
        if closing == "}":
            found, at = pair(syntax, text, at, path)
        else:
            found, at = value(syntax, text, at, (*path, index))
        items += found
        index += 1
        at = after(syntax.blank, text, at)
        if text[at] == ",":
            at = after(syntax.blank, text, at + 1)
    return tuple(items), at + 1
