import pytest

from pipeline.markdown import parse
from pipeline.markdown.proof import comes_back, survives
from pipeline.markdown.write import markdown
from tests import cases

REFUSED = {
    "p": ["<div>", "</p>", "<script>alert(1)</script>"],
    "h3": ["a\nb", "a\\\nb", "a\n\nb"],
    "td": ["a\nb", "a\\\nb", "a\n\nb", "a\n---"],
}
KEPT = [
    "1. Mai ist frei", "- Ja", "# 1 Regel", "> 13 Jahre", "+ 49 30 1", "* x", "ja | nein", "Ende \\", "    vier", "---", "===",
    "```", "~~~", "[x]: /url", "2021. 4. 5.", "***", "a_b_c", "_a_", "*a", "`x", "!", "![x", "&amp;lt;", "&#35; x", "| a | b |",
    ":--", "x #", "#", "10000000000. x", "\u3000全角", "\u00a0x\u00a0", "a\u2028b", "\u0085x", "~~x~~", "[sic]", "{{ a_b }}",
    "<b>fett</b>", "**개인정보(필수)**를", "الخصوصية_و", "e\u0301*",
]  # fmt: skip


@pytest.mark.parametrize("case", cases.read("write.txt"), ids=str)
def test_write(case: cases.Case) -> None:
    skeleton = parse(case.given)
    assert markdown(skeleton) == case.expected + "\n"
    assert comes_back(skeleton, markdown(skeleton))


@pytest.mark.parametrize("block", ["p", "h1", "h3", "th", "td"])
@pytest.mark.parametrize("text", KEPT)
def test_text_that_looks_like_markup_survives_in_every_block(text: str, block: str) -> None:
    assert survives(text, block, {})


@pytest.mark.parametrize(
    ("block", "text"), [(block, text) for block, texts in REFUSED.items() for text in texts]
)
def test_text_that_cannot_stand_in_its_block_does_not_survive(block: str, text: str) -> None:
    assert not survives(text, block, {})


def test_an_empty_document_is_an_empty_text() -> None:
    assert markdown(parse("")) == ""
