"""A page has the blocks of its source: no clause more, none less, each in its place."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from pipeline.check.page.sheet import Sheet, tags
from pipeline.check.rule import Finding


def blocks(sheet: Sheet) -> Iterator[Finding]:
    """Find the first block in which the page differs from the source's page."""
    source, target = (_BLOCK.findall(" ".join(tags(text))) for text in (sheet.source, sheet.target))
    for number, (one, other) in enumerate(zip_longest(source, target), start=1):
        if one != other:
            yield Finding(
                message=f"the page has another block than the source’s page: {_named(other)} instead of {_named(one)}, at tag {number}",
                hint="please report this document: the fault is in policyglot",
            )
            return


def _named(tag: str | None) -> str:
    return f"<{tag}>" if tag else "nothing"


_BLOCK = re.compile(
    r"<(/?(?:p|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|pre|hr|div|section|article|aside|figure|table|thead|tbody|tfoot|tr|th|td))(?=[\s/>])",
    re.IGNORECASE,
)
