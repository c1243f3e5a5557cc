"""Links inside the site that lead nowhere."""

from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from pipeline.check.rule import Finding
from pipeline.check.site.address import Address
from pipeline.check.site.page import Reference
from pipeline.check.site.subject import Site

NOT_FOUND = "404.html"
"""A page of this name is shown under any address that does not exist."""


def broken_link(site: Site) -> Iterator[Finding]:
    """Find addresses in pages and style sheets that lead to no file of the site, or to no place of a page."""
    for here, reference in site.references():
        found = site.address(reference.url, here)
        told = found and (_file(site, here, reference, found) or _place(site, found, reference))
        if told:
            message, hint = told
            yield Finding(message=message, hint=hint, source=(reference.url,), path=here, line=reference.line)


def _file(site: Site, here: str, reference: Reference, found: Address) -> tuple[str, str] | None:
    link = f"the link to “{reference.url}”"
    if found.path is None:
        return f"{link} climbs out of the site’s folder", "take away a “../”"
    if found.path not in site.files:
        if f"{found.path}/index.html" in site.files:
            return f"{link} leads to a folder", "put “/” at its end"
        return f"{link} leads to no file of the site", "correct the link, or add the file"
    if found.is_relative and here.rpartition("/")[2] == NOT_FOUND:
        return (
            f"{link} is relative, and this page is shown under any address",
            "begin the link with “/”",
        )
    return None


def _place(site: Site, found: Address, reference: Reference) -> tuple[str, str] | None:
    name = found.fragment.partition(":~:")[0]
    page = site.pages.get(found.path or "")
    if page is None or name.lower() in {"", "top"}:
        return None
    places = {*(place.name for place in page.ids), *page.names}
    if {name, unquote(name)} & places:
        return None
    near = get_close_matches(unquote(name), sorted(places), n=1)
    hint = (
        f"did you mean “#{near[0]}”?" if near else "correct the link, or give the place that is meant this id"
    )
    return f"the link to “{reference.url}” leads to no place of “{found.path}”", hint
