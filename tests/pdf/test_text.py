"""Every letter comes back from a PDF, in order, and no letter twice."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pdf.documents import DOCUMENTS, Document, make
from tests.pdf.reading import BODY, letters, links, pages, paragraphs, tree

pytestmark = pytest.mark.pdfcheck

PHONE = "+82-2-533-8622"


def in_order(pattern: str, text: str, *, right_to_left: bool) -> bool:
    """Whether a paragraph stands in a text in one piece, or in two where a page ends: with notes or a table's head between.

    Of a line from right to left, poppler may take what follows a vowel sign for a column of its own, and tell it first.
    """
    if re.search(pattern, text):
        return True
    pieces = re.findall(r"\\.|\(\?:.*?\)\?|.", pattern)
    cuts = range(len(pieces) - 1, 0, -1)
    halves = [("".join(pieces[:at]), "".join(pieces[at:])) for at in cuts]
    return any(
        re.search(f"{first}.{{1,400}}?{second}", text)
        or (right_to_left and re.search(f"{second}{first}", text))
        for first, second in halves
    )


def as_compared(text: str, *, right_to_left: bool) -> str:
    """The letters of a text; of one that runs from right to left, those whose order poppler keeps.

    It puts punctuation, figures and vowel signs where they stand on the page, and an alef behind a vowel sign before the word.
    """
    found = letters(text)
    if not right_to_left:
        return found
    return "".join(
        one for one in found if unicodedata.category(one) == "Lo" and one != "\N{ARABIC LETTER ALEF}"
    )


def in_pdf(path: Path, document: Document) -> str:
    """The letters of a PDF without heads and feet, as `as_compared` has them, in the order in which they were written.

    Poppler alone has to find out where columns are and which way letters run: for what runs from left to right, it does not
    have to.
    """
    options = () if document.is_right_to_left else ("-raw",)
    return as_compared("".join(pages(path, *options, *BODY)), right_to_left=document.is_right_to_left)


def noted(document: Document) -> Iterator[str]:
    """The text of each paragraph, with a note's number after each link that has one; a regular expression."""
    printed = {shown for shown, address in links(tree(document.markdown)) if address.startswith("https:")}
    for paragraph in paragraphs(tree(document.markdown)):
        found = re.escape(as_compared(paragraph, right_to_left=document.is_right_to_left))
        for shown in printed:
            link = re.escape(as_compared(shown, right_to_left=document.is_right_to_left))
            found = found.replace(link, f"{link}(?:[0-9]+|\\(https:[^ ]*?\\))?") if link else found
        yield found


def test_every_letter_comes_back(made: Path, document: Document) -> None:
    """As they were written: when poppler puts lines in order itself, it drops a hyphen at the end of one."""
    wanted = Counter(letters("".join(paragraphs(tree(document.markdown)))))
    found = Counter(letters("".join(pages(made, "-raw"))))
    assert {letter: count - found[letter] for letter, count in wanted.items() if found[letter] < count} == {}


def test_the_letters_of_a_paragraph_come_back_in_order(made: Path, document: Document) -> None:
    text = in_pdf(made, document)
    assert [
        one for one in noted(document) if not in_order(one, text, right_to_left=document.is_right_to_left)
    ] == []


def test_what_the_metadata_say_comes_back(made: Path, document: Document) -> None:
    first = letters(pages(made)[0])
    right_to_left = document.is_right_to_left
    keys = (
        "title",
        "subtitle",
        "author",
        "date",
        "version",
        "toc-title",
        "language",
        "language-label",
        "date-label",
    )
    said = [str(document.metadata[key]) for key in keys if key in document.metadata]
    for text in (*said, *document.metadata["notices"]):  # type: ignore[misc] # a list of texts
        wanted = as_compared(text, right_to_left=right_to_left)
        assert wanted in as_compared(first, right_to_left=right_to_left)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "en",
            "-5 °C, 3--4, 3---4, -?, wait... (…) \"straight\" 'single' ’curly’ “double” «a» 5 < 6 > 4 & 7",
        ),
        ("en", "// no comment /* nor this */ https://example.com/a//b #let $x$ @ref <label> = + - / `"),
        ("en", "café naïve ǆ ﬁ ½ ² Å\u00a0b\u202fc\u2011d \u2028 e"),
        ("ko", "한국어 조합형 한글 ‘쿠키’ “본 방침”—끝…"),
        ("ja", "ガギグパピプ 々〆〤 𠮟る 髙﨑 ㈱ ー〜"),
        ("zh-Hans", "直骨角海——“引号”……《书名》、。！？；：（）"),
        ("de", "Straße, Übermaß, ẞ, „Anführung“ ‚einzeln‘ – Gedankenstrich"),
        ("ar", "محامٍ تُقدَّم مباشرةً فضلًا للإجراءات"),
    ],
)
def test_letters_that_programs_like_to_change(tmp_path: Path, name: str, text: str) -> None:
    escaped = re.sub(r"[!-/:-@\[-`{-~]", r"\\\g<0>", text)
    path = tmp_path / "made.pdf"
    path.write_bytes(make(DOCUMENTS[name].saying(escaped, toc=False)))
    found = "".join(pages(path, "-raw", *BODY))
    if name == "ar":
        assert sorted(letters(text)) == sorted(letters(found)[-len(letters(text)) :])
    else:
        assert letters(found).endswith(letters(text))


@pytest.mark.parametrize(
    ("locale", "font", "text"),
    [
        ("th", "Noto Serif Thai", "กิ๊ก ศักดิ์ ผู้ใช้ น้ำ ปีนี้ ข้อกำหนด"),
        ("hi", "Noto Serif Devanagari", "बर्ताव स्वतन्त्रता शर्तें क्षेत्र"),
        ("he", "Noto Serif Hebrew", "תנאי שימוש בשירות"),
        ("ru", "Noto Serif", "Условия использования: всё, что нужно"),
        ("zh-Hant", "Noto Serif", "使用條款——「引號」……"),
        ("pt-BR", "Noto Serif", "Condições de uso, informações e endereços"),
    ],
)
def test_other_languages(tmp_path: Path, locale: str, font: str, text: str) -> None:
    metadata = {"lang": locale, "mainfont": font, "dir": "rtl" if locale == "he" else "ltr", "toc": False}
    if locale == "zh-Hant":
        metadata["CJKmainfont"] = "Noto Serif CJK TC"
    path = tmp_path / "made.pdf"
    document = DOCUMENTS["en"].saying(text, **metadata)
    path.write_bytes(make(document))
    assert in_pdf(path, document).endswith(as_compared(text, right_to_left=document.is_right_to_left))


@pytest.mark.parametrize("name", ["ar", "ko", "ja", "zh-Hans", "de"])
def test_a_phone_number_keeps_its_order(pdfs: Path, name: str) -> None:
    wanted = DOCUMENTS[name].markdown.count(PHONE)
    assert "".join(pages(pdfs / f"{name}.pdf")).count(PHONE) == wanted > 0


@settings(max_examples=15)
@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "S"]), min_size=1, max_size=60))
def test_no_ascii_text_is_markup_to_typst(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """A text is shown as it is written, after bold letters and after a link."""
    escaped = re.sub(r"[!-/:-@\[-`{-~]", r"\\\g<0>", text)
    body = f"x\n\n{escaped}\n\n**b**{escaped}\n\n[l](#h){escaped}\n\n# h {{#h}}"
    path = tmp_path_factory.mktemp("ascii") / "made.pdf"
    path.write_bytes(make(DOCUMENTS["en"].saying(body, toc=False)))
    assert letters("".join(pages(path, "-raw", *BODY))).endswith(f"x{text}b{text}l{text}h")
