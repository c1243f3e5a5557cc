"""Blanks that nobody meant."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Finding, Pair


def blanks(pair: Pair) -> Iterator[Finding]:
    """Find doubled blanks, and blanks at the ends, that the source lacks."""
    source, target = pair.unit.text, pair.message.translation
    if target[:1] not in _BLANKS and not _SUSPECT.search(target):
        return
    for pattern, message in _WRONG:
        found = pattern.search(target)
        if found and not pattern.search(source):
            yield Finding(message=message, hint="remove it", target=(found[0],) if found[0].strip() else ())


_BLANKS = tuple(" \u00a0\t\u3000")
_SUSPECT = re.compile(r"[ \u00a0\t\u3000](?:[ \u00a0\t\u3000\n]|$)|\n[ \u00a0\t]")
"""A blank that is not alone between two letters, as nearly all are."""
_WRONG = (
    (re.compile(r"(?<=\S)[ \u00a0\t\u3000]{2,}(?=\S)"), "a doubled blank stands in the translation"),
    (re.compile(r"^[ \t\u00a0\u3000]+|\n[ \t\u00a0]+"), "the translation begins with a blank"),
    (re.compile(r"[ \t\u00a0\u3000]+$|[ \t\u00a0]+\n"), "the translation ends with a blank"),
)
