"""Lists that some readers of Markdown take for a part of the paragraph above."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.check.rule import Finding
from pipeline.check.source.subject import Passage, Source
from pipeline.markdown import glued_lists
from pipeline.model import Kind


def glued_list(source: Source) -> Iterator[Finding]:
    """Find lists right below a line of text, and lines that were meant as a list and became text."""
    for line in glued_lists(source.document.skeleton):
        yield Finding(
            message="this list begins right below a line of text, and some programs take it for a part of that text",
            hint="write an empty line above it",
            line=line,
        )
    for passage in source.passages:
        if passage.unit.kind in {Kind.PARAGRAPH, Kind.LIST_ITEM} and passage.unit.block:
            yield from _swallowed(source, passage)


_ITEM = re.compile(r"[ >]*(?:(?P<number>\d{1,9})[.)]|[-+*])[ ]+[^\W_]")


def _swallowed(source: Source, passage: Passage) -> Iterator[Finding]:
    """Two lines in a row with the marks of items: CommonMark lets no list interrupt a paragraph that begins with 2."""
    lines = source.lines[passage.first : passage.last]
    items = [_ITEM.match(line) for line in lines]
    for index, (one, two) in enumerate(pairwise(items), start=passage.first + 1):
        if one and two and (one["number"] is None) is (two["number"] is None):
            if one["number"] and int(two["number"]) != int(one["number"]) + 1:
                continue
            yield Finding(
                message="this line looks like an item of a list, but is a part of the text above it",
                hint="write an empty line above the list, and begin it at the left margin",
                line=index,
            )
            return
