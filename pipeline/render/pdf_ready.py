"""A document in one language becomes PDF-ready Markdown: its metadata and its body in one file."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import unquote, urljoin, urlsplit

from pipeline import frontmatter
from pipeline.gate import Edition
from pipeline.markdown.portable import Shares, portable, reads_back, write_portable
from pipeline.model import Diagnostic
from pipeline.render.metadata import Value, written
from pipeline.render.unwritable import unwritable


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A document in one language, with all that its Markdown and its PDF are made of."""

    edition: Edition
    folder: str = ""
    """What addresses have behind the document's own: nothing, or the name of a version."""
    html: str
    """The body, as `body` writes it."""
    metadata: Mapping[str, Value]
    widths: tuple[Shares, ...]
    """How wide the columns of its tables shall be: as in the source language, unless a word would not fit."""
    url: str | None
    """The absolute address of its page, if it is known."""

    def says_the_same(self, other: "Sheet | None") -> bool:
        """Whether another sheet gives the same Markdown."""
        if other is None:
            return False
        return (self.html, self.metadata, self.widths, self.url) == (
            other.html,
            other.metadata,
            other.widths,
            other.url,
        )


def pdf_ready(sheet: Sheet) -> str | Diagnostic:
    """Write the Markdown of one document in one language.

    Returns:
        The file's text, or, if its body would not read back the same, the problem: then nothing may be written.
    """
    body = portable(sheet.html, partial(_linked, url=sheet.url))
    text = write_portable(body, widths=sheet.widths)
    if not reads_back(body, text):
        return unwritable(sheet.edition)
    return "\n".join(filter(None, (frontmatter.block(written(sheet.metadata)), text)))


def pdf_body(sheet: Sheet) -> str:
    """Write the body of a document for its PDF: as in its Markdown, with what only pandoc reads.

    Headings have their ids, text that is not translated has its language, and a link leads to a heading of the document or to
    an absolute address.
    """
    ids = {section.id for section in sheet.edition.localized.document.sections if not section.is_title}
    body = portable(sheet.html, partial(_linked_in_pdf, url=sheet.url, ids=ids))
    return write_portable(body, widths=sheet.widths, attributes=True)


def table_shares(html: str) -> tuple[Shares, ...]:
    """Return how wide the columns of the tables of a body shall be, from its own text."""
    return portable(html, str).shares


_SCHEMES = {"http", "https", "mailto", "tel"}


def _linked(href: str, *, url: str | None) -> str | None:
    """A link in Markdown: absolute, if the address of the page is known, for the file may be anywhere."""
    if "{{" in href:
        return href
    scheme = urlsplit(href).scheme.lower()
    if scheme:
        return href if scheme in _SCHEMES else None
    return urljoin(url, href) if url else href


def _linked_in_pdf(href: str, *, url: str | None, ids: Collection[str]) -> str | None:
    place = unquote(href.removeprefix("#"))
    if href.startswith("#") and place in ids:
        return f"#{place}"
    found = _linked(href, url=url)
    return found if found and urlsplit(found).scheme else None
