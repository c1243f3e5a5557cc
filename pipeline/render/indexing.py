"""What pages and the sitemap tell search engines, from the gate's decisions alone.

Alternates are the same in every page of a cluster, itself among them, so that each confirms the others.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from pipeline.gate import Decision, Public
from pipeline.releases import State
from pipeline.render.addresses import CHOOSER, absolute, history_file, list_file
from pipeline.render.editions import Place, Published, page_file, places


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
    """Whether search engines may list it."""
    canonical: str | None = None
    """The URL of the page that stands for it, which is its own if it is indexed; none if the site has no URL."""
    alternates: tuple[Alternate, ...] = ()


def list_indexing(site: Published, site_url: str | None) -> Mapping[str, Indexing]:
    """Return what the front page and the lists tell, by their files, in the order of the site."""
    if site.source is None:
        return {}
    lists = {
        list_file(editions[0].decision.language.tag): any(edition.decision.passes for edition in editions)
        for editions in site.languages.values()
    }
    return dict(_cluster({CHOOSER: True, **lists}, CHOOSER, next(iter(lists), CHOOSER), site_url))


def document_indexing(public: Public, site_url: str | None) -> Mapping[str, Indexing]:
    """Return what the pages of a document tell, by their files, in the order of the site.

    Of a document that has releases, the list of its versions is found beside what is in force. A version has no address of its own
    for search engines: the one in force is the document's, and the others are none that a reader should find by chance.
    """
    own, *others = places(public)
    if not own.editions:
        return {}
    is_public = own.version is None or own.version.standing.state is State.IN_FORCE
    found = dict(_same(own, page_file, site_url, is_public=is_public))
    if public.versions:
        found |= _same(own, _history, site_url, is_public=is_public)
    for copy in (place for place in others if place.is_copy and is_public and site_url):
        found |= {
            copy.page(edition): Indexing(
                indexed=edition.decision.passes,
                canonical=absolute(page_file(edition.decision), site_url or ""),
            )
            for edition in copy.editions
        }
    return found


def _history(decision: Decision) -> str:
    return history_file(decision.language.tag, decision.document)


def _same(
    place: Place, file: Callable[[Decision], str], site_url: str | None, *, is_public: bool
) -> Mapping[str, Indexing]:
    """What the pages of one place tell, or pages beside them."""
    pages = {file(edition.decision): is_public and edition.decision.passes for edition in place.editions}
    source = next(iter(pages))
    return dict(_cluster(pages, source, source, site_url)) if is_public else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Pages of the sitemap that are each other's alternates: what they have in common stands once, for thousands are kept."""

    urls: tuple[str, ...]
    """Where they are, in the order of the site."""
    alternates: tuple[Alternate, ...]


def entries(pages: Mapping[str, Indexing], site_url: str | None) -> tuple[Entry, ...]:
    """Return what the sitemap has of some pages: those that are indexed under their own address, if the site has a URL."""
    own = [
        page
        for file, page in pages.items()
        if page.indexed and site_url and page.canonical == absolute(file, site_url)
    ]
    return tuple(
        Entry(urls=tuple(page.canonical or "" for page in same), alternates=alternates)
        for alternates, same in groupby(own, lambda page: page.alternates)
    )


def sitemap(found: Iterable[Entry]) -> str | None:
    """Write the sitemap (sitemaps.org 0.9); none if there is nothing to write."""
    lines = [line for entry in found for url in entry.urls for line in _entry(url, entry.alternates)]
    return "\n".join((*_HEAD, *lines, "</urlset>", "")) if lines else None


_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
)


def _entry(url: str, alternates: Iterable[Alternate]) -> Iterator[str]:
    yield "<url>"
    yield f"<loc>{escape(url)}</loc>"
    for alternate in alternates:
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
