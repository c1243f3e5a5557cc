"""The laws of pages: whatever the source and the translations are, headings, ids and words are in order."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.localize import Localized
from pipeline.markdown import html
from pipeline.markdown.contents import contents, section_text
from pipeline.markdown.page import Presentation, page_html
from pipeline.segment import Document
from tests.property import documents
from tests.property.test_localize_laws import localized, read

NAMES = ("one", "one-1", "bold", "_main", "개인정보", "section")
headings = st.tuples(
    st.integers(1, 6), documents.line, st.sampled_from(["", *(f" {{#{name}}}" for name in NAMES)])
)
special = st.one_of(
    headings.map(lambda parts: f"{'#' * parts[0]} {parts[1]}{parts[2]}"),
    st.sampled_from(["one", "One", "one-1", "—", "개인정보", ""]).map("## {}".format),
    st.tuples(st.integers(1, 6), st.sampled_from(["", ' id="one"', " class=x", " id='section'", ' id=""'])).map(
        lambda parts: f"<h{parts[0]}{parts[1]}>Raw <b>2021</b> &amp; 개인정보</h{parts[0]}>"
    ),
    st.sampled_from([
        "- [ ] 3 tasks\n- [x] done", ":::note Title 1\nText 2\n:::", "|  |\n|:-:|\n| 1 |", "<p>1 &amp; <code>2</code></p>",
        "> # 1\n>\n> ### 2", "a <h4>5</h4> b", '<a name="one"></a> x <b id="bold">y</b>',
    ]),
)  # fmt: skip
document = st.lists(st.one_of(documents.block, special), min_size=1, max_size=8).map(
    lambda blocks: "\n\n".join(blocks) + "\n"
)
translations = st.lists(documents.translation, min_size=1)

DIGITS = re.compile(r"\d+")


def presentation(of: Document) -> Presentation:
    return Presentation(
        sections=of.sections,
        permalink="Link to {}".format,
        table="Table {}".format,
        isolate=lambda text: [match.span() for match in DIGITS.finditer(text)],
        mark={"class": "untranslated", "lang": "en", "dir": "rtl"},
    )


def translated(text: str, given: list[str]) -> Localized:
    of = read(text)
    texts = list(dict.fromkeys(unit.text for unit in of.units))
    return localized(of, lambda unit: given[texts.index(unit) % len(given)])


def parsed(result: Localized) -> LexborHTMLParser:
    return LexborHTMLParser(page_html(result.skeleton, presentation(result.document)))


def words(tree: LexborHTMLParser) -> str:
    """What a reader sees, without blanks."""
    return re.sub(r"\s+", "", tree.body.text() if tree.body else "")


def texts(node: LexborNode, *, inside: bool = False) -> Iterator[tuple[str, bool]]:
    """The texts of a page, each with whether it is set apart, or is code, where nothing is."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text_content or "", inside
        else:
            yield from texts(child, inside=inside or child.tag in {"bdi", "code"})


@given(document, translations)
def test_levels_begin_at_two_and_never_skip(text: str, given: list[str]) -> None:
    tree = parsed(translated(text, given))
    levels = [int(str(node.tag)[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
    assert 1 not in levels
    assert all(after <= before + 1 for before, after in pairwise([1, *levels]))


@given(document, translations)
def test_each_section_has_an_id_of_its_own_and_the_same_in_every_language(
    text: str, given: list[str]
) -> None:
    result = translated(text, given)
    named = Counter(node.attributes.get("id") for node in parsed(result).css("[id]"))
    own = [section.id for section in result.document.sections if not section.is_title]
    assert [named[name] for name in own] == [1] * len(own)
    assert named.keys() == {
        node.attributes.get("id") for node in parsed(localized(result.document, str)).css("[id]")
    }


@given(document, translations)
def test_nothing_is_shown_but_the_words_of_the_text(text: str, given: list[str]) -> None:
    result = translated(text, given)
    plain = LexborHTMLParser(html(result.skeleton))
    title = next((section for section in result.document.sections if section.is_title), None)
    shown = words(parsed(result))
    if title:
        first = plain.css_first("h1, h2, h3, h4, h5, h6")
        assert first is not None
        first.decompose()
    assert shown == words(plain)


@given(document, translations)
def test_what_is_set_apart_is_in_one_element_and_nothing_else_is(text: str, given: list[str]) -> None:
    tree = parsed(translated(text, given))
    assert tree.body is not None
    assert [found for found, inside in texts(tree.body) if not inside and DIGITS.search(found)] == []
    assert all(DIGITS.fullmatch(node.text()) for node in tree.css("bdi"))


@given(document, translations)
def test_the_contents_lead_to_headings_and_have_their_words(text: str, given: list[str]) -> None:
    result = translated(text, given)
    tree = parsed(result)
    by_id = {section.id: section for section in result.document.sections}
    for entry in contents(result.skeleton, presentation(result.document)):
        [heading] = tree.css(f'[id="{entry.id}"]')
        assert heading.tag == f"h{entry.level}"
        assert entry.text == section_text(result.skeleton, by_id[entry.id])
        line = LexborHTMLParser(entry.html)
        assert words(line) == re.sub(r"\s+", "", entry.text)
        assert line.css("a, img, [id]") == []
