"""Every PDF is accessible (PDF/UA-1), fit for archives (PDF/A-2a), whole, and has its fonts in it."""

import re
from pathlib import Path

import page
import pytest
import typst

from tests.pdf.documents import DOCUMENTS, Document, make
from tests.pdf.reading import run

pytestmark = pytest.mark.pdfcheck

FALSE = {
    "PDFUA1-FONT-GLYPH-WIDTH-001": "CIDFontType0C",
    "PDFA2A-TRUETYPE-GLYPH-WIDTH-001": "CIDFontType0C",
}
"""What the validator says falsely of fonts with PostScript outlines, such as Noto's for Chinese, Japanese and Korean: their
glyphs are numbered in another way than it reads them. By rule: what the message names."""

PROFILES = ("ua1", "2a")


def failures(data: bytes, profile: str) -> list[tuple[str, str]]:
    report = page.validate_pdf_bytes(data, profile=profile)
    return [(failure.rule_id, failure.message) for failure in report.failures]


@pytest.mark.parametrize("profile", PROFILES)
def test_the_validator_finds_nothing(made: Path, profile: str) -> None:
    found = failures(made.read_bytes(), profile)
    assert [(rule, message) for rule, message in found if FALSE.get(rule, "\0") not in message] == []


def test_what_is_known_to_be_false_is_still_said(pdfs: Path) -> None:
    said = {
        rule
        for name in DOCUMENTS
        for profile in PROFILES
        for rule, _ in failures((pdfs / f"{name}.pdf").read_bytes(), profile)
    }
    assert said == set(FALSE)


@pytest.mark.parametrize(
    ("lang", "font"),
    [("ko", "CJKkr"), ("ja", "CJKjp"), ("zh-Hans", "CJKsc"), ("zh-TW", "CJKtc"), ("zh-HK", "CJKhk")],
)
def test_what_is_left_untranslated_is_in_the_fonts_of_its_language(
    tmp_path: Path, lang: str, font: str
) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(make(DOCUMENTS["de"].saying(f"A\n\n[直骨角海]{{.untranslated lang={lang} dir=ltr}}")))
    fonts = run("pdffonts", str(path))
    assert re.findall("CJK[a-z]+", fonts) == [font]


@pytest.mark.parametrize("profile", PROFILES)
def test_the_validator_finds_faults(profile: str) -> None:
    plain = typst.compile(b"= No title, and no tags", pdf_tags=False)
    assert len(failures(plain, profile)) >= 3


def test_it_is_whole(made: Path) -> None:
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", str(made))


def test_its_fonts_are_in_it_and_have_letters(made: Path) -> None:
    rows = run("pdffonts", str(made)).split("\n")[2:-1]
    assert rows
    for row in rows:
        *_, embedded, subset, unicode, _, _ = row.split()
        assert (embedded, subset, unicode) == ("yes", "yes", "yes"), row
        assert "Type 3" not in row


def test_the_letters_of_a_language_are_from_its_own_fonts(made: Path, document: Document) -> None:
    fonts = run("pdffonts", str(made))
    cjk = {"ko": "CJKkr", "ja": "CJKjp", "zh-Hans": "CJKsc"}
    others = [suffix for name, suffix in cjk.items() if name != document.name]
    if document.name in cjk:
        assert f"NotoSerif{cjk[document.name]}" in fonts
        assert not any(suffix in fonts for suffix in others)
    else:
        assert str(document.metadata["mainfont"]).replace(" ", "") in fonts
