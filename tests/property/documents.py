"""Documents and translations for the laws: blocks and texts as authors and translators write them."""

import string

from hypothesis import strategies as st

WORDS = (
    "policy", "data", "3rd", "(1)", "1.", "2021.", "#", "-", ">", "+", "|", "<1-1>", "a_b", "*", "**", "`", "~~", "&amp;",
    "개인정보", "처리방침을", "クッキー", "個人資料", "الخصوصية", "นโยบาย", "e\u0301", "x\u00a0y", "a\u2028b", "全角\u3000", "\\", "!", "[x]",
    "**bold**", "*em*", "`code`", "[link](https://example.com/a_b)", "<a@example.com>", '![alt](i.png "t")', "~~gone~~",
    "{{ name }}", "***both***", "\\*", "&#42;", "<b>", "https://example.com",
)  # fmt: skip

words = st.sampled_from(WORDS)
line = st.lists(words, min_size=1, max_size=6).map(" ".join)
paragraph = st.lists(line, min_size=1, max_size=3).flatmap(
    lambda lines: st.sampled_from(["\n", "  \n", "\\\n"]).map(lambda end: end.join(lines))
)
heading = st.tuples(st.sampled_from(["#", "##", "###"]), line).map(" ".join)
cell = st.lists(words, max_size=3).map(lambda parts: " ".join(parts).replace("|", "\\|"))
row = st.tuples(cell, cell).map(lambda cells: f"| {cells[0]} | {cells[1]} |")
table = st.lists(row, min_size=1, max_size=3).map(lambda rows: "\n".join((rows[0], "|---|:-:|", *rows[1:])))
fence = line.map(lambda text: f"```\n{text}\n```")
rule = st.just("***")


def _indented(text: str, first: str, rest: str) -> str:
    return "\n".join(
        (first if i == 0 else rest) + part if part else part for i, part in enumerate(text.split("\n"))
    )


def _containers(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inner = st.lists(blocks, min_size=1, max_size=3)
    joined = st.tuples(inner, st.sampled_from(["\n", "\n\n"])).map(lambda pair: pair[1].join(pair[0]))
    return st.one_of(
        joined.map(lambda text: _indented(text, "- ", "  ")),
        joined.map(lambda text: _indented(text, "1. ", "   ")),
        joined.map(lambda text: _indented(text, "> ", "> ")),
    )


block = st.recursive(st.one_of(paragraph, heading, table, fence, rule), _containers, max_leaves=6)
document = st.lists(block, min_size=1, max_size=5).map(lambda blocks: "\n\n".join(blocks) + "\n")

_plain_line = st.lists(
    st.sampled_from((
        "policy", "data", "3rd", "1", "2021. 4. 5.", "개인정보", "処理方針", "クッキー", "الخصوصية", "นโยบาย", "e\u0301", "x\u00a0y", "import", "export", "a}",
    )),
    min_size=1,
    max_size=4,
).map(" ".join)  # fmt: skip
_plain_block = st.recursive(
    st.one_of(
        _plain_line,
        st.tuples(st.sampled_from(["#", "##", "###"]), _plain_line).map(" ".join),
        _plain_line.map(lambda text: f"| {text} | |\n|:--|-:|\n| {text} | {text} |"),
        _plain_line.map(lambda text: f"[x] {text}"),
        st.sampled_from(
            ["<!-- i18n: comment x -->", "***", "> quote", "**bold**", "<p>html</p>", ":::note\na\n:::"]
        ),
    ),
    _containers,
    max_leaves=8,
)
plain_document = st.lists(_plain_block, min_size=1, max_size=6).map(lambda blocks: "\n\n".join(blocks) + "\n")
"""Documents of which most blocks need no care, in lists and beside lists."""

translation = st.one_of(
    line,
    paragraph,
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=20),
    st.sampled_from([
        "1. Mai ist frei", "- Ja", "# 1 Regel", "> 13 Jahre", "+ 49 30 1", "ja | nein", "---", "===", "```", "~~~", "    vier",
        "[x]: /url", "Ende \\", "<b>fett</b>", "a\n\nb", "a\n- b", "a\n:--", "2021. 4. 5.", "* x", "***", "<!-- x -->",
        "{{ name }}", "javascript:alert(1)", "[x](javascript:alert(1))", ":::", "&lt;b&gt;", "\ta", "#", "a #",
    ]),
)  # fmt: skip

_PLAIN = ("법", "개인정보", "クッキー", "中", "الخصوصية", "นโยบาย", "e\u0301", "word", "W", "x", "3", "12", " ", " ", "  ")  # fmt: skip
_SIGNS = (
    *string.punctuation, "\n", "\r", "\t", "\v", "\f", "\0", "\x1c", "\x7f", "\x85", "\u00a0", "\u00ad", "\u200b", "\u200f", "\u2028",
    "\u2029", "\u2060", "\u3000", "\ufeff", "\U0001f600", "“", "、", "…", "1. ", "2)", "---", "===", ":::", "```", "www.", "WWW.a.b",
    "http://a", "HTTPS://a", "mailto:", "xmpp:", "a@b.cd", "&amp;", "{{ x }}", "{#x}", "[x]", "![", "](", "**", "__", "~~", "<b>", "import ",
)  # fmt: skip
hostile = st.lists(
    st.one_of(st.sampled_from(_PLAIN), st.sampled_from(_SIGNS), st.characters(codec="utf-8")), max_size=6
).map("".join)
"""Short texts of letters and of what some reader takes for markup, a line end or nothing."""

_WRAPPED = (
    "\n", "\n", "\n", " ", "**a\nb**", "[x\ny](z)", "[x](y 't\nu')", "*a\n", "b*", "_c\nd_", "~~e\n~~", "www.a.de\n", "http://a.de\n", "\nhttp://b.de",
    "!\n[x](y)", "![a\nb](c)", "&am\np;", "&amp;\n", "<b\n>", "`a\nb`", "{{a\nb}}", "\\\n", "a@b.cd\n", "](", "[", "(", ")", "\n)", "*\n*", "\n*", "*\n", "(\n",
    "\n.", "。\n**", "**\n。", "법**\n", "\u3000\n", "\xa0\n",
)  # fmt: skip
_pieces = st.lists(st.sampled_from((*WORDS, *_WRAPPED)), max_size=7)
wrapped = st.one_of(_pieces.map("".join), _pieces.map(" ".join)).map(lambda text: text.strip(" \n"))
"""Texts whose lines end within markup and around it."""

REFERENCES = {"X": {"title": "t", "href": "/x"}}
