"""A program that knows nothing of pandoc makes PDFs of the same files."""

import json
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.pdf.policy import TAGS, markdown

pytestmark = pytest.mark.pdfcheck

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / ".nox" / "pdf" / "node_modules" / ".bin" / "md-to-pdf"
BROWSER = {
    "executablePath": shutil.which("chromium"),
    "args": ["--no-sandbox", "--disable-quic", "--no-first-run"],
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The text of the PDFs, by the tag of the language."""
    folder = tmp_path_factory.mktemp("md-to-pdf")
    for tag, text in markdown().items():
        (folder / f"{tag}.md").write_text(text, encoding="utf-8")
    # One after the other: the program gives each page half a minute, which several at once can miss on a busy machine.
    for file in sorted(file.name for file in folder.iterdir()):
        command = [str(PROGRAM), file, "--launch-options", json.dumps(BROWSER)]
        run = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
        assert run.returncode == 0, run.stderr
    return {
        tag: subprocess.run(
            [shutil.which("pdftotext") or "pdftotext", folder / f"{tag}.pdf", "-"],
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for tag in TAGS
    }


@pytest.mark.parametrize("tag", ["en", "de", "es", "fr", "ja", "ko", "zh-Hans"])
def test_md_to_pdf_takes_the_file(made: Mapping[str, str], tag: str) -> None:
    """The headings come out whole, but for what has another font in some languages, numbers and Latin letters, which its
    browser puts on lines of their own."""
    headings = re.findall(r"^#+ (.+)$", markdown()[tag], re.MULTILINE)
    wanted = [re.sub(r"^\S*\d\S* ", "", heading).replace("\\", "") for heading in headings]
    text = _letters(made[tag], tag)
    assert [one for one in wanted if _letters(one, tag) not in text] == []
    assert "numbersections" not in made[tag], "the metadata is no text"


def test_md_to_pdf_takes_the_arabic_file(made: Mapping[str, str]) -> None:
    assert "NexCloud" in made["ar"]


def _letters(text: str, tag: str) -> str:
    apart = r"[\W\da-zA-Z]+" if tag in {"ja", "ko", "zh-Hans"} else r"[\W\d]+"
    return re.sub(apart, "", unicodedata.normalize("NFKC", text))
