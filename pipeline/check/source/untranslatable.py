"""Prose that would stay in the source language, because no translator sees it."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Finding
from pipeline.check.source.subject import Source


def html_block(source: Source) -> Iterator[Finding]:
    """Find blocks of HTML whose text cannot be told from its tags."""
    for aside in source.document.asides:
        if aside.kind == "html":
            yield Finding(
                message="this HTML block cannot be taken apart, so it stays as it is",
                hint="close its tags and quotes, and write &lt; for a plain “<”",
                line=aside.line,
            )


def code_block(source: Source) -> Iterator[Finding]:
    """Find prose in indented code blocks; nobody indents code so by mistake between ``` lines."""
    for aside in source.document.asides:
        if aside.kind == "code" and _is_prose(aside.text):
            yield Finding(
                message="this looks like prose, but is indented as code",
                hint="indent it by less than four blanks, or put it between ``` lines",
                line=aside.line,
            )


def reference_title(source: Source) -> Iterator[Finding]:
    """Find titles of link definitions, which no translation can replace."""
    for aside in source.document.asides:
        if aside.kind == "title":
            yield Finding(
                message="the title of this link definition is not translated",
                hint='write the title at the link itself: [text](target "title")',
                line=aside.line,
            )


_WORD = re.compile(r"[^\W\d_]{2,}")
_CODE = re.compile(r"[{}<>=;$\\|]|\(\)|//|^\s*[#$>%]", re.MULTILINE)
_PROSE = 4
"""So many words in a row of code without any sign of code are taken for prose."""


def _is_prose(text: str) -> bool:
    return len(_WORD.findall(text)) >= _PROSE and not _CODE.search(text)
