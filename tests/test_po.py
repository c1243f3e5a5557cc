import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.model import Catalog, Diagnostic, Message, Previous
from pipeline.po import read, write
from tests.cases import FIXTURES

HEADERS = {"Language": "ko", "Content-Type": "text/plain; charset=UTF-8"}
HEAD = 'msgid ""\nmsgstr ""\n"Language: ko\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENTRY = 'msgid "Privacy"\nmsgstr "개인정보"\n'


def files(kind: str) -> Sequence[Path]:
    found = sorted((FIXTURES / "po").glob(f"{kind}-*.po"))
    assert found
    return found


def catalog(text: str) -> Catalog:
    result = read(text.encode(), "ko.po")
    assert isinstance(result, Catalog), result
    return result


def messages(text: str) -> Sequence[Message]:
    return catalog(HEAD + text).messages


def problem(data: bytes) -> str:
    result = read(data, "ko.po")
    assert isinstance(result, Diagnostic)
    return str(result)


def msgcat(data: bytes) -> bytes:
    program = shutil.which("msgcat")
    if program is None:
        pytest.skip("msgcat, of GNU gettext, is not installed")
    return subprocess.run(
        [program, "--no-wrap", "--force-po", "-"], input=data, capture_output=True, check=True
    ).stdout


@pytest.mark.parametrize("path", files("bad"), ids=lambda path: path.stem)
def test_what_is_wrong_is_told_with_its_line(path: Path) -> None:
    """The second line of the file is the sentence."""
    data = path.read_bytes()
    result = read(data, path.name)
    assert isinstance(result, Diagnostic)
    assert str(result) == data.decode().split("\n")[1].removeprefix("# ")
    assert result.code == ("po-charset" if "charset" in path.name else "po-syntax")


@pytest.mark.parametrize("path", files("canonical"), ids=lambda path: path.stem)
def test_a_canonical_file_is_written_as_it_was_read(path: Path) -> None:
    data = path.read_bytes()
    assert write(catalog(data.decode())) == data


MSGCAT_REFUSES = {"expected-obsolete-twice"}
"""msgcat fails if a text stands twice; we must not, for both translations are to be kept."""


@pytest.mark.parametrize(
    "path",
    [path for path in (*files("canonical"), *files("expected")) if path.stem not in MSGCAT_REFUSES],
    ids=lambda path: path.stem,
)
def test_the_canonical_form_is_that_of_msgcat_but_for_flags_that_it_does_not_know(path: Path) -> None:
    data = path.read_bytes()
    assert msgcat(data) == data.replace(b", markdown-text", b"")


@pytest.mark.parametrize("path", files("loose"), ids=lambda path: path.stem)
def test_a_file_of_another_form_is_written_in_the_canonical_one(path: Path) -> None:
    expected = path.with_name(path.name.replace("loose-", "expected-")).read_bytes()
    assert write(catalog(path.read_bytes().decode())) == expected


def test_a_file_that_is_not_utf_8_is_told_with_its_line() -> None:
    data = (HEAD + 'msgid "Privacy"\nmsgstr "').encode() + "개인정보".encode("euc-kr") + b'"\n'
    assert problem(data) == "ko.po:7: the file is not UTF-8: save it as UTF-8"


@pytest.mark.parametrize("charset", ["UTF-8", "utf-8", "utf8", "US-ASCII", "CHARSET"])
def test_a_charset_that_is_utf_8_or_part_of_it_is_accepted(charset: str) -> None:
    assert catalog(HEAD.replace("UTF-8", charset) + ENTRY).messages[0].translation == "개인정보"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    with_mark = b"\xef\xbb\xbf" + (HEAD + ENTRY).encode()
    assert read(with_mark, "ko.po") == read((HEAD + ENTRY).encode(), "ko.po")


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_empty_catalog(data: bytes) -> None:
    assert read(data, "ko.po") == Catalog(headers={})


def test_every_part_of_an_entry_is_read() -> None:
    text = (FIXTURES / "po" / "canonical-entry.po").read_text(encoding="utf-8")
    assert catalog(text).messages == (
        Message(
            text="Privacy Policy",
            context="메뉴",
            translations=("개인정보 처리방침",),
            flags=("fuzzy",),
            comments=("번역자의 메모", " 들여 쓴 메모", "# 해시"),
            extracted=("type: Plain text", "in: 1. Information › (1) Items", "translators: 주의"),
            references=("source/privacy.md", "source/개인정보.md:12"),
            previous=Previous(text="Privacy", context="메뉴"),
        ),
    )


def test_a_message_knows_the_line_where_its_entry_begins() -> None:
    text = f'{ENTRY}\n# 메모\n#: a.md\nmsgid "Terms\u2028"\nmsgstr ""\n\n#~ msgid "Old"\n#~ msgstr "옛것"\n'
    assert [message.line for message in messages(text)] == [6, 9, 14]


def test_the_lines_above_the_header_are_the_catalogs_own() -> None:
    assert catalog(f"# 한국어\n#\n#  들여 쓴 줄\n{HEAD}# 메모\n{ENTRY}").comments == (
        "한국어",
        "",
        " 들여 쓴 줄",
    )


def test_only_a_line_feed_ends_a_comment() -> None:
    text = "가\u2028나\x85다\x0b라\x0c마\x1c바\rn"
    assert messages(f"# {text}\n#. {text}\n{ENTRY}")[0].comments == (text,)
    assert messages(f"# {text}\n#. {text}\n{ENTRY}")[0].extracted == (text,)


CONTROL = [chr(code) for code in range(1, 0x20) if code != 0x04] + [
    "\x7f",
    "\x80",
    "\x85",
    "\x9f",
    "\u2028",
    "\u2029",
]
"""All but NUL and U+0004, which gettext keeps for itself."""


@pytest.mark.parametrize("character", CONTROL, ids=ascii)
def test_a_control_character_is_written_as_msgcat_writes_it_and_read_again(character: str) -> None:
    text = f"가{character}나"
    written = write(Catalog(headers=HEADERS, messages=(Message(text=text, translations=(text,)),)))
    assert catalog(written.decode()).messages[0].text == text
    assert written == msgcat(written)


@pytest.mark.parametrize(
    ("escaped", "text"),
    [(r"\a", "\x07"), (r"\x41", "A"), (r"\101", "A"), (r"\352\260\234", "개"), (r"\xea\xb0\x9c", "개")],
)
def test_every_escape_of_gettext_is_read(escaped: str, text: str) -> None:
    assert messages(f'msgid "Bell"\nmsgstr "{escaped}"\n')[0].translation == text


def test_headers_are_written_in_their_order_and_unknown_ones_after_them() -> None:
    names = [
        "X-B",
        "X-Poedit-SearchPath-0",
        "Plural-Forms",
        "Language",
        "X-A",
        "Project-Id-Version",
        "Content-Type",
    ]
    written = write(Catalog(headers=dict.fromkeys(names, "가"))).decode()
    assert [line.partition(":")[0].strip('"') for line in written.split("\n")[2:-1]] == [
        "Project-Id-Version",
        "Language",
        "Content-Type",
        "Plural-Forms",
        "X-Poedit-SearchPath-0",
        "X-B",
        "X-A",
    ]


def test_obsolete_messages_are_written_last() -> None:
    old, new = Message(text="옛것", translations=("old",), obsolete=True), Message(text="새것")
    written = write(Catalog(headers=HEADERS, messages=(old, new)))
    assert catalog(written.decode()).messages == (new, old)


def test_without_a_comment_there_is_no_comment_line() -> None:
    assert write(Catalog(headers=HEADERS)).decode() + "\n" == HEAD


@pytest.mark.parametrize("line", ["#:", "#.", "#,", "#", "#: ", "# 끝"])
def test_the_last_entry_survives_a_comment_after_it(line: str) -> None:
    assert [message.translation for message in messages(f"{ENTRY}{line}\n")] == ["개인정보"]


def test_a_msgstr_without_its_msgid_is_told_even_after_a_comment() -> None:
    assert problem(f'{HEAD}{ENTRY}\n# 메모\nmsgstr "약관"\n'.encode()).startswith("ko.po:10: ")


def test_a_second_header_is_told() -> None:
    assert problem(f"{HEAD}{ENTRY}\n{HEAD}".encode()) == (
        "ko.po:9: this entry repeats the one of line 1: "
        "mend it in a text editor; nothing was read from this file and nothing written to it"
    )


def test_a_comment_of_the_first_entry_is_not_the_catalogs_if_there_is_no_header() -> None:
    result = catalog(f"# 메모\n{ENTRY}")
    assert (result.comments, result.messages[0].comments) == ((), ("메모",))


@pytest.mark.parametrize("comment", [", 쉼표", ": 쌍점", ",fuzzy", ". 점", "| 줄", "~ 물결", "= 등호"])
def test_a_catalogs_comment_may_begin_with_any_character(comment: str) -> None:
    before = Catalog(headers=HEADERS, comments=("머리", comment))
    assert catalog(write(before).decode()) == before


@pytest.mark.parametrize("comments", [("", "둘째"), ("첫째", "", "셋째"), ("첫째", ""), ("",)], ids=repr)
def test_an_empty_line_of_a_translators_comment_stays_and_is_written_as_msgcat_writes_it(
    comments: tuple[str, ...],
) -> None:
    before = Catalog(headers=HEADERS, messages=(Message(text="Privacy", comments=comments),))
    written = write(before)
    assert catalog(written.decode()) == before
    assert written == msgcat(written)


def test_a_translators_comment_keeps_its_second_hash() -> None:
    assert messages(f"## 제목\n{ENTRY}")[0].comments == ("# 제목",)


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"], ids=ascii)
def test_a_header_keeps_a_character_that_other_programs_take_for_a_line_break(separator: str) -> None:
    before = Catalog(headers={**HEADERS, "Last-Translator": f"김{separator}영희: 번역"})
    assert catalog(write(before).decode()) == before


def test_a_plural_form_that_is_left_out_does_not_move_the_others() -> None:
    text = f'{HEAD}msgid "a"\nmsgid_plural "b"\nmsgstr[0] "영"\nmsgstr[2] "둘"\n'
    result = read(text.encode(), "ko.po")
    assert isinstance(result, Diagnostic) or result.messages[0].translations == ("영", "", "둘")


def test_a_plural_form_is_never_dropped_however_high_its_number() -> None:
    forms = "".join(f'msgstr[{number}] "{number}"\n' for number in range(12))
    result = read(f'{HEAD}msgid "a"\nmsgid_plural "b"\n{forms}'.encode(), "ko.po")
    assert isinstance(result, Diagnostic) or len(result.messages[0].translations) == 12


def test_a_context_without_a_msgid_at_the_end_is_told() -> None:
    assert problem(f'{HEAD}{ENTRY}\nmsgctxt "메뉴"\n'.encode()).startswith("ko.po:9: ")


def test_one_text_in_two_ways_of_writing_it_stands_there_twice() -> None:
    text = f'{HEAD}msgid "a\tb"\nmsgstr "가"\n\nmsgid "a\\tb"\nmsgstr "나"\n'
    assert "this entry repeats the one of line 6" in problem(text.encode())


@pytest.mark.parametrize("charset", ["undefined", "utf-16", "hex", "cp99999"])
def test_a_charset_that_cannot_be_is_told_and_is_no_crash(charset: str) -> None:
    result = read((HEAD.replace("UTF-8", charset) + ENTRY).encode(), "ko.po")
    assert isinstance(result, Diagnostic)


@pytest.mark.parametrize(
    "header",
    [
        'msgstr "Content-Type: text/plain; charset=EUC-KR\\n"\n',
        'msgstr ""\n"Content-Type: text/plain; "\n"charset=EUC-KR\\n"\n',
        'msgstr ""\n"Language: ko\\n"\n"Content-Type: text/plain; charset=EUC-KR\\n"\n',
        'msgstr ""\n"Content-Type: text/plain; charset="\n\n"EUC-KR\\n"\n',
    ],
)
def test_a_charset_is_declared_in_the_header_however_it_is_wrapped(header: str) -> None:
    data = f'# 주석\nmsgid ""\n{header}\n{ENTRY}'.encode("euc-kr")
    result = read(data, "ko.po")
    assert isinstance(result, Catalog)
    assert (result.charset, result.messages[0].translation) == ("EUC-KR", "개인정보")


def test_a_message_that_speaks_of_charsets_declares_none() -> None:
    text = 'msgid "x"\nmsgstr ""\n"Content-Type: text/html; charset=ISO-8859-1"\n\nmsgid "z"\nmsgstr "한"\n'
    assert [message.translation for message in catalog(text).messages] == [
        "Content-Type: text/html; charset=ISO-8859-1",
        "한",
    ]


def test_header_lines_that_are_no_fields_or_stand_twice_are_kept() -> None:
    text = 'msgid ""\nmsgstr ""\n"no field\\n"\n"X-A: 1\\n"\n"X-A: 2\\n"\n"X-B: 3\\n"\n'
    written = write(catalog(text)).decode()
    assert all(line in written for line in ("no field", "X-A: 1", "X-A: 2", "X-B: 3"))
    assert write(catalog(written)).decode() == written


def test_an_empty_extracted_comment_stays() -> None:
    assert messages(f"#. a\n#.\n#. b\n{ENTRY}")[0].extracted == ("a", "", "b")


def test_a_comment_of_an_obsolete_entry_may_be_marked_obsolete_too() -> None:
    [message] = messages('#~ # 메모\n#~ msgid "Old"\n#~ msgstr "옛것"\n')
    assert (message.comments, message.obsolete) == (("메모",), True)
