"""The PDFs of all documents, made once for all tests of a run."""

import shutil
from pathlib import Path

import pytest

from tests.once import once
from tests.pdf.documents import DOCUMENTS, Document, make


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the PDFs of `DOCUMENTS`."""
    for program, package in (("pdftotext", "poppler-utils"), ("qpdf", "qpdf")):
        if shutil.which(program) is None:
            pytest.fail(f"{program} is not installed; Debian has it in the package {package}", pytrace=False)
    return once(tmp_path_factory, "pdfs", _make_all)


@pytest.fixture(params=DOCUMENTS.values(), ids=lambda document: document.name)
def document(request: pytest.FixtureRequest) -> Document:
    """Return each of the documents in turn."""
    one: Document = request.param
    return one


@pytest.fixture
def made(pdfs: Path, document: Document) -> Path:
    """Return the PDF of the document."""
    return pdfs / f"{document.name}.pdf"


def _make_all(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for document in DOCUMENTS.values():
        (folder / f"{document.name}.pdf").write_bytes(make(document))
