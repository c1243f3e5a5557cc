"""What a reader sees is in the order in which it is stored."""

import re
from collections.abc import Iterator

from pipeline.check.phrase import named
from pipeline.check.rule import Finding, Pair


def bidi(pair: Pair) -> Iterator[Finding]:
    """Find characters that turn the direction of writing around, and isolates that are not closed (UAX 9).

    Marks (U+200E, U+200F, U+061C) and closed isolates (U+2066 to U+2069) only help.
    """
    text = pair.message.translation
    if not _DIRECTION.search(text):
        return
    turning = sorted(set(text) & _TURNING - set(pair.unit.text))
    if turning:
        yield Finding(
            message=f"the translation has characters that can show a text in another order: {named(turning)}",
            hint="remove them; where a direction must be set, use the isolates U+2066 to U+2069",
            target=tuple(turning),
        )
    elif not _is_closed(text):
        yield Finding(
            message="a direction that is set in the translation is not ended in it",
            hint="close each of U+2066, U+2067 and U+2068 with U+2069",
            target=tuple(sorted(set(text) & {*_OPENING, _CLOSING})),
        )


_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_TURNING = set("\u202a\u202b\u202c\u202d\u202e")
_OPENING = "\u2066\u2067\u2068"
_CLOSING = "\u2069"


def _is_closed(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character in _OPENING) - (character == _CLOSING)
        if depth < 0 or (character == "\n" and depth):
            return False
    return depth == 0
