"""Text from files, made safe to show: it stays on its line, sends a terminal no commands and turns no text round."""

from collections.abc import Iterator
from unicodedata import category

_SIGNS = {"\n": "⏎", "\t": "\\t"}
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Controls, also of direction; halves of characters; separators of lines and paragraphs."""
_FOUR_DIGITS = 0xFFFF
_JOINERS = "\u200c\u200d"
"""Persian words and emoji are written with them."""
_MARKS = {"Mn", "Me"}
_PILE = 8
"""So many marks in a row are put on one letter; more are no writing, and would cover the lines around."""


def hidden(char: str) -> bool:
    """Whether a character is not seen and may change how others are shown."""
    return category(char) in _HIDDEN and char not in _JOINERS


def spelled(char: str) -> str:
    r"""Return the sign or the escape that stands for a character: ``⏎``, ``\t``, ``\u202e``, ``\U000e0041``."""
    number = ord(char)
    return _SIGNS.get(char) or (f"\\u{number:04x}" if number <= _FOUR_DIGITS else f"\\U{number:08x}")


def pieces(text: str) -> Iterator[str]:
    """Return what is shown for each character of a text: itself, or what stands for it."""
    pile = 0
    for char in text:
        if char.isascii():
            pile = 0
            yield char if char.isprintable() else spelled(char)
            continue
        pile = pile + 1 if category(char) in _MARKS else 0
        yield spelled(char) if hidden(char) or pile > _PILE else char


def visible(text: str) -> str:
    """Return a text as it is shown, on one line."""
    return text if text.isascii() and text.isprintable() else "".join(pieces(text))
