"""What a page loads from somebody else, who thereby learns of its readers."""

from collections.abc import Iterator

from pipeline.check.rule import Finding
from pipeline.check.site.address import is_elsewhere
from pipeline.check.site.page import Use
from pipeline.check.site.subject import Site


def outside_request(site: Site) -> Iterator[Finding]:
    """Find addresses that a browser loads from another host with a page or a style sheet."""
    for path, reference in site.references():
        if reference.use is Use.LOADED and is_elsewhere(reference.url, site.base):
            yield Finding(
                message=f"“{reference.url}” is loaded from outside of the site",
                hint="put the file into the site, or make it a link",
                path=path,
                line=reference.line,
            )
