"""Placeholders are filled in by a program: each must stand in the translation as often as in the source."""

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.check.rule import Finding, Pair
from pipeline.reading.placeholders import taken_out


def placeholder(pair: Pair) -> Iterator[Finding]:
    """Find placeholders that are lost, added or changed."""
    if not _SIGN.search(pair.unit.text) and not _SIGN.search(pair.message.translation):
        return
    source = Counter(taken_out(pair.unit.text)[0])
    target = Counter(taken_out(pair.message.translation)[0])
    if lost := sorted((source - target).elements()):
        yield Finding(
            message=f"the translation lacks {' '.join(lost)}",
            hint="copy it from the source, letter by letter",
            source=tuple(lost),
        )
    if added := sorted((target - source).elements()):
        yield Finding(
            message=f"the translation has {' '.join(added)}, which the source lacks",
            hint="write it exactly as the source does, or remove it",
            target=tuple(added),
        )
    if half := sorted((_marks(pair.message.translation) - _marks(pair.unit.text)).elements()):
        yield Finding(
            message=f"the translation has the template mark {' '.join(half)}, which the source lacks",
            hint="remove it; another program could take it for its own",
            target=tuple(half),
        )


_SIGN = re.compile(r"[{}%]|<\?|\?>")
"""A placeholder, and a mark of a template language, has one of these."""
_MARK = re.compile(r"\{\{|\}\}|\{%|%\}|<%|%>|<\?|\?>|\$\{|\#\{|\{\#|\#\}")


def _marks(text: str) -> Counter[str]:
    """The marks of template languages that belong to no whole placeholder; an explicit heading id is none."""
    return Counter(_MARK.findall(_HEADING_ID.sub(" ", taken_out(text)[1])))


_HEADING_ID = re.compile(r"\{#[\w.:-]+\}")
