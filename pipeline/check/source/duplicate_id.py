"""Ids that stand twice: a link finds only the first of them."""

from collections.abc import Iterator

from pipeline.check.rule import Finding
from pipeline.check.source.subject import Source
from pipeline.markdown import ids


def duplicate_id(source: Source) -> Iterator[Finding]:
    """Find the second and every further place of an id that the author gave, in ``{#id}`` or in HTML."""
    first: dict[str, int] = {}
    for place in ids(source.document.skeleton):
        if place.name in first:
            yield Finding(
                message=f"the id “{place.name}” stands in line {first[place.name]} already",
                hint="give this place an id of its own",
                line=place.line,
            )
        first.setdefault(place.name, place.line)
