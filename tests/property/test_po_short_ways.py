"""Whatever is read or written in the short way for regular entries is what the long way gives."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.model import Catalog, Diagnostic, Message
from pipeline.po import read, regular, write
from pipeline.po.write import entry, plain_entry
from tests.property.test_po_round_trip import TEXT, catalogs, message

FILES = sorted(
    path for path in (Path(__file__).parents[1] / "fixtures").rglob("*.po") if not path.name.startswith(".")
)

LINES = st.sampled_from(
    [
        "",
        " ",
        "#",
        "# 말",
        "#. from the source",
        "#: source/a.md",
        "#: source/a.md \u2068source/b c.md\u2069:3",
        "#, fuzzy",
        "#, fuzzy, markdown-text",
        "#= fuzzy",
        '#| msgid "old"',
        '#| msgctxt ""',
        '#| "more"',
        '#~ msgid "gone"',
        '#~ msgstr "없다"',
        '#~| msgid "before"',
        '#~ "more"',
        "#~ # comment",
        'msgctxt "menu"',
        'msgid "a"',
        'msgid ""',
        'msgid "b\\n"',
        'msgid_plural "bs"',
        'msgstr "가"',
        'msgstr ""',
        'msgstr[0] "나"',
        'msgstr[1] "다\\t\\x41"',
        'msgstr[10] "열"',
        '"계속\\\\"',
        '"\\"끝\\""',
        'msgstr "라" ',
        ' msgid "indented"',
        'msgstr  "two blanks"',
        'msgstr "no end',
        "<<<<<<< ours",
        'msgid "\u2028\x85\xa0"',
    ]
)


@contextmanager
def long_way() -> Iterator[None]:
    """Take nothing for regular."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(regular, "entries", lambda _text, position, line: ((), position, line))
        yield


def everything(result: Catalog | Diagnostic) -> object:
    """All of a result, with what its values do not compare."""
    if isinstance(result, Diagnostic):
        return result
    return result, result.charset, [(one.line, one.end_line) for one in result.messages]


def assert_both_read(data: bytes) -> None:
    short = everything(read(data, "ko.po"))
    with long_way():
        assert short == everything(read(data, "ko.po"))


@given(catalogs(message()))
def test_a_written_file_is_read_alike(catalog: Catalog) -> None:
    assert_both_read(write(catalog))


@given(st.lists(LINES, max_size=14).map("\n".join), st.booleans())
@example('msgid "a"\nmsgstr "b"\n"c"\nmsgid "d"\nmsgstr "e"', False)  # noqa: FBT003 - drawn
@example('#~ msgid "a"\n#~ msgstr "b"\n#~| msgid "c"\n#~ msgid "d"\n#~ msgstr "e"', False)  # noqa: FBT003
def test_lines_in_any_order_are_read_alike(text: str, carriage_returns: bool) -> None:  # noqa: FBT001 - drawn
    assert_both_read((text.replace("\n", "\r\n") if carriage_returns else text).encode())


@st.composite
def damaged(draw: st.DrawFn, line: str) -> list[str]:
    """A line that was lost, doubled, broken, cut or written into, or other lines in its place."""
    cut = draw(st.integers(0, len(line)))
    before, after = line[:cut], line[cut:]
    return draw(
        st.sampled_from([[], [line, line], [before, after], [before + after[1:]], [line, ""]])
        | st.lists(LINES, max_size=2)
        | TEXT.map(lambda text: [before + text + after])
    )


@given(catalogs(message()), st.data())
def test_a_file_that_was_damaged_is_read_alike(catalog: Catalog, data: st.DataObject) -> None:
    lines = write(catalog).decode().split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(lines) - 1))
        lines[place : place + 1] = data.draw(damaged(lines[place]))
    assert_both_read("\n".join(lines).encode())


@given(message())
@example(Message(text="\n", translations=("a\nb\n",)))
@example(Message(text="a\n\n", context="", translations=('"\\\n',)))
@example(Message(text="", translations=("\u2028\x85\xa0",), comments=("#",), extracted=("\u2028",)))
@example(Message(text="a", references=("a\\\nb.md",)))
@example(Message(text="a", flags=("x\\\ny",)))
def test_a_plain_entry_is_written_as_polib_writes_it(one: Message) -> None:
    assert plain_entry(one) in {None, entry(one)}


def test_an_entry_as_update_writes_it_is_plain() -> None:
    assert plain_entry(
        Message(
            text='“A” \\ "b"',
            context="c",
            translations=("가\n나",),
            flags=("fuzzy",),
            comments=("check",),
            extracted=("type: Plain text",),
            references=("source/a.md",),
        )
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_of_the_fixtures_is_read_alike(path: Path) -> None:
    assert_both_read(path.read_bytes())
