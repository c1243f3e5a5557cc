"""Words that a program or a hurried translator left behind."""

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.check.phrase import quoted
from pipeline.check.rule import Finding, Pair


def literal(pair: Pair) -> Iterator[Finding]:
    """Find words that stand for a missing text, such as ``None``, ``TODO`` and ``???``, which the source lacks."""
    tongue = pair.brief.target.split("_", maxsplit=1)[0]
    there = _LEFT.findall(pair.message.translation) if _SIGN.search(pair.message.translation) else ()
    added = Counter(there) - Counter(_LEFT.findall(pair.unit.text)) if there else ()
    found = sorted(word for word in added if word not in _WORDS.get(tongue, ()))
    if found:
        yield Finding(
            message=f"something is missing here: {quoted(found)}",
            hint="write what the source says in its place",
            target=tuple(found),
        )


_SIGN = re.compile(
    r"N[oUa/]|TODO|FIXME|TB[DC]|XXX|undefined|nil|\?[?？]{2}|？[?？]{2}|\[object|L[Oo][Rr]|l[Oo][Rr]|\#[RVN]|<"
)
"""How each of them begins, looked for in one step: `re` looks only at letters that a pattern begins with if each way does with one."""
_LEFT = re.compile(
    r"""
      (?<![\w-])(?:None|NULL|NaN|TODO|FIXME|TBD|TBC|XXX|undefined|nil|N/A)(?![A-Za-z0-9_-])
    | [?？]{3,} | \[object\ Object\] | (?i:lorem\ ipsum) | \#REF! | \#VALUE! | \#NAME\? | <(?:missing|empty|null|TODO)>
    """,
    re.VERBOSE,
)
_WORDS = {"es": {"TODO"}, "pt": {"TODO"}, "gl": {"TODO"}, "de": {"NULL"}, "id": {"nil"}}
"""What is a word of the language."""
