"""Marks of a version control merge in a translation."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Finding, Pair


def conflict(pair: Pair) -> Iterator[Finding]:
    """Find conflict marks inside a translation; outside of one the file is no PO file any more."""
    mark = _MARK.search(pair.message.translation)
    if mark and not _MARK.search(pair.unit.text):
        yield Finding(
            message=f"a conflict mark of a version control merge is left here: “{mark[0].strip()}”",
            hint="choose one of the two texts and delete the marks",
            target=(mark[0].strip(),),
        )


_MARK = re.compile(r"(?:^|\n)\s*(?:<{7}|={7}|>{7}|\|{7})(?![<=>|])")
