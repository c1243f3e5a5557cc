"""A project may have a template of its own."""

import re
from pathlib import Path

import page
import pytest

from pipeline.pdf import pdf
from tests.conftest import ROOT
from tests.pdf.documents import CREATED, DOCUMENTS, TEMPLATE, Document
from tests.pdf.reading import letters, pages

pytestmark = pytest.mark.pdfcheck

GUIDE = (ROOT / "docs" / "publisher.md").read_text(encoding="utf-8")
SMALL = GUIDE.partition("```typst\n")[2].partition("```")[0]


def made_with(template: str, document: Document) -> bytes:
    made = pdf(document.markdown, document.metadata, template, created=CREATED)
    assert isinstance(made, bytes), made
    return made


@pytest.mark.parametrize("name", ["en", "de"])
def test_the_small_template_of_the_guide(tmp_path: Path, name: str) -> None:
    data = made_with(SMALL, DOCUMENTS[name])
    (tmp_path / "made.pdf").write_bytes(data)
    text = "".join(pages(tmp_path / "made.pdf"))
    assert letters(str(DOCUMENTS[name].metadata["title"])) in letters(text)
    for profile in ("ua1", "2a"):
        said = {failure.rule_id for failure in page.validate_pdf_bytes(data, profile=profile).failures}
        assert {rule for rule in said if "GLYPH-WIDTH" not in rule} == set()


def test_a_logo_in_a_template() -> None:
    logo = '<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"9\\" height=\\"9\\"><rect width=\\"9\\" height=\\"9\\"/></svg>'
    image = f'image(bytes("{logo}"), alt: "Example Ltd")'
    data = made_with(SMALL.replace("  std.title()", f"  {image}\n  std.title()"), DOCUMENTS["de"])
    assert [page.validate_pdf_bytes(data, profile=profile).failures for profile in ("ua1", "2a")] == [[], []]


def test_the_built_in_template_names_each_key_that_it_is_given() -> None:
    head = TEMPLATE.partition("#let")[0]
    named = set(re.findall(r"^//   ([A-Za-z-]+)  ", head, re.MULTILINE))
    given = {key for document in DOCUMENTS.values() for key in document.metadata}
    assert given - named <= {"date-label", "version-label", "language-label"}
    assert "language-label, date-label, version-label" in head
