"""Blanks that stand twice inside a line of prose."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Finding
from pipeline.check.source.subject import Passage, Source
from pipeline.model import Kind


def doubled_blank(source: Source) -> Iterator[Finding]:
    """Find them in paragraphs, items and headings, but not behind the end of a sentence, where some people write two."""
    seen = 0
    for passage in source.passages:
        if passage.unit.kind in _PROSE and passage.unit.block and passage.first > seen:
            seen = passage.last
            yield from _of(source, passage)


_PROSE = {Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.HEADING}
_NO_PROSE = re.compile(
    r"(?<!`)(?P<ticks>`+)(?!`)(?s:.*?)(?<!`)(?P=ticks)(?!`)|<[^<>]*>|\]\([^()]*\)|\{[{%].{0,200}?[%}]\}"
)
_MARKS = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6}|\[[ xX]\])[ \t]+)*")
_DOUBLED = re.compile(r"(?<![.?!:;…\s])(?<![.?!:;…][\"'”’)*_]) {2,}(?![\s]|\{#|#+\s*$)(?=.)")
_WORD = re.compile(r"[^ \n]*")
_HIDDEN = re.compile(r"\ufffc+")


def _of(source: Source, passage: Passage) -> Iterator[Finding]:
    text = "\n".join(source.lines[passage.first - 1 : passage.last])
    shown = _NO_PROSE.sub(lambda found: re.sub(r"[^\n]", "\ufffc", found[0]), text)
    for number, line in enumerate(shown.split("\n"), start=passage.first):
        marks = _MARKS.match(line)
        found = _DOUBLED.search(line, marks.end() if marks else 0)
        if found:
            before = line[: found.start()].rpartition(" ")[2]
            after = _WORD.match(line, found.end())
            part = _HIDDEN.sub("…", f"{before}{found[0]}{after[0] if after else ''}")
            yield Finding(
                message=f"“{part}” has more than one blank",
                hint="write one",
                line=number,
            )
