"""Documents as PDF-ready Markdown, without a project; and as Markdown of their source's own form."""

from functools import cache
from importlib.resources import files

import jinja2

from pipeline import frontmatter
from pipeline.config import Requirements
from pipeline.gate import Edition, edition, original_edition, weigh
from pipeline.languages import language
from pipeline.localize import Localized, Translation
from pipeline.markdown.portable import Link, Portable, portable
from pipeline.markdown.proof import comes_back
from pipeline.markdown.write import markdown
from pipeline.model import Diagnostic
from pipeline.render.body import body
from pipeline.render.furniture import environments
from pipeline.render.metadata import metadata
from pipeline.render.pdf_ready import Sheet, pdf_ready, table_shares
from pipeline.segment import Document, segment

ENGLISH = language("en")


def document(text: str) -> Document:
    """Segment a source."""
    found = segment(text, name="terms", path="source/terms.md", translate=("title", "description"))
    assert not isinstance(found, Diagnostic)
    return found


def original(found: Document) -> Edition:
    """A document in English."""
    return original_edition(found, ENGLISH, Requirements(), weigh(found))


def translated(localized: Localized) -> Edition:
    """A localized document, as the gate takes it."""
    weights = weigh(localized.document)
    return edition(localized, Requirements(), source=ENGLISH, weights=weights, found=())


def sheet(shown: Edition, *, url: str | None = None) -> Sheet:
    """What the Markdown and the PDF of an edition are made of; the words around it are English."""
    speaking = {**_speaking(), shown.decision.language.locale: _speaking()["en"]}
    written = body(shown, ENGLISH, speaking)
    source = body(original(shown.localized.document), ENGLISH, speaking)
    return Sheet(
        edition=shown,
        html=written.html,
        metadata=metadata(shown, ENGLISH, _speaking()["en"]),
        widths=table_shares(source.html),
        url=url,
    )


def written(localized: Localized) -> str | Diagnostic:
    """A localized document as PDF-ready Markdown."""
    return pdf_ready(sheet(translated(localized)))


def portable_body(text: str, *, link: Link = str) -> Portable:
    """The body of a source's page, ready to be written as portable Markdown."""
    return portable(sheet(original(document(text))).html, link)


def faithful(localized: Localized) -> str | None:
    """A localized document in the form of its source; none if it would not come back."""
    text = markdown(localized.skeleton)
    if not comes_back(localized.skeleton, text):
        return None
    tags = {"lang": localized.language.tag, "dir": localized.language.direction}
    front_matter = frontmatter.fenced(localized.document.front_matter, {**localized.metadata, **tags})
    return f"{front_matter}\n{text}"


@cache
def _speaking() -> dict[str, jinja2.Environment]:
    templates = {
        file.name: file.read_text(encoding="utf-8")
        for file in (files("pipeline") / "templates").iterdir()
        if file.name.endswith(".html")
    }
    none: dict[str, Translation] = {}
    return dict(environments(templates, ENGLISH, none))
