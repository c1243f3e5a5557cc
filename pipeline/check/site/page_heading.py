"""Headings of a page that give no outline."""

from collections.abc import Iterator

from pipeline.check.rule import Finding
from pipeline.check.site.page import Page
from pipeline.check.site.subject import Site


def page_heading(site: Site) -> Iterator[Finding]:
    """Find pages without one ``h1``, and headings that skip a level."""
    for path, page in site.pages.items():
        for line, message, hint in _problems(page):
            yield Finding(message=message, hint=hint, path=path, line=line)


def _problems(page: Page) -> Iterator[tuple[int | None, str, str]]:
    title: int | None = None
    above = 0
    for heading in page.headings:
        level = int(heading.name[1])
        if level == 1 and title is not None:
            yield heading.line, f"an h1 stands in line {title} already", "make this one an h2"
        elif level > above + 1:
            before = f"an h{above}" if above else "no heading"
            yield heading.line, f"an h{level} follows {before}", f"make it an h{above + 1}"
        if level == 1 and title is None:
            title = heading.line
        above = level
    if title is None:
        yield None, "the page has no h1", "make its title one"
