"""Placeholders are filled in by a program: each must stand in the translation as often as in the source."""

import re
from collections import Counter
from collections.abc import Iterator

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
    source = Counter(_PLACEHOLDER.findall(pair.unit.text))
    target = Counter(_PLACEHOLDER.findall(pair.message.translation))
    if lost := sorted((source - target).elements()):
        yield Finding(
            message=f"the translation lacks {' '.join(lost)}",
            hint="copy it from the source, letter by letter",
        )
    if added := sorted((target - source).elements()):
        yield Finding(
            message=f"the translation has {' '.join(added)}, which the source lacks",
            hint="write it exactly as the source does, or remove it",
        )
