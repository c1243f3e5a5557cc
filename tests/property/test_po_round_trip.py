"""What is written is read again, to the last character; and GNU gettext would write the same."""

import shutil
import subprocess
from dataclasses import replace

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from pipeline.model import Catalog, Diagnostic, Message, Previous
from pipeline.po import read, write

SAMPLES = (
    "개인정보 처리방침",
    "プライバシー",
    "隐私政策",
    "الخصوصية\u200f",
    "นโยบายก็",
    "e\u0323\u0301",
    "👨\u200d👩\u200d👧",
    "\u2028",
    "\x85",
    "\xa0",
    "\x0b",
    "\x0c",
    "\x1c",
    "\r",
    "\r\n",
    "\n",
    "\t",
    "\\",
    "\\n",
    '"',
    '\\"',
    "\\\\",
    "#~ ",
    'msgid "',
    "charset=EUC-KR",
    "fuzzy",
)
CHARACTERS = st.characters(codec="utf-8", exclude_characters="\x00\x04")
"""All but the two that gettext keeps for itself."""
TEXT = st.one_of(
    st.text(CHARACTERS, max_size=12), st.lists(st.sampled_from(SAMPLES), max_size=5).map("".join)
)
MSGID = TEXT.filter(bool)
WORD = MSGID.map(lambda text: "".join(text.split())).filter(bool)
COMMENT = TEXT.map(lambda text: text.replace("\n", "").rstrip(" \t\r"))
"""A line; blanks at its end have no meaning."""
COMMENTS = st.lists(COMMENT, max_size=3).map(tuple)
EXTRACTED = st.lists(COMMENT.filter(bool), max_size=3).map(tuple)
"""These lines are ours: none is empty."""
HEADER = TEXT.map(lambda text: text.replace("\n", "").strip(" \t\r"))
FIELDS = st.sampled_from(
    ["Project-Id-Version", "Last-Translator", "Language", "Plural-Forms", "X-Generator", "X-번역", "x-a"]
)
FLAGS = st.lists(
    st.sampled_from(["fuzzy", "c-format", "no-wrap", "markdown-text"]), unique=True, max_size=3
).map(tuple)
PREVIOUS = st.builds(Previous, text=TEXT, context=st.none() | TEXT, plural=st.none() | TEXT)
REFERENCES = st.lists(WORD, max_size=3).map(tuple)


@st.composite
def message(
    draw: st.DrawFn,
    *,
    flags: st.SearchStrategy[tuple[str, ...]] = FLAGS,
    references: st.SearchStrategy[tuple[str, ...]] = REFERENCES,
) -> Message:
    plural = draw(st.none() | MSGID)
    obsolete = draw(st.booleans())
    return Message(
        text=draw(MSGID),
        context=draw(st.none() | TEXT),
        plural=plural,
        translations=draw(st.lists(TEXT, min_size=1, max_size=6 if plural else 1).map(tuple)),
        flags=draw(flags),
        comments=draw(COMMENTS),
        extracted=() if obsolete else draw(EXTRACTED),
        references=() if obsolete else draw(references),
        previous=draw(st.none() | PREVIOUS),
        obsolete=obsolete,
    )


def catalogs(messages: st.SearchStrategy[Message]) -> st.SearchStrategy[Catalog]:
    return st.builds(
        Catalog,
        headers=st.dictionaries(FIELDS, HEADER).map(
            lambda fields: {**fields, "Content-Type": "text/plain; charset=UTF-8"}
        ),
        comments=COMMENTS,
        messages=st.lists(messages, max_size=4, unique_by=lambda one: one.key).map(
            lambda found: tuple(sorted(found, key=lambda one: one.obsolete))
        ),
    )


def again(data: bytes) -> Catalog:
    result = read(data, "ko.po")
    assert isinstance(result, Catalog), result
    return result


@given(catalogs(message()))
@example(
    Catalog(
        headers={},
        messages=(Message(text='"\\', translations=('\\"\n\u2028\x85\n',), comments=("\u2028가",)),),
    )
)
def test_what_is_written_is_read_as_it_was(catalog: Catalog) -> None:
    assert again(write(catalog)) == catalog


@given(catalogs(message()))
def test_canonical_bytes_are_written_as_they_were_read(catalog: Catalog) -> None:
    data = write(catalog)
    assert write(again(data)) == data


@given(catalogs(message()))
def test_the_order_of_obsolete_messages_and_of_headers_makes_no_other_file(catalog: Catalog) -> None:
    known = {name: value for name, value in catalog.headers.items() if not name.lower().startswith("x-")}
    ordered = replace(catalog, headers=known)
    mixed = replace(
        catalog,
        headers=dict(reversed(known.items())),
        messages=tuple(sorted(catalog.messages, key=lambda one: not one.obsolete)),
    )
    assert write(mixed) == write(ordered)


@given(catalogs(message()))
def test_a_carriage_return_at_the_end_of_each_line_is_no_part_of_the_text(catalog: Catalog) -> None:
    data = write(catalog)
    assert again(data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")) == again(data.replace(b"\r\n", b"\n"))


FUZZY = st.sampled_from([(), ("fuzzy",)])
PLACES = st.lists(st.sampled_from(["source/privacy.md", "source/개인정보.md:12"]), unique=True).map(tuple)


def for_msgcat(catalog: Catalog) -> Catalog | Diagnostic:
    """Without what msgcat takes otherwise.

    It drops fuzzy and obsolete messages with nothing in them, and looks for the charset in the whole header. The bell
    has a test of its own.
    """
    messages = tuple(
        replace(one, translations=tuple(f"{text}끝" for text in one.translations))
        if one.obsolete or one.flags
        else one
        for one in catalog.messages
    )
    headers = {
        name: value if name == "Content-Type" else value.replace("charset=", "")
        for name, value in catalog.headers.items()
    }
    data = write(replace(catalog, headers=headers, messages=messages))
    return read(data.replace(b"\x07", b"\x06"), "ko.po")


def swallows_the_next_line(catalog: Catalog) -> bool:
    """GNU gettext joins lines at a backslash, even those of comments."""
    lines = [
        *catalog.comments,
        *(line for one in catalog.messages for line in (*one.comments, *one.extracted)),
    ]
    return any(line.endswith("\\") for line in lines)


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="msgcat, of GNU gettext, is not installed")
@settings(max_examples=40)
@given(catalogs(message(flags=FUZZY, references=PLACES)).map(for_msgcat), st.booleans())
def test_canonical_bytes_are_those_of_msgcat_but_for_flags_that_it_does_not_know(
    catalog: Catalog | Diagnostic,
    flagged: bool,  # noqa: FBT001 - drawn
) -> None:
    assume(isinstance(catalog, Catalog))
    assert isinstance(catalog, Catalog)
    assume(not swallows_the_next_line(catalog))
    flags = ("markdown-text",) if flagged else ()
    ours = replace(
        catalog, messages=tuple(replace(one, flags=(*one.flags, *flags)) for one in catalog.messages)
    )
    msgcat = [str(shutil.which("msgcat")), "--no-wrap", "--force-po", "-"]
    theirs = subprocess.run(msgcat, input=write(ours), capture_output=True, check=True)
    assert theirs.stdout == write(catalog)
