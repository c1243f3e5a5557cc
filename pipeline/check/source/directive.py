"""Directives that say nothing to this program."""

from collections.abc import Iterator

from pipeline.check.rule import Finding
from pipeline.check.source.subject import Source


def directive(source: Source) -> Iterator[Finding]:
    """Find directives that are unknown, incomplete, or stand where they are not obeyed."""
    for problem in source.document.diagnostics:
        yield Finding(message=problem.message, hint=problem.hint, line=problem.line)
