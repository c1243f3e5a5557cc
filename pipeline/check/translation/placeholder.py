"""Placeholders are filled in by a program: each must stand in the translation as often as in the source."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from pipeline.check.rule import Finding, Pair

_PLACEHOLDER = re.compile(
    r"""
      \{\{.*?\}\} | \{%.*?%\}              # Jinja, Liquid, Handlebars
    | \$\{\w+\}                            # shell, JavaScript
    | \{\w*\}                              # Python, ICU
    | %\(\w+\)[sd] | (?<![\w%])%[sd](?!\w) # printf
    """,
    re.VERBOSE,
)


def placeholder(pair: Pair) -> Iterator[Finding]:
    """Find placeholders that are lost, added or changed."""
    source = Counter(_taken_out(pair.unit.text)[0])
    target = Counter(_taken_out(pair.message.translation)[0])
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


@lru_cache(maxsize=64)
def _taken_out(text: str) -> tuple[tuple[str, ...], str]:
    """The placeholders of a text, and the text without them; looked for once, which is slow where many begin and none ends."""
    found = tuple(_PLACEHOLDER.findall(text))
    return found, _PLACEHOLDER.sub(" ", text) if found else text


_MARK = re.compile(r"\{\{|\}\}|\{%|%\}|<%|%>|<\?|\?>|\$\{|\#\{|\{\#|\#\}")


def _marks(text: str) -> Counter[str]:
    """The marks of template languages that belong to no whole placeholder; an explicit heading id is none."""
    return Counter(_MARK.findall(_HEADING_ID.sub(" ", _taken_out(text)[1])))


_HEADING_ID = re.compile(r"\{#[\w.:-]+\}")
