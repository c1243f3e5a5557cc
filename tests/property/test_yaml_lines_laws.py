"""Front matter that is read without PyYAML says what it says to PyYAML."""

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.frontmatter import yaml_lines, yaml_notation
from pipeline.frontmatter.block import Tree

PIECES = (
    "개인정보", "プライバシー", "الخصوصية\u200f", "นโยบาย", "e\u0301", "👩\u200d🚀", "Privacy", "2021-04-05", "1.10", "0x1f", "1_000", "12:30", "yes", "Null", "~",
    "=", "<<", "é", "'", '"', "\\", "\\n", " ", "  ", "\t", "\n", "\r", "\n ", "\x85", "\xa0", "\u2028", "\u2029", "\ufeff", "\x07", "\ud800", ":", ": ",
    "::", "#", " #", "-", "- ", ", ", "{", "}", "[", "]", "&a", "*a", "!t", "|", ">", "%", "@", "`", "?", "---", "...", "http://a.example/#b", "a",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=4).map("".join) | st.text(max_size=6)
keys = st.sampled_from(
    ("title", "description", "a-b", "x_1", "yes", "Null", "요약", "1", "a b", "'q'", "<<", "")
)
marks = st.sampled_from(("", "", "'", '"'))
between = st.sampled_from((": ", ": ", ": ", ":  ", ":", ":\n  "))
ends = st.sampled_from(("\n", "\n", "\n", " \n", "\n\n", " # c\n", "", "\r\n"))
wild = st.tuples(keys, between, marks, texts, ends).map(
    lambda parts: f"{parts[0]}{parts[1]}{parts[2]}{parts[3]}{parts[2]}{parts[4]}"
)
tame = st.tuples(keys, marks, st.sampled_from(PIECES), st.sampled_from(PIECES)).map(
    lambda parts: f"{parts[0]}: {parts[1]}a{parts[2]}{parts[3]}{parts[1]}\n"
)
blocks = st.lists(tame, max_size=3).map("".join) | st.lists(wild | tame, max_size=4).map("".join)


@given(blocks)
@example("title: 개인정보 처리방침\neffective: 2021-04-05\nversion: '1.0'\n")
@example("title: a\ntitle: b\n")
@example("title: a\n---\n")
@example('title: "a"')
def test_a_block_of_plain_lines_is_read_as_pyyaml_reads_it(block: str) -> None:
    found = yaml_lines.scan(block)
    assert found is None or found == yaml_notation.scan(block)


def test_most_front_matter_is_plain_lines() -> None:
    block = "title: 개인정보 처리방침\nurl: https://a.example/#b\neffective: 2021-04-05\nversion: \"1.0\"\nby: ''\n"
    found = yaml_lines.scan(block)
    assert isinstance(found, Tree)
    assert found.data == {
        "title": "개인정보 처리방침",
        "url": "https://a.example/#b",
        "effective": ("tag:yaml.org,2002:timestamp", "2021-04-05"),
        "version": "1.0",
        "by": "",
    }
