"""A letter and its marks are read once, whichever way Typst has set them."""

from pathlib import Path

import pytest

from tests.pdf.documents import DOCUMENTS, make
from tests.pdf.reading import letters
from tests.pdf.structure import pieces

pytestmark = pytest.mark.pdfcheck


@pytest.mark.parametrize(
    ("font", "text"),
    [
        ("Noto Serif Thai", "กิ๊ก ศักดิ์ ผู้ใช้ น้ำ"),
        ("Noto Serif Devanagari", "बर्ताव शर्तें"),
        ("Noto Naskh Arabic", "تُقدَّم محامٍ مباشرةً"),
        ("Noto Serif Hebrew", "שָׁלוֹם"),
        ("Noto Serif", "ạ́ q̃ e\u0301\u0323"),
    ],
)
@pytest.mark.parametrize("place", ["{}", "**{}**", "- {}", "| {} |\n| --- |\n| b |", "# {} {{#h}}"])
def test_each_letter_and_mark_once(tmp_path: Path, font: str, text: str, place: str) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(make(DOCUMENTS["en"].saying(place.format(text), mainfont=font, toc=False)))
    found = letters("".join(piece.text for piece in pieces(path) if "Div" not in piece.tags))
    before, after = letters("Example LtdTerms of ServiceFor customers in the European Union"), letters("•b")
    wanted = letters(text)
    kept = found.removeprefix(before)
    assert found.startswith(before)
    assert sorted(one for one in kept if one not in after) == sorted(wanted)
