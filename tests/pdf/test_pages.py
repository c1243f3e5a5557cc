"""Pages are laid out for readers on paper: heads and feet, contents, tables, notes, and where a page ends."""

import re
from pathlib import Path

import pytest

from tests.pdf.documents import DOCUMENTS, Document, make
from tests.pdf.reading import letters, links, pages, tree, words

pytestmark = pytest.mark.pdfcheck

WIDTH = 595.28
"""Of an A4 page, in points."""


def made_of(folder: Path, document: Document, markdown: str, **metadata: object) -> Path:
    path = folder / "made.pdf"
    path.write_bytes(make(document.saying(markdown, **metadata)))
    return path


def place(path: Path, page: int, text: str) -> tuple[float, float]:
    """The left edge and the top of the first word of a page with a text in it."""
    for word in words(path, page):
        # The words of poppler's list have their letters from left to right.
        if text in letters(word["text"]) or text[::-1] in letters(word["text"]):
            return word["xMin"], word["yMin"]
    pytest.fail(f"no word “{text}” on page {page}")


def test_the_foot_of_each_page_counts_pages_in_the_language(made: Path, document: Document) -> None:
    found = pages(made)
    for number, text in enumerate(found, 1):
        said = str(document.metadata["page-label"]).format(page=number, pages=len(found))
        figures = re.findall(r"[0-9]+", said) if document.is_right_to_left else [letters(said)]
        assert all(figure in letters(text)[-120:] + letters(text)[:400] for figure in figures), said


def test_the_head_of_each_page_but_the_first_names_document_version_and_language(pdfs: Path) -> None:
    first, *others = pages(pdfs / "ko.pdf", "-x", "0", "-y", "0", "-W", "595", "-H", "60")
    assert letters(first) == ""
    assert others
    for text in others:
        assert letters(text) == "개인정보의보관및파기에관한규정버전1.0·한국어"


def test_the_first_page_has_title_dates_and_notices(pdfs: Path) -> None:
    first = pages(pdfs / "ko.pdf")[0]
    for text in (
        "주식회사 예시",
        "시행일",
        "2027년 1월 15일",
        "버전",
        "1.0",
        "언어",
        "한국어",
        "이 번역은 변호사의 검토를 받지 않았습니다.",
        "이 문서와 영어 문서가 서로 다른 경우에는 영어 문서가 우선합니다.",
    ):
        assert text in first


def test_what_is_missing_leaves_no_trace(tmp_path: Path) -> None:
    metadata = dict(DOCUMENTS["en"].metadata)
    for key in ("subtitle", "author", "date", "description", "region", "version", "effective-date"):
        del metadata[key]
    bare = Document(name="bare", markdown="A\n", metadata=metadata)
    path = made_of(tmp_path, bare, "A\n")
    assert letters("".join(pages(path, "-raw"))) == "TermsofServiceLanguageEnglishAPage1of1"


def test_contents_name_the_headings_and_their_pages(tmp_path: Path) -> None:
    body = "\n\n".join(f"# {number}. Part {{#p{number}}}\n\n{'Word. ' * 300}" for number in range(1, 6))
    path = made_of(tmp_path, DOCUMENTS["en"], body)
    found = pages(path, "-layout")
    entries = re.findall(r"^ *([0-9])\. Part[ .\u2060-\u2069]*([0-9]+)$", found[0], re.MULTILINE)
    wanted = [
        (number, str(page))
        for number in "12345"
        for page, text in enumerate(found, 1)
        if re.search(rf"^ *{number}\. Part$", text, re.MULTILINE)
    ]
    assert entries == wanted
    assert len({page for _, page in wanted}) > 2


def test_contents_go_no_deeper_than_they_are_told(tmp_path: Path) -> None:
    body = "# Xa {#a}\n\n## Xb {#b}\n\n### Xc {#c}\n"
    text = letters(pages(made_of(tmp_path, DOCUMENTS["en"], body, **{"toc-depth": 1}), "-raw")[0])
    assert [text.count(heading) for heading in ("Xa", "Xb", "Xc")] == [2, 1, 1]


def test_sections_are_numbered_if_asked_for(tmp_path: Path) -> None:
    path = made_of(tmp_path, DOCUMENTS["en"], "# A {#a}\n\n## B {#b}\n", numbersections=True, toc=False)
    assert letters("".join(pages(path, "-raw"))).count("English1A1.1B") == 1


@pytest.mark.parametrize(("name", "head"), [("ko", "구분"), ("ar", "الفئة"), ("en", "Plan")])
def test_the_head_of_a_table_stands_on_each_page_of_it(tmp_path: Path, name: str, head: str) -> None:
    rows = "\n".join(f"| {number} | cell |" for number in range(80))
    path = made_of(tmp_path, DOCUMENTS[name], f"| {head} | B |\n| --- | --- |\n{rows}\n")
    texts = pages(path)
    assert len(texts) > 2
    assert all(head in text for text in texts)


def test_a_row_goes_on_on_the_next_page(tmp_path: Path) -> None:
    row = "| one | " + "word " * 900 + "|"
    line = "| " + "-" * 30 + " | " + "-" * 60 + " |"
    texts = pages(made_of(tmp_path, DOCUMENTS["en"], f"| A | B |\n{line}\n{row}\n"))
    assert sum(text.count("word") for text in texts) == 900
    assert all(text.count("word") > 100 for text in texts[:-1])


@pytest.mark.parametrize("lines", range(28, 44, 3))
def test_a_heading_is_not_the_last_of_its_page(tmp_path: Path, lines: int) -> None:
    filler = "\n\n".join(["line"] * lines)
    for after in ("Text. " * 60, "- item\n- item", "| A |\n| --- |\n| b |", "## Below {#below}\n\nText."):
        body = f"{filler}\n\n# Heading {{#h}}\n\n{after}\n"
        texts = pages(
            made_of(tmp_path, DOCUMENTS["en"], body, toc=False),
            "-y",
            "62",
            "-H",
            "718",
            "-x",
            "0",
            "-W",
            "595",
        )
        here = next(text for text in texts if "Heading" in text)
        assert not here.rstrip().endswith(("Heading", "Below"))


@pytest.mark.parametrize("lines", range(20, 36, 2))
def test_no_line_of_a_paragraph_stands_alone(tmp_path: Path, lines: int) -> None:
    paragraph = " ".join(["word"] * 110)
    body = "\n\n".join(["line"] * lines + [paragraph] * 6)
    for text in pages(
        made_of(tmp_path, DOCUMENTS["en"], body, toc=False),
        "-layout",
        "-y",
        "62",
        "-H",
        "718",
        "-x",
        "0",
        "-W",
        "595",
    ):
        runs = [run.split("\n") for run in re.split(r"\n\s*\n|\n(?=line)", text.strip("\n")) if "word" in run]
        assert runs == [] or all(len(run) > 1 for run in runs)


@pytest.mark.parametrize("name", ["en", "ko", "ar"])
def test_addresses_of_links_can_be_read_on_paper(pdfs: Path, name: str) -> None:
    text = letters("".join(pages(pdfs / f"{name}.pdf", "-raw")))
    for _, address in links(tree(DOCUMENTS[name].markdown)):
        if address.startswith("https://"):
            assert letters(address) in text
    assert "mailto" not in text


def test_an_address_is_noted_once_on_a_page(tmp_path: Path) -> None:
    link = "[the page](https://example.com/a)"
    body = (
        f"{link} and {link}, <https://example.com/b>, [example.com/c](https://example.com/c)\n\n"
        + "Text. " * 900
        + link
    )
    texts = pages(made_of(tmp_path, DOCUMENTS["en"], body, toc=False))
    assert [text.count("https://example.com/a") for text in texts if "the page" in text] == [1, 1]
    assert "".join(texts).count("example.com/b") == 1
    assert "".join(texts).count("example.com/c") == 1


@pytest.mark.parametrize("lines", [24, 25, 26, 27, 40, 41, 42, 43])
@pytest.mark.parametrize("block", ["- item {}", "> text {}", "| A |\n| --- |\n| cell {} |"])
def test_no_note_stands_on_a_page_of_its_own(tmp_path: Path, lines: int, block: str) -> None:
    link = "[link](https://example.com/a)"
    first, last = block.rsplit("\n", 1) if "\n" in block else ("", block)
    body = "\n".join([first, *[last.format(number) for number in range(lines)], last.format(link)])
    texts = pages(made_of(tmp_path, DOCUMENTS["en"], body), "-y", "62", "-H", "718", "-x", "0", "-W", "595")
    assert "link" in texts[-1] or "item" in texts[-1] or "cell" in texts[-1]


def test_from_right_to_left_everything_is_mirrored(pdfs: Path) -> None:
    path = pdfs / "ar.pdf"
    title, _ = place(path, 1, "سياسة")
    page, _ = place(path, 1, "الصفحة")
    date, _ = place(path, 1, "السريان")
    bullet, _ = place(path, 1, "•")
    assert title > WIDTH / 2
    assert page < WIDTH / 2 < date
    assert bullet > WIDTH / 2
    number = len(pages(path))
    columns = [place(path, number if number == 1 else 2, head)[0] for head in ("الفئة", "المدة", "الأساس")]
    assert columns == sorted(columns, reverse=True)


def test_english_in_a_text_from_right_to_left_stands_at_its_own_side(pdfs: Path) -> None:
    left, _ = place(pdfs / "ar.pdf", 1, "This")
    assert left < WIDTH / 4


def test_long_words_in_german_cells_are_hyphenated(pdfs: Path) -> None:
    text = pages(pdfs / "de.pdf")[0]
    assert "Aufbewahrungs\u00ad\npflicht" in text
    assert "Berechtigtes\nInteresse" in text


def test_korean_words_are_kept_whole(tmp_path: Path) -> None:
    word = "개인정보처리방침에"
    path = made_of(tmp_path, DOCUMENTS["ko"], " ".join([word] * 40), toc=False)
    assert pages(path)[0].count(word) == 40


def test_nothing_leaves_the_page(made: Path) -> None:
    for number in range(1, len(pages(made)) + 1):
        for word in words(made, number):
            assert 50 < word["xMin"] <= word["xMax"] < WIDTH - 50, word["text"]
