"""Ids that no link can find."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Finding
from pipeline.check.site.subject import Site


def page_id(site: Site) -> Iterator[Finding]:
    """Find ids that stand twice in a page, and ids that are none (HTML 3.2.6): empty, or with white space."""
    for path, page in site.pages.items():
        first: dict[str, int] = {}
        for place in page.ids:
            if not place.name:
                message, hint = "an id is empty", "give it a name, or take it away"
            elif _SPACE.search(place.name):
                message, hint = f"the id “{place.name}” has white space in it", "put a hyphen in its place"
            elif place.name in first:
                message = f"the id “{place.name}” stands in line {first[place.name]} already"
                hint = "give this place an id of its own"
            else:
                first[place.name] = place.line
                continue
            yield Finding(message=message, hint=hint, path=path, line=place.line)


_SPACE = re.compile(r"[ \t\n\f\r]")
