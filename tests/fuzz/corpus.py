"""What the fuzzer begins with: this project's own documents and catalogs, the test cases, and pieces to put into them."""

import random
from collections.abc import Sequence
from pathlib import Path

from tests.property.documents import WORDS

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"

TEXTS = (
    *WORDS,
    "\n", "\n\n", "  \n", "\\\n", "\t", "    ", " ", "\r", "\x00", "\x85", "\x0b", "\x0c", "\ufeff", "\u2060", "\u200b", "\u3000",
    "\U0001f468\u200d\U0001f469", "\u202e", "가", "（", "「",
    "# ", "## ", "###### ", "===\n", "---\n", "- ", "* ", "+ ", "1. ", "1) ", "999999999. ", "> ", ">", "***\n", "```", "~~~", "````\n",
    "| a | b |\n|---|:-:|\n", "|", "\\|", "- [ ] ", "- [x] ", "[ ] ", "{#id}", " {#a.b-c}\n", "{#", ":::note\n", ":::", "::::tip[T]\n", ":::\n",
    "{{ a }}", "{{", "}}", "{% if %}", "{%", "%s", "{0}", "${A}", "<", ">", "<b>", "</b>", "<br>", "<!-- x -->", "<!--", "-->", "<?p ?>",
    "<![CDATA[x]]>", "<!DOCTYPE a>", "<div>\n", "</div>\n", '<img alt="a" title=\'b\'>', '<a title="', "<script>", "</script>", "<pre>", "</pre>",
    "<!-- i18n: off -->\n", "<!-- i18n: on -->\n", "<!-- i18n: context c -->\n", "<!-- i18n: comment c -->\n", "<!-- i18n: x -->",
    "&amp;", "&#0;", "&#x110000;", "&nbsp;", "&", "&#", "www.example.com", "http://", "https://a.b/(c)", "a@b.c", "mailto:a@b.c",
    "[", "]", "(", ")", "![", "](", '](/u "t")', "][", "[a]: /u\n", "[a]: <\n", "[a]", "[a][]", "[^1]", "'", '"', "*", "**", "***", "_", "__",
    "~", "~~", "`", "``", "\\", "\\\\", "!", "---\ntitle: a\n---\n", "---\n", "effective: 2021-02-30\n", "title: '\n", "title: |\n  a\n",
    "? a\n", "a: &x b\n", "c: *x\n", "- a\n", "!!python/object:a\n", "%YAML 1.2\n", "...\n",
)  # fmt: skip
"""Pieces of documents, and of translations."""

BYTES = (
    *(text.encode() for text in TEXTS),
    b'msgid "', b'msgstr "', b'msgctxt "', b'msgid_plural "', b'msgstr[0] "', b'msgstr[1] "', b'msgstr[99999999] "', b'"', b'"\n', b'"\n"',
    b"msgstr[" + b"9" * 5000 + b'] "a"\n', b'msgid ""\nmsgstr ""\n', b'msgid "a"\nmsgstr "b"\n\n', b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
    b'#~ msgid "a"\n#~ msgstr "b"\n', b"#~ ", b"#~| ", b"#| ", b'#| msgid "a"\n', b"#, fuzzy\n", b"#, ", b"#= fuzzy\n", b"#. ", b"#: a:1\n", b"#",
    b"# a\n", b"#~", b"\\", b"\\n", b"\\x", b"\\x4", b"\\777", b"\\0", b"\\q", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xe2\x80\xa8", b"\xef\xbb\xbf",
    b"\xfe\xff", b"\r\n", b"\r", b"\x00", b"<<<<<<< a\n", b"=======\n", b">>>>>>> b\n", b"Plural-Forms: nplurals=99; plural=n;\\n",
    b"X-Policyglot-Rules: 0\\n", b"X-Policyglot-Rules: " + b"9" * 5000 + b"\\n", b"POT-Creation-Date: a\\n", b"Content-Type: a\\n",
    *(
        f'"Content-Type: text/plain; charset={name}\\n"\n'.encode()
        for name in (
            "UTF-8", "EUC-KR", "ISO-8859-1", "ASCII", "UTF-16", "UTF-7", "unicode_escape", "raw_unicode_escape", "idna", "punycode",
            "undefined", "hex", "rot13", "base64", "mbcs", "utf-8-sig", "x" * 200, "-", "\u2028",
        )
    ),
)  # fmt: skip
"""Pieces of PO files."""


def documents() -> Sequence[str]:
    """Return the documents to begin with."""
    paths = [*sorted((ROOT / "source").glob("*.md")), *sorted((FIXTURES / "fuzz").glob("*.md"))]
    texts = [path.read_bytes().decode("utf-8", "replace").partition("\n====8<====\n")[0] for path in paths]
    cases = [path.read_text(encoding="utf-8").split("\n.\n") for path in sorted(FIXTURES.glob("*.txt"))]
    return [*texts, *(part for parts in cases for part in parts)]


def catalogs() -> Sequence[bytes]:
    """Return the PO files to begin with."""
    found = [
        *(ROOT / "locales").rglob("*.po*"),
        *(FIXTURES / "po").glob("*.po"),
        *(FIXTURES / "fuzz").glob("*.po"),
    ]
    return [path.read_bytes() for path in sorted(found)]


def document(rng: random.Random) -> str:
    """Make up a document: blocks in blocks, of the words of `tests.property.documents`."""
    return "\n\n".join(_block(rng, depth=0) for _ in range(rng.randint(1, 8))) + "\n"


def _line(rng: random.Random) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randint(1, 6)))


def _block(rng: random.Random, depth: int) -> str:
    kind = rng.choice(_KINDS if depth < _DEPTH else _LEAVES)
    match kind:
        case "heading":
            return f"{'#' * rng.randint(1, 6)} {_line(rng)}"
        case "table":
            rows = [f"| {_line(rng)} | {_line(rng)} |" for _ in range(rng.randint(1, 3))]
            return "\n".join((rows[0], "|---|:-:|", *rows[1:]))
        case "html":
            return f'<div title="{_line(rng)}">\n{_line(rng)}\n<b>{_line(rng)}</b>\n</div>'
        case "paragraph":
            return rng.choice(["\n", "  \n", "\\\n"]).join(_line(rng) for _ in range(rng.randint(1, 3)))
    inner = "\n\n".join(_block(rng, depth + 1) for _ in range(rng.randint(1, 3)))
    if kind == "admonition":
        colons = ":" * (3 + _DEPTH - depth)
        return f"{colons}note {_line(rng)}\n{inner}\n{colons}"
    first = {"quote": "> ", "list": "- ", "numbers": "1. "}[kind]
    rest = first if kind == "quote" else " " * len(first)
    lines = inner.split("\n")
    return "\n".join((first if number == 0 else rest) + line for number, line in enumerate(lines))


_DEPTH = 3
_LEAVES = ("paragraph", "heading", "table", "html")
_KINDS = (*_LEAVES, "quote", "list", "numbers", "admonition")
