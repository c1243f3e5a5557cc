"""Headings whose level is more than one below that of the heading before."""

from collections.abc import Iterator
from itertools import pairwise

from pipeline.check.rule import Finding
from pipeline.check.source.subject import Source
from pipeline.markdown import headings


def heading_jump(source: Source) -> Iterator[Finding]:
    """Find them. The first heading may have any level: what stands above it, the page decides.

    Headings in block quotes belong to another document.
    """
    own = [heading for heading in headings(source.document.skeleton) if not heading.is_quoted]
    for before, heading in pairwise(own):
        wanted = before.level + 1
        if heading.level > wanted:
            yield Finding(
                message=f"a heading of level {heading.level} follows one of level {before.level}",
                hint=f"make it level {wanted}: {'#' * wanted}",
                line=heading.line,
            )
