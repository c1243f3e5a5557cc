"""What the gate decided of each document in each language, and all that follows from it for links between pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.gate import Decision, Form
from pipeline.languages import Language
from pipeline.localize import Localized
from pipeline.render.addresses import CHOOSER, absolute, document_file, list_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A document in one language."""

    localized: Localized
    """Its text: of the form `Form.ENGLISH`, the source's."""
    decision: Decision

    @property
    def language(self) -> Language:
        """The language of its readers, which is not that of its text if it is not translated."""
        return self.decision.language

    @property
    def is_complete(self) -> bool:
        """Whether all of its text is in the language of its readers."""
        return self.decision.form not in _INCOMPLETE

    @property
    def file(self) -> str:
        """Its page."""
        return document_file(self.language.tag, self.localized.document.name)


_INCOMPLETE = {Form.MIXED, Form.ENGLISH}

Documents = Sequence[Sequence[Edition]]
"""Each document in all its languages, the source language first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """A page in another language, as search engines find it."""

    hreflang: str
    """A BCP 47 tag, or ``x-default``."""
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexing:
    """What a page tells search engines of itself."""

    indexed: bool
    canonical: str | None = None
    """The URL of the page that stands for it, often its own."""
    alternates: tuple[Alternate, ...] = ()
    """The same in every page among them."""


def shown(documents: Documents) -> Documents:
    """Leave out what has no page; a document without any is left out whole."""
    kept = (
        tuple(edition for edition in editions if edition.decision.form is not Form.HIDDEN)
        for editions in documents
    )
    return tuple(editions for editions in kept if editions)


def by_language(documents: Documents) -> Mapping[str, Sequence[Edition]]:
    """Return the documents of each language by its locale, the source language first."""
    found: dict[str, list[Edition]] = {}
    for editions in documents:
        for edition in editions:
            found.setdefault(edition.language.locale, []).append(edition)
    source = documents[0][0].localized.document if documents else None
    del source
    return found


def document_indexing(edition: Edition, editions: Sequence[Edition], site_url: str | None) -> Indexing:
    """Return what the page of a document tells search engines."""
    passing = {other.language.tag: other.file for other in editions if other.decision.passes}
    return _indexing(edition.file, editions[0].file, passing, editions[0].file, site_url)


def list_indexing(tag: str, languages: Mapping[str, Sequence[Edition]], site_url: str | None) -> Indexing:
    """Return what the list of a language's documents tells search engines."""
    passing = _passing_lists(languages)
    first = next(iter(languages.values()))[0].language.tag
    return _indexing(list_file(tag), list_file(first), passing, CHOOSER, site_url)


def chooser_indexing(languages: Mapping[str, Sequence[Edition]], site_url: str | None) -> Indexing:
    """Return what the front page tells search engines."""
    passing = _passing_lists(languages)
    return _indexing(CHOOSER, CHOOSER, passing, CHOOSER, site_url)


def _passing_lists(languages: Mapping[str, Sequence[Edition]]) -> Mapping[str, str]:
    return {
        editions[0].language.tag: list_file(editions[0].language.tag)
        for editions in languages.values()
        if any(edition.decision.passes for edition in editions)
    }


def _indexing(
    file: str, source: str, passing: Mapping[str, str], default: str, site_url: str | None
) -> Indexing:
    """A page that passes stands for itself among its kind; another one is stood for by the source's."""
    indexed = file == default or file in passing.values()
    if site_url is None:
        return Indexing(indexed=indexed)
    if not indexed:
        return Indexing(indexed=False, canonical=absolute(source, site_url))
    return Indexing(
        indexed=True,
        canonical=absolute(file, site_url),
        alternates=tuple(_alternates(passing, default, site_url)),
    )


def _alternates(passing: Mapping[str, str], default: str, site_url: str) -> Iterator[Alternate]:
    for tag, file in passing.items():
        yield Alternate(hreflang=tag, url=absolute(file, site_url))
    yield Alternate(hreflang="x-default", url=absolute(default, site_url))
