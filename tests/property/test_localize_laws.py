"""The laws of localization: identity, structure, and no translation that breaks a page."""

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from pipeline.catalog import CatalogFile
from pipeline.check import Brief
from pipeline.languages import language
from pipeline.localize import Localized, localize, original
from pipeline.markdown import html
from pipeline.markdown.proof import comes_back
from pipeline.markdown.write import markdown
from pipeline.model import Catalog, Message
from pipeline.segment import Document, segment
from tests.property import documents

KOREAN = language("ko")
TAG = re.compile(r"<[^>]+>")


def read(text: str) -> Document:
    document = segment(text, name="d", path="source/d.md", translate=("title",))
    assert isinstance(document, Document)
    return document


def localized(document: Document, translate: Callable[[str], str]) -> Localized:
    texts = dict.fromkeys(unit.text for unit in document.units)
    messages = tuple(Message(text=text, translations=(translate(text),), line=1) for text in texts)
    catalog = Catalog(headers={}, messages=messages)
    return localize(
        document,
        CatalogFile(path="d.po", domain="d", language=KOREAN, catalog=catalog),
        Brief(source="en", target="ko"),
    )


@given(documents.document)
def test_identity(text: str) -> None:
    document = read(text)
    same = localized(document, lambda unit: unit)
    assert same.translation.fallbacks == ()
    assert html(same.skeleton) == html(original(document, KOREAN).skeleton)


@given(documents.document, st.lists(documents.translation, min_size=1))
def test_whatever_a_translator_writes_the_blocks_stay_and_the_markdown_reads_back(
    text: str, given: list[str]
) -> None:
    document = read(text)
    texts = list(dict.fromkeys(unit.text for unit in document.units))
    result = localized(document, lambda unit: given[texts.index(unit) % len(given)])
    skeleton = result.skeleton
    blocks = re.compile(r"</?(?:p|h\d|li|ul|ol|blockquote|table|tr|th|td|pre|hr)\b[^>]*>")
    assert blocks.findall(html(skeleton)) == blocks.findall(html(document.skeleton))
    assert comes_back(skeleton, markdown(skeleton))
    assert len(result.translation.texts) + len(result.translation.fallbacks) == len(document.units)


@given(documents.document)
def test_untranslated_units_show_the_source_and_say_so(text: str) -> None:
    document = read(text)
    result = localized(document, lambda _: "")
    mark = {"lang": "en", "dir": "ltr"}
    marked = html(result.skeleton, mark=mark)
    assert html(result.skeleton) == html(document.skeleton)
    assert marked.count('lang="en"') == len(result.translation.fallbacks) == len(document.units)
