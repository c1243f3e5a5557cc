"""A PDF says which language it is in, all of it and each part, what it is called, and what is in it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.pdf.documents import CREATED, DOCUMENTS, Document, make
from tests.pdf.reading import letters, text, tree
from tests.pdf.structure import pieces

pytestmark = pytest.mark.pdfcheck


def untranslated(node: object) -> Iterator[tuple[str, str]]:
    """The language and the text of each span that is left untranslated."""
    match node:
        case list():
            for one in node:
                yield from untranslated(one)
        case {"t": "Span", "c": [[_, ["untranslated"], pairs], inlines]}:
            yield dict(pairs)["lang"], text(inlines)
        case {"c": content}:
            yield from untranslated(content)


def headings(node: list[dict[str, Any]]) -> list[tuple[int, str]]:
    return [(one["c"][0], text(one["c"][2])) for one in node if one["t"] == "Header"]


def bookmarks(items: list[pikepdf.OutlineItem], level: int = 1) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, item.title
        yield from bookmarks(list(item.children), level + 1)


def test_the_document_is_in_its_language(made: Path, document: Document) -> None:
    with pikepdf.open(made) as pdf:
        assert str(pdf.Root.Lang) == document.metadata["lang"]
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert re.findall(r"<dc:language>(.*?)</dc:language>", packet) == [
            f"<rdf:Bag><rdf:li>{document.metadata['lang']}</rdf:li></rdf:Bag>"
        ]


def test_no_part_is_in_a_language_that_the_document_does_not_name(made: Path, document: Document) -> None:
    named = {str(document.metadata["lang"])} | {tag for tag, _ in untranslated(tree(document.markdown))}
    assert {piece.language for piece in pieces(made)} == named


def test_what_is_left_untranslated_is_in_its_own_language(made: Path, document: Document) -> None:
    english = letters("".join(piece.text for piece in pieces(made) if piece.language == "en"))
    for tag, said in untranslated(tree(document.markdown)):
        assert tag == "en"
        # The numbers of footnotes stand between its letters.
        assert re.search("[0-9]*".join(map(re.escape, letters(said))), english), said


def test_what_is_translated_is_not_in_the_language_of_the_source(made: Path, document: Document) -> None:
    if document.name == "en":
        return
    english = "".join(piece.text for piece in pieces(made) if piece.language == "en")
    assert re.search("[\uac00-\ud7a3\u3041-\u30ff\u4e00-\u9fff\u0621-\u064aäöüß]", english) is None


def test_a_viewer_shows_the_title_and_turns_pages_the_right_way(made: Path, document: Document) -> None:
    with pikepdf.open(made) as pdf:
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.Root.ViewerPreferences.Direction) == ("/R2L" if document.is_right_to_left else "/L2R")
        assert str(pdf.docinfo.Title) == document.metadata["title"]
        assert str(pdf.docinfo.get("/Author", "")) == document.metadata.get("author", "")
        assert str(pdf.docinfo.CreationDate) == "D:20270102030405Z"
    assert CREATED.isoformat() == "2027-01-02T03:04:05+00:00"


def test_bookmarks_are_the_headings_with_their_levels(made: Path, document: Document) -> None:
    with pikepdf.open(made) as pdf, pdf.open_outline() as outline:
        found = list(bookmarks(list(outline.root)))
    wanted = [
        (level, letters(heading)) for level, heading in [(1, str(document.metadata["toc-title"])), *headings(tree(document.markdown))]
    ]  # fmt: skip
    assert [(level, letters(title)) for level, title in found] in (wanted, wanted[1:])


@pytest.mark.parametrize(
    ("tag", "name"), [("zh-Hant", "zh-Hans"), ("zh-Hant-TW", "zh-Hans"), ("sr-Latn", "de"), ("pt-BR", "de"), ("es-419", "de"), ("fil", "en")]
)  # fmt: skip
def test_a_tag_stays_as_it_is_written(tmp_path: Path, tag: str, name: str) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(make(DOCUMENTS[name].saying("A\n\n[B]{.untranslated lang=en dir=ltr}", lang=tag)))
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == tag
    assert {piece.language for piece in pieces(path)} == {tag, "en"}
