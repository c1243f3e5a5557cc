"""How the file is written, which no reader sees: its byte order mark, its line ends, its tabs."""

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.check.rule import Finding
from pipeline.check.source.subject import Source
from pipeline.markdown import Block

_LINE_END = re.compile(r"\r\n|\r|\n")
_NAMES = {"\r\n": "CR LF", "\r": "CR", "\n": "LF"}


def byte_order_mark(source: Source) -> Iterator[Finding]:
    """Find the mark that some editors write before the first line."""
    if source.written.startswith("\ufeff"):
        yield Finding(
            message="the file begins with a byte order mark", hint="save it as UTF-8 without one, or leave it"
        )


def line_ends(source: Source) -> Iterator[Finding]:
    """Find line ends other than a line feed, and count them."""
    found = Counter(_LINE_END.findall(source.written))
    if set(found) - {"\n"}:
        counts = ", ".join(f"{found[end]} in {name}" for end, name in _NAMES.items() if found[end])
        mixed = " are mixed" if len(found) > 1 else " are not LF"
        yield Finding(
            message=f"the ends of lines{mixed}: {counts}",
            hint="save the file with LF, so that a comparison shows only what changed",
        )


def tab(source: Source) -> Iterator[Finding]:
    """Find tabs in the text, and count them; in code and in HTML they are at home."""
    at_home = {
        line
        for block in source.blocks
        if block.kind in {Block.CODE, Block.HTML}
        for line in range(block.first, block.last + 1)
    }
    tabs = {
        number: line.count("\t")
        for number, line in enumerate(source.lines, start=1)
        if "\t" in line and number not in at_home and number >= source.body
    }
    if tabs:
        count = sum(tabs.values())
        what = "a tab stands in the text," if count == 1 else f"{count} tabs stand in the text, the first"
        yield Finding(
            message=f"{what} in line {min(tabs)}",
            hint="write blanks, which are equally wide everywhere",
        )
