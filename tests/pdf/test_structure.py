"""A PDF has the tags that assistive technology needs (ISO 32000-1, 14.8.4)."""

from pathlib import Path

import pytest

from tests.pdf.reading import letters
from tests.pdf.structure import Piece, pieces

pytestmark = pytest.mark.pdfcheck


def under(made: list[Piece], *tags: str) -> str:
    """The letters of the pieces whose innermost elements include these, in this order."""
    return letters("".join(piece.text for piece in made if _follows(piece.tags, tags)))


def _follows(around: tuple[str, ...], tags: tuple[str, ...]) -> bool:
    rest = iter(around)
    return all(tag in rest for tag in tags)


@pytest.mark.parametrize(
    ("tags", "text"),
    [
        (("Title",), "TermsofService"),
        (("TOC", "TOCI", "Link"), "1.Definitions"),
        (("TOC", "TOC", "TOCI"), "(1)Howtoreadtheseterms"),
        (("H1",), "2.Feesandpayment"),
        (("H2",), "(1)Howtoreadtheseterms"),
        (("H3",), "Whatcomesfirst"),
        (("P", "Link"), "legal@example.com"),
        (("P", "Strong"), "Service"),
        (("P", "Em"), "hosted"),
        (("L", "LI", "Lbl"), "1."),
        (("L", "LI", "LBody"), "theorderform,"),
        (("L", "L", "LI", "LBody"), "thenewesteditioncomesfirst,and"),
        (("Table", "THead", "TR", "TH"), "PlanFeeamonth"),
        (("Table", "TBody", "TR", "TD"), "Oneworkspacewithfivemembers."),
        (("L", "LI", "LBody", "Table", "TBody", "TD"), "ExamplePayments"),
        (("BlockQuote", "Strong"), "Warning"),
        (("BlockQuote", "Table", "TD"), "Second28"),
        (("BlockQuote", "L", "LI"), "Thesecondcosts€5.00."),
        (("Code",), "--flag=value"),
        (("Note",), "https://example.com/prices"),
    ],
)
def test_each_kind_of_text_has_its_tag(pdfs: Path, tags: tuple[str, ...], text: str) -> None:
    assert text in under(pieces(pdfs / "en.pdf"), *tags)


def test_heads_and_feet_are_no_part_of_the_text(pdfs: Path) -> None:
    text = letters("".join(piece.text for piece in pieces(pdfs / "en.pdf")))
    assert "Page1of" not in text
    assert text.count("TermsofService") == 1
