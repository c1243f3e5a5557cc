"""What an author should know before money is spent on translation: prose that would stay in the source language."""

import re
from collections.abc import Iterator

from pipeline.markdown import Aside
from pipeline.model import Diagnostic, Severity
from pipeline.segment import Document

_WORD = re.compile(r"[^\W\d_]{2,}")
_CODE = re.compile(r"[{}<>=;$\\|]|\(\)|//|^\s*[#$>%]", re.MULTILINE)
_PROSE = 4
"""So many words in a row of code without any sign of code are taken for prose."""


def examine_source(document: Document) -> Iterator[Diagnostic]:
    """Find directives that say nothing to us, and blocks whose text no translator will see."""
    yield from document.diagnostics
    for aside in document.asides:
        if aside.kind == "html":
            hint = "close its tags and quotes, and write &lt; for a plain “<”"
            yield _warning(
                document,
                aside,
                "html-block",
                "this HTML block cannot be taken apart, so it stays as it is",
                hint,
            )
        elif aside.kind == "title":
            hint = 'write the title at the link itself: [text](target "title")'
            yield _warning(
                document,
                aside,
                "reference-title",
                "the title of this link definition is not translated",
                hint,
            )
        elif _is_prose(aside.text):
            hint = "indent it by less than four blanks, or put it between ``` lines"
            yield _warning(
                document, aside, "code-block", "this looks like prose, but is indented as code", hint
            )


def _is_prose(text: str) -> bool:
    return len(_WORD.findall(text)) >= _PROSE and not _CODE.search(text)


def _warning(document: Document, aside: Aside, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        path=document.path,
        line=aside.line,
        code=code,
        message=message,
        hint=hint,
        severity=Severity.WARNING,
        document=document.name,
    )
