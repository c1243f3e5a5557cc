"""A whole site, as the rules look at it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.check.site.address import Address, address
from pipeline.check.site.page import Page, Reference, page
from pipeline.check.site.sheet import references

SITEMAP = "sitemap.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All files of a site, its pages and style sheets read once for all rules."""

    files: Mapping[str, bytes]
    """By path, relative to the site's folder, with ``/``."""
    base: str | None
    """The absolute URL of that folder, with ``/`` at its end."""
    pages: Mapping[str, Page]
    """By path, sorted."""
    sheets: Mapping[str, tuple[Reference, ...]]
    """The addresses in each style sheet, by path, sorted."""

    def file(self, url: str, here: str) -> str | None:
        """Return the file of the site to which an address in another file leads; none if there is none."""
        found = self.address(url, here)
        return found.path if found and found.path in self.files else None

    def address(self, url: str, here: str) -> Address | None:
        """Read an address that stands in a file; see `address`."""
        return address(url, here, self.base)

    def references(self) -> Iterator[tuple[str, Reference]]:
        """All addresses in pages and style sheets, each with its file."""
        for path, read in self.pages.items():
            yield from ((path, reference) for reference in read.references)
        for path, found in self.sheets.items():
            yield from ((path, reference) for reference in found)


def site(files: Mapping[str, bytes], base: str | None) -> Site:
    """Read the pages and style sheets among the files of a site."""
    if base is not None and not base.endswith("/"):
        base += "/"
    names = sorted(files)
    return Site(
        files=files,
        base=base,
        pages={
            name: page(decoded(files[name])) for name in names if name.lower().endswith((".html", ".htm"))
        },
        sheets={
            name: tuple(references(decoded(files[name]))) for name in names if name.lower().endswith(".css")
        },
    )


def decoded(data: bytes) -> str:
    """Return the text of a file; what is not UTF-8 in it becomes U+FFFD."""
    return data.decode("utf-8-sig", errors="replace")
