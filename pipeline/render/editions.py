"""Which pages there are, and which of them are complete: what follows from the gate's decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.gate import Decision, Edition, Form, Listed, Public, Version
from pipeline.languages import Language
from pipeline.render.addresses import document_file

Documents = Sequence[Sequence[Listed]]
"""Each document in all its languages, the source language first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What readers get."""

    documents: Documents
    """Without the editions that have no page, and without documents that have none."""
    languages: Mapping[str, Sequence[Listed]]
    """The same by locale, the source language first, then in the order in which they were given."""

    @property
    def source(self) -> Language | None:
        """The language of the sources; none if there is nothing."""
        return self.documents[0][0].decision.language if self.documents else None


def published(documents: Documents) -> Published:
    """Leave out what the gate hides."""
    kept = (tuple(edition for edition in editions if edition.decision.has_page) for editions in documents)
    languages: dict[str, list[Listed]] = {}
    for edition in (edition for editions in documents for edition in editions):
        here = languages.setdefault(edition.decision.language.locale, [])
        here += [edition] if edition.decision.has_page else []
    return Published(
        documents=tuple(filter(None, kept)),
        languages={locale: tuple(editions) for locale, editions in languages.items() if editions},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a document stands in the site: at its own address, or at that of one of its versions."""

    public: Public
    version: Version | None = None
    """What stands there; none for the working text of a document that was never released."""
    is_own: bool = True
    """Whether it is the document's own address, at which stands what is in force."""

    @property
    def editions(self) -> Sequence[Edition]:
        """The editions that have a page there, the source language first."""
        found = self.public.shown if self.is_own or self.version is None else self.version.editions
        return [edition for edition in found if edition.decision.has_page]

    @property
    def folder(self) -> str:
        """What addresses have behind the document's own."""
        return "" if self.is_own or self.version is None else self.version.name

    @property
    def is_copy(self) -> bool:
        """Whether the same text stands at the document's own address."""
        return not self.is_own and self.version is self.public.version

    def text(self, edition: Edition) -> Version | None:
        """Return the version whose text an edition shows: that of the place, or the last release that its language has."""
        former = edition.decision.former
        if former is None or not self.is_own:
            return self.version
        return self.public.named(former)

    def page(self, edition: Edition) -> str:
        """Return the page of an edition."""
        return page_file(edition.decision, self.folder)


def places(public: Public) -> Sequence[Place]:
    """Return all places of a document, its own address first, then its versions, the latest first."""
    own = Place(public=public, version=public.version)
    return [own, *(Place(public=public, version=version, is_own=False) for version in public.versions)]


def page_file(decision: Decision, version: str = "") -> str:
    """Return the page of a document in a language; or that of one of its versions."""
    return document_file(decision.language.tag, decision.document, version)


def is_complete(decision: Decision) -> bool:
    """Whether all of a page's text is in the language of its readers."""
    return decision.form not in {Form.MIXED, Form.ENGLISH}
