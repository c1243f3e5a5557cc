"""Which pages there are, and which of them are complete: what follows from the gate's decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.gate import Decision, Edition, Form
from pipeline.languages import Language
from pipeline.render.addresses import document_file

Documents = Sequence[Sequence[Edition]]
"""Each document in all its languages, the source language first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What readers get."""

    documents: Documents
    """Without the editions that have no page, and without documents that have none."""
    languages: Mapping[str, Sequence[Edition]]
    """The same by locale, the source language first, then in the order in which they were given."""

    @property
    def source(self) -> Language | None:
        """The language of the sources; none if there is nothing."""
        return self.documents[0][0].decision.language if self.documents else None


def published(documents: Documents) -> Published:
    """Leave out what the gate hides."""
    kept = (tuple(edition for edition in editions if edition.decision.has_page) for editions in documents)
    languages: dict[str, list[Edition]] = {}
    for edition in (edition for editions in documents for edition in editions):
        here = languages.setdefault(edition.decision.language.locale, [])
        here += [edition] if edition.decision.has_page else []
    return Published(
        documents=tuple(filter(None, kept)),
        languages={locale: tuple(editions) for locale, editions in languages.items() if editions},
    )


def page_file(decision: Decision) -> str:
    """Return the page of a document in a language."""
    return document_file(decision.language.tag, decision.document)


def is_complete(edition: Edition) -> bool:
    """Whether all of a page's text is in the language of its readers."""
    return edition.decision.form not in {Form.MIXED, Form.ENGLISH}


def has_translated_title(edition: Edition) -> bool:
    """Whether a page's title is in the language of its readers."""
    localized = edition.localized
    return edition.decision.form is not Form.ENGLISH and localized.is_translated(
        localized.document.title_slot
    )
