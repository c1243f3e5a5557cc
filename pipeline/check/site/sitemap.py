"""The list of pages for search engines, ``sitemap.xml`` (sitemaps.org, with hreflang as ``xhtml:link``)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from pipeline.check.rule import Finding
from pipeline.check.site.page import Page
from pipeline.check.site.subject import SITEMAP, Site

Languages = frozenset[tuple[str, str]]
"""Values of hreflang, each with its address."""


def sitemap(site: Site) -> Iterator[Finding]:
    """Find where the list says something else than the pages: each page that may be listed, with its hreflang."""
    wanted = dict(_pages(site))
    if SITEMAP not in site.files:
        if wanted:
            yield Finding(message="the site has no list of its pages", hint=f"add {SITEMAP}", path=SITEMAP)
        return
    try:
        root = ET.fromstring(site.files[SITEMAP])  # noqa: S314 - what a build has just written
    except ET.ParseError as error:
        line, column = error.position
        yield Finding(
            message=f"the file is not well-formed XML, at column {column + 1}",
            hint="write it anew",
            path=SITEMAP,
            line=line,
        )
        return
    for message, hint in _problems(site, root, wanted):
        yield Finding(message=message, hint=hint, path=SITEMAP)


def _pages(site: Site) -> Iterator[tuple[str, Languages]]:
    """What pages say: the address of each that may be listed, as it names itself, and its hreflang."""
    for path, page in site.pages.items():
        own = _own(site, path, page)
        if page.is_indexed and own is not None:
            yield own, frozenset((one.value, one.url) for one in page.alternates)


def _own(site: Site, path: str, page: Page) -> str | None:
    named = [*(one.url for one in page.canonicals), *(one.url for one in page.alternates)]
    return next((url for url in named if site.file(url, path) == path), None)


def _problems(site: Site, root: ET.Element, wanted: Mapping[str, Languages]) -> Iterator[tuple[str, str]]:
    if root.tag != f"{_SITEMAP}urlset":
        yield (
            f"the file begins with “{root.tag}”, which is no list of pages",
            f"begin it with urlset of {_SITEMAP[1:-1]}",
        )
        return
    entries = [(_text(entry), _languages(entry)) for entry in root.iterfind(f"{_SITEMAP}url")]
    for url, count in sorted(Counter(url for url, _ in entries).items()):
        if count > 1:
            yield f"“{url}” stands {count} times in the list", "leave one"
    listed = dict(entries)
    for url in sorted(listed.keys() - wanted.keys()):
        page = site.pages.get(site.file(url, SITEMAP) or "")
        if page is None:
            yield f"“{url}” is in the list, and no page of the site", "take it out"
        elif not page.is_indexed:
            yield f"“{url}” is in the list, and the page says noindex", "take it out"
        else:
            yield f"“{url}” is in the list, and the page names another address as its own", "list that one"
    for url in sorted(wanted.keys() - listed.keys()):
        yield f"“{url}” is missing in the list", "add it"
    for url in sorted(wanted.keys() & listed.keys()):
        if wanted[url] != listed[url]:
            values = sorted({value for value, _ in wanted[url] ^ listed[url]})
            named = ", ".join(f"“{value}”" for value in values)
            yield (
                f"“{url}” has other languages in the list than in the page: {named}",
                "write the page’s into the list",
            )


def _text(entry: ET.Element) -> str:
    return (entry.findtext(f"{_SITEMAP}loc") or "").strip(" \t\n")


def _languages(entry: ET.Element) -> Languages:
    links = entry.iterfind(f"{_XHTML}link")
    return frozenset(
        (link.get("hreflang", ""), link.get("href", "")) for link in links if link.get("rel") == "alternate"
    )


_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
