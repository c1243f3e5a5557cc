"""The documents that PDFs are made of: PDF-ready Markdown in files, each with its metadata before it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from pipeline.model import Diagnostic
from pipeline.pdf import pdf
from pipeline.render.pdf_ready import pdf_body
from tests.conftest import ROOT
from tests.pdf.policy import policy_sheets

TEMPLATE = (ROOT / "pipeline" / "templates" / "document.typ").read_text(encoding="utf-8")
CREATED = datetime.datetime(2027, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)

_FOLDER = Path(__file__).parent / "documents"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What one PDF is made of."""

    name: str
    markdown: str
    metadata: Mapping[str, object]

    @property
    def is_right_to_left(self) -> bool:
        return self.metadata["dir"] == "rtl"

    def saying(self, markdown: str, **metadata: object) -> "Document":
        """The same document with another body, and with other metadata where some is given."""
        return replace(self, markdown=markdown, metadata={**self.metadata, **metadata})


def read(text: str, name: str) -> Document:
    """Part PDF-ready Markdown from the metadata block before it."""
    _, metadata, body = text.split("---\n", 2)
    return Document(name=name, markdown=body, metadata=yaml.safe_load(metadata))


DOCUMENTS = {
    path.stem: read(path.read_text(encoding="utf-8"), path.stem) for path in sorted(_FOLDER.glob("*.md"))
} | {
    f"policy-{tag}": Document(name=f"policy-{tag}", markdown=pdf_body(sheet), metadata=sheet.metadata)
    for tag, sheet in policy_sheets().items()
}
"""By name, this project's policy in each language among them; one that is added here is held to everything that holds for all documents."""


def make(document: Document, created: datetime.datetime = CREATED) -> bytes:
    """Make a PDF with the built-in template; a problem fails the test."""
    made = pdf(document.markdown, document.metadata, TEMPLATE, created=created)
    assert isinstance(made, bytes), made
    return made


def problem(document: Document, template: str = TEMPLATE) -> Diagnostic:
    """Return why a document has no PDF; one that has fails the test."""
    made = pdf(document.markdown, document.metadata, template, created=CREATED)
    assert isinstance(made, Diagnostic)
    assert "\n" not in str(made)
    return made
