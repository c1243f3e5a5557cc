"""How many words a text has, so that the size of what is not translated can be told."""

import regex

_WORD = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*"
    r"|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-.,'’@/·:][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*"
)
"""A run of letters and digits, with single marks inside; where words are not parted by blanks, each letter counts as one."""


def word_count(text: str) -> int:
    """Count the words of a text as a translation agency would: ``e-mail``, ``3,000`` and an address are one word each.

    The size of a text, in any script; `sentences.word_count` tells how much of a sentence there is to compare, and numbers are none.
    """
    return sum(1 for _ in _WORD.finditer(text))
