"""Marks of Markdown that a reader would see as letters."""

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.check.phrase import quoted
from pipeline.check.rule import Finding, Pair


def leftover(pair: Pair) -> Iterator[Finding]:
    """Find marks that mark up nothing, of which the source shows fewer."""
    there = _MARK.findall(pair.target.text) if _SIGN.search(pair.target.text) else ()
    found = sorted(Counter(there) - Counter(_MARK.findall(pair.source.text))) if there else ()
    if found:
        yield Finding(
            message=f"a reader would see {quoted(found)} as letters",
            hint="put the marks directly around the words, with no blank inside; or write a backslash before a mark that is meant",
            target=tuple(found),
        )


_SIGN = re.compile(r"[*`~_]|\]\(|!\[")
"""What each mark has, looked for in one step."""
_MARK = re.compile(r"\*{1,3}|`+|~~|\]\(|__|(?<!\w)_(?=\w)|!\[")
