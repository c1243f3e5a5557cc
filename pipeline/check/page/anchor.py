"""The places that a page's links lead to are on the page, each once."""

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.check.page.sheet import Sheet, tags
from pipeline.check.phrase import quoted
from pipeline.check.rule import Finding


def anchor(sheet: Sheet) -> Iterator[Finding]:
    """Find ids and links inside the page that the source's page does not have; what is wrong there is the source's."""
    for pattern, what in ((_ID, "places"), (_LINK, "links into the page")):
        source, target = (
            Counter(pattern.findall(" ".join(tags(text)))) for text in (sheet.source, sheet.target)
        )
        differing = sorted({*(source - target), *(target - source)})
        if differing:
            yield Finding(
                message=f"the {what} are not those of the source’s page: {quoted(differing)}",
                hint="please report this document: the fault is in policyglot",
            )


_ID = re.compile(r"""\s(?:id|name)\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_LINK = re.compile(r"""\shref\s*=\s*["']?(#[^"'\s>]*)""", re.IGNORECASE)
