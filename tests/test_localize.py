from pipeline.catalog import CatalogFile
from pipeline.check import Brief
from pipeline.languages import language
from pipeline.localize import Localized, Reason, localize, original
from pipeline.markdown import html
from pipeline.markdown.proof import comes_back
from pipeline.markdown.write import markdown
from pipeline.model import Catalog, Message, Severity
from tests.test_segment import read

MARK = {"lang": "en", "dir": "ltr"}


def localized(source: str, *messages: Message, locale: str = "de") -> Localized:
    catalog = Catalog(headers={}, messages=messages)
    file = CatalogFile(
        path="locales/de/LC_MESSAGES/terms.po", domain="terms", language=language(locale), catalog=catalog
    )
    return localize(read(source), file, Brief(source="en", target="de"))


def message(text: str, translation: str, *, fuzzy: bool = False, line: int = 7) -> Message:
    return Message(text=text, translations=(translation,), flags=("fuzzy",) if fuzzy else (), line=line)


def test_translations_stand_in_their_blocks() -> None:
    result = localized("# One\n\nTwo.\n", message("One", "Eins"), message("Two.", "Zwei."))
    assert html(result.skeleton, mark=MARK) == "<h1>Eins</h1>\n<p>Zwei.</p>\n"
    assert result.title == "Eins"


def test_fuzzy_empty_missing_and_refused_translations_are_not_published() -> None:
    result = localized(
        "One\n\nTwo\n\nThree\n\nFour\n\nFive\n",
        message("One", "Eins", fuzzy=True),
        message("Two", ""),
        message("Four", "Vier <img src=x onerror=alert(1)>"),
        message("Five", "Fünf"),
    )
    assert html(result.skeleton, mark=MARK) == (
        '<p lang="en" dir="ltr">One</p>\n<p lang="en" dir="ltr">Two</p>\n<p lang="en" dir="ltr">Three</p>\n'
        '<p lang="en" dir="ltr">Four</p>\n<p>Fünf</p>\n'
    )
    assert [(fallback.unit.text, fallback.reason) for fallback in result.translation.fallbacks] == [
        ("One", Reason.FUZZY),
        ("Two", Reason.UNTRANSLATED),
        ("Three", Reason.UNTRANSLATED),
        ("Four", Reason.REFUSED),
    ]


def test_text_without_a_block_of_its_own_is_marked_with_a_span() -> None:
    result = localized("- One\n- Two\n", message("One", "하나"), locale="ko")
    assert html(result.skeleton, mark=MARK) == (
        '<ul>\n<li>하나</li>\n<li><span lang="en" dir="ltr">Two</span></li>\n</ul>\n'
    )


def test_a_table_cell_keeps_its_alignment_beside_its_mark() -> None:
    result = localized("|a|\n|:-:|\n|b|\n", message("a", "ㄱ"), locale="ko")
    assert '<td style="text-align:center" lang="en" dir="ltr">b</td>' in html(result.skeleton, mark=MARK)


def test_the_source_language_is_never_marked() -> None:
    result = original(read("# One\n"), language("en"))
    assert html(result.skeleton, mark=MARK) == "<h1>One</h1>\n"
    assert result.is_translated(result.document.title_slot)


def test_a_translation_that_equals_the_source_is_a_translation() -> None:
    result = localized("NexCloud\n", message("NexCloud", "NexCloud"))
    assert result.translation.fallbacks == ()


def test_equal_texts_in_different_blocks_are_judged_block_by_block() -> None:
    result = localized("# Name\n\nName\n", message("Name", "Eins\nZwei"))
    assert html(result.skeleton, mark=MARK) == '<h1 lang="en" dir="ltr">Name</h1>\n<p>Eins<br />\nZwei</p>\n'


def test_metadata_is_plain_text() -> None:
    result = localized("---\ntitle: A *b* <c>\n---\n", message("A *b* <c>", "Ä *b* <c>"))
    assert result.title == "Ä *b* <c>"
    assert result.translation.diagnostics == ()


def test_a_lone_carriage_return_is_a_blank_and_no_line_break() -> None:
    result = localized(":::note[Title]\n\nBody\n\n:::\n", message("Title", "제\r목"), message("Body", "본문"))
    assert '<p class="admonition-title">제 목</p>' in html(result.skeleton)
    assert comes_back(result.skeleton, markdown(result.skeleton))


def test_one_finding_is_told_once_for_equal_texts() -> None:
    result = localized("Same\n\nSame\n", message("Same", ""))
    assert [(found.line, found.code, found.severity) for found in result.translation.diagnostics] == [
        (7, "untranslated", Severity.INFO)
    ]


def test_a_document_without_a_catalog_falls_back_whole() -> None:
    file = CatalogFile(path="p.po", domain="terms", language=language("ar"), catalog=None)
    result = localize(read("# One\n\nTwo\n"), file, Brief(source="en", target="de"))
    assert len(result.translation.fallbacks) == len(result.document.units)
    assert not result.is_translated(result.document.title_slot)


def test_an_admonitions_title_keeps_its_class_beside_its_mark() -> None:
    result = localized(":::note[Title]\n\nBody\n\n:::\n", message("Body", "본문"), locale="ko")
    marked = html(result.skeleton, mark={"class": "untranslated", **MARK})
    assert '<p class="admonition-title untranslated" lang="en" dir="ltr">Title</p>' in marked
