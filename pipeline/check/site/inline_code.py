"""Script and style that stand in a page itself."""

from collections.abc import Iterator

from pipeline.check.rule import Finding
from pipeline.check.site.subject import Site


def inline_code(site: Site) -> Iterator[Finding]:
    """Find what the Content-Security-Policy of the pages forbids, so that browsers pass it over."""
    for path, page in site.pages.items():
        for place in page.inline:
            yield Finding(
                message=f"“{place.name}” stands in the page, whose Content-Security-Policy forbids it",
                hint="use a file of the site instead",
                path=path,
                line=place.line,
            )
