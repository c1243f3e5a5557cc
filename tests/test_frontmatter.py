from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.frontmatter import FrontMatter, read, write
from pipeline.model import Diagnostic


def block(yaml: str) -> FrontMatter:
    result = read(f"---\n{yaml}---\n", "source/방침.md")
    assert not isinstance(result, Diagnostic), result
    return result[0]


def texts(yaml: str) -> Mapping[str, str]:
    return {key: value.text for key, value in block(yaml).values.items()}


def problem(text: str) -> str:
    result = read(text, "source/방침.md")
    assert isinstance(result, Diagnostic)
    assert result.code == "front-matter"
    return str(result)


def told(line: int, what: str) -> str:
    hint = "mend the YAML between the two --- lines"
    return f"source/방침.md:{line}: the front matter is not valid: {what}: {hint}"


def test_values_are_read_as_written_with_their_lines_and_in_their_order() -> None:
    front_matter = block(
        "# 주석\nversion: 1.10\ntitle: '개인정보 ''처리방침'''\neffective: 2021-04-05\n"
        'hide: yes\nnote: "\\u2028 e\\u0301"\n요약: >-\n  첫째\n  둘째\n\nlast: 끝\n'
    )
    assert [(key, value.text, value.line) for key, value in front_matter.values.items()] == [
        ("version", "1.10", 3),
        ("title", "개인정보 '처리방침'", 4),
        ("effective", "2021-04-05", 5),
        ("hide", "yes", 6),
        ("note", "\u2028 e\u0301", 7),
        ("요약", "첫째 둘째", 8),
        ("last", "끝", 12),
    ]


def test_a_key_that_is_absent_or_empty_has_no_text() -> None:
    front_matter = block("title:\ndescription: ''\nversion: 0\n")
    assert [front_matter.get(key) for key in ("title", "description", "author", "version")] == [
        None,
        None,
        None,
        "0",
    ]


def test_a_list_or_a_table_is_no_plain_value_but_what_stands_in_it_is_one() -> None:
    assert texts("tags: [가, 나]\nauthor:\n  name: 김\ntitle: 제목\n") == {
        "tags.0": "가",
        "tags.1": "나",
        "author.name": "김",
        "title": "제목",
    }


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\ntitle: 제목\n---\n# 본문\n", "\n\n\n# 본문\n"),
        ("---\ntitle: 제목\n...\n# 본문\n", "\n\n\n# 본문\n"),
        ("---\t \ntitle: 제목\n--- \t\n# 본문\n", "\n\n\n# 본문\n"),
        ("---\n---\n# 본문\n", "\n\n# 본문\n"),
        ("---\n# 주석\n---\n# 본문\n", "\n\n\n# 본문\n"),
        ("---\ntitle: 제목\n---\n---\n", "\n\n\n---\n"),
        ("---\ntitle: 제목\n---", "\n\n"),
    ],
)
def test_the_body_keeps_its_line_numbers(text: str, body: str) -> None:
    result = read(text, "source/방침.md")
    assert not isinstance(result, Diagnostic)
    assert result[1] == body


@pytest.mark.parametrize(
    "text",
    ["", "# 본문\n", "\n---\ntitle: 제목\n---\n", " ---\ntitle: 제목\n---\n", "----\ntitle: 제목\n----\n"],
)
def test_a_source_without_front_matter_is_all_body(text: str) -> None:
    assert read(text, "source/방침.md") == (FrontMatter(text="", values={}), text)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("---\ntitle: 가\nid: x\ntitle: 나\n---\n", 4, "the key “title” stands here a second time"),
        ("---\nid: x\n제목: 가\n'제목': 나\n---\n", 4, "the key “제목” stands here a second time"),
        ("---\ntitle: [가]\ntitle: [나]\n---\n", 3, "the key “title” stands here a second time"),
        ("---\ntitle: 가: 나\n---\n", 2, "mapping values are not allowed here"),
        ("---\n# 주석\ntitle: *닻\n---\n", 3, "expected alphabetic or numeric character, but found '닻'"),
        ("---\nid: x\n\ttitle: 가\n---\n", 3, "found character '\\t' that cannot start any token"),
        ("---\nid: x\ntitle: '가\n---\n", 4, "found unexpected end of stream"),
        ("---\n제목\n---\n", 2, "it is not a list of keys and values"),
        ("---\n\n- 가\n- 나\n---\n", 3, "it is not a list of keys and values"),
        ("---\nid: x\ntitle: 가\x07나\n---\n", 3, "the character U+0007 is not allowed"),
        ("---\nid: x\ntitle: 가\x7f나\n---\n", 3, "the character U+007F is not allowed"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, what: str) -> None:
    assert problem(text) == told(line, what)


@pytest.mark.parametrize("key", ["[가, 나]", "? {가: 나}\n", "{{ title }}"])
def test_a_key_that_is_no_text_is_passed_over_or_told_but_no_crash(key: str) -> None:
    result = read(f"---\n{key}: x\ntitle: 제목\n---\n", "source/방침.md")
    assert isinstance(result, Diagnostic) or result[0].get("title") == "제목"


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_only_a_line_feed_counts_as_a_line(separator: str) -> None:
    assert block(f'title: "가{separator}나"\nversion: 1\n').values["version"].line == 3


SOURCE = """\
# 번역하지 않는 것: id
id:   privacy      # stays
title: Privacy Policy   # 제목
"quoted": "a \\"b\\""
description: 'It''s ours'

tags: [a,   b]     # a list
author: {name: 김, mail: "a@example.com"}
keep: |
  as
    it is
last: plain"""


def test_nothing_but_the_value_changes() -> None:
    assert write(
        block(f"{SOURCE}\n"),
        {"title": "개인정보 처리방침", "description": "Ce n'est pas 'là'", "quoted": '“x” "y"', "last": "끝"},
    ) == (
        SOURCE.replace("Privacy Policy ", "개인정보 처리방침 ")
        .replace("'It''s ours'", "'Ce n''est pas ''là'''")
        .replace('"a \\"b\\""', '"“x” \\"y\\""')
        .replace("plain", "끝")
        + "\n"
    )


def test_no_new_text_is_no_change() -> None:
    assert write(block(f"{SOURCE}\n"), {}) == f"{SOURCE}\n"


def test_a_key_that_is_not_there_is_added_at_the_end_in_the_order_given() -> None:
    written = write(block("# 머리\ntitle: a\n"), {"lang": "ko", "title": "가", "dir": "ltr"})
    assert written == "# 머리\ntitle: 가\nlang: ko\ndir: ltr\n"
    assert write(FrontMatter(values={}), {"lang": "zh-Hans"}) == "lang: zh-Hans\n"


@pytest.mark.parametrize(
    "text",
    [
        "설명: 하나",
        "가 # 나",
        "- 가",
        "[가]",
        "{{ 가 }}",
        "*강조*",
        "&닻",
        "!꼬리표",
        "%지시",
        "@가",
        "`가`",
        "> 가",
        "| 가",
        "2021-04-05",
        "1.10",
        "yes",
        "null",
        "~",
        "",
        " 가",
        "가 ",
        "가\n나",
        "가\t나",
        "\u2028",
        "가\x85나",
    ],
)
def test_a_text_that_yaml_would_read_otherwise_is_put_in_double_quotes(text: str) -> None:
    written = write(block("title: Privacy\nversion: 1\n"), {"title": text})
    assert written.startswith('title: "')
    assert texts(written) == {"title": text, "version": "1"}


@pytest.mark.parametrize(
    ("mark", "value"),
    [
        ("|", "  Privacy\n    Policy\n"),
        (">-", "  Privacy\n  Policy\n"),
        ("|2+", "    Privacy\n"),
    ],
)
def test_a_block_scalar_gives_way_to_one_line_and_what_follows_stays(mark: str, value: str) -> None:
    written = write(block(f"id: x\ntitle: {mark}\n{value}# 주석\nversion: 1\n"), {"title": "제목"})
    assert written == "id: x\ntitle: 제목\n# 주석\nversion: 1\n"


def test_a_block_scalar_at_the_end_leaves_a_whole_last_line() -> None:
    assert (
        write(block("title: >\n  Privacy\n"), {"title": "가: 나", "lang": "ko"})
        == 'title: "가: 나"\nlang: ko\n'
    )


def test_a_comment_behind_the_mark_of_a_block_scalar_stays() -> None:
    assert "# 주석" in write(block("title: > # 주석\n  Privacy\nversion: 1\n"), {"title": "제목"})


def test_a_plain_value_over_many_lines_gives_way_to_one() -> None:
    written = write(block("title: Privacy\n  Policy\n  # 주석\nversion: 1\n"), {"title": "제목"})
    assert written == "title: 제목\n  # 주석\nversion: 1\n"


@pytest.mark.parametrize("yaml", ["lang:\n", "lang: # 비어 있음\n", "lang:   \nversion: 1\n"])
def test_an_empty_value_can_be_filled(yaml: str) -> None:
    assert texts(write(block(yaml), {"lang": "ko"}))["lang"] == "ko"


@pytest.mark.parametrize("yaml", ["lang: [en]\n", "lang:\n  - en\n", "lang: {a: b}\nid: x\n"])
def test_a_key_with_a_list_or_a_table_is_not_written_a_second_time(yaml: str) -> None:
    assert texts(write(block(yaml), {"lang": "ko"}))["lang"] == "ko"


@pytest.mark.parametrize(
    "yaml", ["{title: Privacy, id: x}\n", "  title: Privacy\n  id: x\n"], ids=["in braces", "indented"]
)
def test_a_block_of_another_shape_can_be_read_again(yaml: str) -> None:
    written = write(block(yaml), {"title": "가, 나", "lang": "ko"})
    assert texts(written) == {"title": "가, 나", "id": "x", "lang": "ko"}


def test_two_keys_that_share_a_value_get_each_its_own() -> None:
    written = write(
        block("title: &name Privacy\ndescription: *name\n"),
        {"title": "가", "description": "나"},
    )
    assert texts(written) == {"title": "가", "description": "나"}


def test_a_key_that_shares_another_ones_value_keeps_it() -> None:
    written = write(block("title: &name Privacy\nid: *name\n"), {"title": "가"})
    assert texts(written) == {"title": "가", "id": "Privacy"}


@pytest.mark.parametrize("character", ["\x7f", "\x80", "\x9f", "\ufffe", "\uffff"], ids=ascii)
def test_a_character_that_yaml_does_not_allow_is_written_escaped(character: str) -> None:
    text = f"가{character}나"
    assert texts(write(block("title: Privacy\n"), {"title": text})) == {"title": text}


ANY = st.text(
    st.characters(codec="utf-8", exclude_characters=[*map(chr, range(0x7F, 0xA0)), "\ufffe", "\uffff"])
)
"""Any text but the characters that YAML does not allow, which have a test of their own."""
STYLES = (
    "title: Old\n",
    "title: 'Old'\n",
    'title: "Old"\n',
    "title: |\n  Old\n",
    "title: >-\n  Old\n  text\n",
    "",
)


@given(text=ANY, other=ANY, style=st.sampled_from(STYLES), after=st.sampled_from(STYLES))
@example(text="'", other='"', style=STYLES[1], after=STYLES[1])
def test_whatever_is_written_is_read_again_and_the_rest_stays(
    text: str, other: str, style: str, after: str
) -> None:
    following = after.replace("title", "after")
    yaml = f"# 처음\nid:  x # y\n{style}# 가운데\n{following}"
    written = write(block(yaml), {"title": text, "after": other})
    assert texts(written) == {"id": "x", "title": text, "after": other}
    assert [line for line in written.split("\n") if line.startswith(("#", "id"))] == [
        "# 처음",
        "id:  x # y",
        "# 가운데",
    ]
