"""What pages and the sitemap tell search engines, from the gate's decisions alone.

Alternates are the same in every page of a cluster, itself among them, so that each confirms the others.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from pipeline.render.addresses import CHOOSER, absolute, list_file
from pipeline.render.editions import Published, page_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """A page in another language, as search engines find it."""

    hreflang: str
    """A BCP 47 tag, or ``x-default``."""
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexing:
    """What one page tells."""

    indexed: bool = False
    canonical: str | None = None
    """The URL of the page that stands for it, which is its own if it is indexed; none if the site has no URL."""
    alternates: tuple[Alternate, ...] = ()


def indexing(site: Published, site_url: str | None) -> Mapping[str, Indexing]:
    """Return what each page tells, by its file, in the order of the site: the front page, the lists, the documents."""
    lists = {
        list_file(editions[0].decision.language.tag): any(edition.decision.passes for edition in editions)
        for editions in site.languages.values()
    }
    found = dict(_cluster({CHOOSER: True, **lists}, CHOOSER, next(iter(lists), CHOOSER), site_url))
    for editions in site.documents:
        pages = {page_file(edition.decision): edition.decision.passes for edition in editions}
        source = page_file(editions[0].decision)
        found |= _cluster(pages, source, source, site_url)
    return found


def sitemap(pages: Mapping[str, Indexing]) -> str | None:
    """Write the sitemap (sitemaps.org 0.9) of what is indexed; none if the site has no URL."""
    indexed = [page for page in pages.values() if page.indexed and page.canonical]
    if not indexed:
        return None
    lines = (line for page in indexed for line in _entry(page))
    return "\n".join((*_HEAD, *lines, "</urlset>", ""))


_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
)


def _entry(page: Indexing) -> Iterator[str]:
    yield "<url>"
    yield f"<loc>{escape(page.canonical or '')}</loc>"
    for alternate in page.alternates:
        link = f"hreflang={quoteattr(alternate.hreflang)} href={quoteattr(alternate.url)}"
        yield f'<xhtml:link rel="alternate" {link}/>'
    yield "</url>"


def _cluster(
    pages: Mapping[str, bool], default: str, source: str, site_url: str | None
) -> Iterator[tuple[str, Indexing]]:
    """The pages that say the same in different languages.

    Args:
        pages: whether each passes, by its file.
        default: the page for readers of all other languages.
        source: the page that stands for those that do not pass.
        site_url: the URL of the site, if it is known.
    """
    passing = [file for file, passes in pages.items() if passes]
    alternates = tuple(_alternates(passing, default, site_url)) if site_url else ()
    for file, passes in pages.items():
        if site_url is None:
            yield file, Indexing(indexed=passes)
        elif passes:
            yield file, Indexing(indexed=True, canonical=absolute(file, site_url), alternates=alternates)
        else:
            yield file, Indexing(canonical=absolute(source, site_url))


def _alternates(passing: Sequence[str], default: str, site_url: str) -> Iterator[Alternate]:
    for file in passing:
        if file != CHOOSER:
            # The folder of a language has its tag for a name.
            yield Alternate(hreflang=file.split("/", maxsplit=1)[0], url=absolute(file, site_url))
    yield Alternate(hreflang="x-default", url=absolute(default, site_url))
