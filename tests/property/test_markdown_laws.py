"""The laws of reading and writing Markdown, for every document and every translation."""

import re
import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from pipeline.markdown import dialect, html, parse, sections
from pipeline.markdown.alike import alike
from pipeline.markdown.dialect import parser
from pipeline.markdown.escape import IN_TEXT, escaped, outer_space
from pipeline.markdown.fold import fold, parsed_fold
from pipeline.markdown.inline import inline, parsed
from pipeline.markdown.mdx import mdx
from pipeline.markdown.mdx import written as written_mdx
from pipeline.markdown.plain_text import is_plain
from pipeline.markdown.portable import escape as portable_escape
from pipeline.markdown.proof import comes_back, is_written_as_it_is, proved
from pipeline.markdown.write import markdown, written
from tests.property import documents

PLAIN = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(gfm_autolink_plugin)


def collapsed(text: str) -> str:
    """HTML without what shows nothing: the length of white space, and white space beside tags."""
    return re.sub(r"[ \t\n]*(<[^>]+>)[ \t\n]*", r"\1", re.sub(r"[ \t\n]+", " ", text)).strip(" ")


@given(documents.document)
def test_folding_changes_nothing_that_a_reader_sees(text: str) -> None:
    plain = PLAIN.render(text).replace("text-align:left", "text-align:start")
    # The plain parser has no task lists: there a box is its letters.
    ours = html(parse(text)).replace('<input checked="" disabled="" type="checkbox"> ', "[x] ")
    assert collapsed(ours) == collapsed(plain.replace("text-align:right", "text-align:end"))


@given(documents.document)
def test_written_markdown_reads_back_the_same(text: str) -> None:
    skeleton = parse(text)
    written = markdown(skeleton)
    assert html(parse(written)) == html(skeleton)


@given(documents.document)
def test_writing_twice_is_writing_once(text: str) -> None:
    written = markdown(parse(text))
    assert comes_back(parse(text), written)
    assert html(parse(markdown(parse(written)))) == html(parse(written))


@given(documents.document)
def test_identity_translations_change_nothing(text: str) -> None:
    skeleton = parse(text)
    same = skeleton.fill({slot.place: slot.text for slot in skeleton.slots()})
    assert html(same) == html(skeleton)
    assert markdown(same) == markdown(skeleton)


@given(documents.document | documents.plain_document, st.data())
def test_plain_blocks_are_written_as_mdformat_writes_them(text: str, data: st.DataObject) -> None:
    source = parse(text)
    places = [slot.place for slot in source.slots()]
    left = data.draw(st.lists(st.sampled_from(places), max_size=2)) if places else ()
    texts = {place: data.draw(documents.translation) for place in places[::3]}
    skeleton = source.fill(texts, untranslated=left)
    assert markdown(skeleton) == written(skeleton)
    headings = sections(source, "Privacy")
    for mark in ({}, {"lang": "en", "dir": "ltr"}):
        assert mdx(skeleton, headings, mark) == written_mdx(skeleton, headings, mark)


@given(documents.document, documents.document)
def test_what_is_alike_is_the_same_html(one: str, other: str) -> None:
    bodies = [parse(one), parse(other), parse(markdown(parse(one)))]
    for body in bodies[1:]:
        if alike(bodies[0], body):
            assert html(bodies[0]) == html(body)


@given(documents.document)
def test_other_letters_leave_the_same_tags(text: str) -> None:
    skeleton = parse(text)
    other = skeleton.fill({slot.place: "가" for slot in skeleton.slots()})
    blocks = re.compile(r"</?(?:p|h\d|li|ul|ol|blockquote|table|thead|tbody|tr|th|td|pre|hr)\b[^>]*>")
    assert blocks.findall(html(other)) == blocks.findall(html(skeleton))


@given(documents.hostile)
@example("0. 개인정보")
def test_text_without_markup_is_its_own_content(text: str) -> None:
    assert inline(text, documents.REFERENCES) == parsed(text, documents.REFERENCES)
    assume(not NEVER.search(text))
    assert fold(text, documents.REFERENCES) == parsed_fold(text, documents.REFERENCES)


@given(documents.hostile | documents.wrapped)
@example("a `b  c` [d][e] **f**")
@example("a&#32; b\\")
@example("![a\nb](c)")
def test_text_with_nothing_to_fold_is_read_as_it_is(text: str) -> None:
    assume(not NEVER.search(text))
    assert fold(text, {}) == parsed_fold(text, {})


NEVER = re.compile(r"\n\s*\n|[\v\f]")
"""No text block has an empty line, nor a page break, of which the reader makes a blank."""


@given(documents.hostile)
def test_the_parser_stops_wherever_a_rule_of_the_library_may_match(text: str) -> None:
    stops, library = parser(), parser()
    library.inline.terminator_re = re.compile(r"[\n!#$%&*+\-:<=>@\[\\\]^_`{}~w]")
    assert stops.parseInline(text, {}) == library.parseInline(text, {})


_LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "", "  ", "\t", "    ", "> ", "- ", "1. ", "> - ", "- > ", ":::note\n"]),
        st.sampled_from(["", "===", "---", "- - -", "***", "# a", "```", "~~~", ":::", "[x]: /u", "<div>", "|-|:-|", "a|b", "a -", "2) b", "+"])
        | documents.hostile,
    ).map("".join),
    max_size=10,
).map("\n".join)  # fmt: skip


@given(documents.document | _LINES)
@example("a\n===\n- b\n2. c")
@example("a\nb\n2. c\n\n> d\n2. e")
def test_the_parser_asks_each_rule_that_may_match(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dialect, "ask_where_signs_are", lambda _: None)
        library = parser()
    assert parser().parse(text, {}) == library.parse(text, {})


@given(documents.hostile, st.sampled_from(["p", "h1", "h2", "h6", "th", "td"]))
def test_what_needs_no_proof_comes_back(text: str, block: str) -> None:
    if is_plain(text, block):
        assert proved(text, block, documents.REFERENCES)
    if is_written_as_it_is(text, block):
        assert proved(text, block, {})


@given(documents.hostile, st.sampled_from([IN_TEXT, portable_escape.IN_TEXT, portable_escape.IN_VALUES]))
@example("ss://www.a@b …...", portable_escape.IN_TEXT)
def test_tables_match_punctuation_alone(text: str, table: re.Pattern[str]) -> None:
    assert escaped(text, table) == table.sub(r"\\\g<0>", text)


@given(documents.hostile.filter(lambda text: len(text) > 1 and not text.endswith("\n")))
@example("\u3000全角\u00a0")
@example("\x1f개인정보\u2028")
@example("\u3000\u3000")
def test_only_outer_white_space_is_written_by_its_number(text: str) -> None:
    assert outer_space(text) == f"{numbered(text[0])}{text[1:-1]}{numbered(text[-1])}"


def numbered(letter: str) -> str:
    is_kept = not letter.isspace() or letter == " " or unicodedata.category(letter) == "Cc"
    return letter if is_kept else f"&#{ord(letter)};"
