"""What portable text must escape, as tables: which characters, between which neighbours, for which reader.

One table holds for all three readers: pandoc's ``markdown-smart``, ``commonmark_x`` and ``gfm``. A backslash before
punctuation is that character itself to each of them (CommonMark 2.4), and only in these places one of them would see more.
"""

import re
from collections.abc import Iterable

from pipeline.markdown.escape import escaped, outer_space
from pipeline.markdown.inline import WORD_JOINER


def _table(rules: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern, _ in rules), re.IGNORECASE)


_MARKUP = [
    (r"[\\`*\[\]]", "escapes, code, emphasis, links, footnotes, spans"),
    (r"(?<![^\W_])_|_(?![^\W_])", "emphasis, unless inside a word"),
    (r"[<>]", "autolinks, raw HTML"),
    (r"&(?=#?\w+;)", "character references"),
    (r"[~^]", "strikeout, subscript, superscript, notes"),
    (r"\$", "formulas"),
    (r"@", "citations, numbered examples, mail addresses"),
    (r"\{", "attributes"),
    (r":(?=[\w+-]+:)", "names of pictograms"),
    (r":(?=//)|(?<=mailto):|(?<=xmpp):", "bare addresses"),
    (r"(?<=www)\.", "bare addresses"),
    (r"!(?=\[)|!$", "images"),
]
_TYPOGRAPHY = [
    (r"['\"]", "quotation marks, which would be other characters"),
    (r"-(?=-)|(?<=-)-", "dashes"),
    (r"\.(?=\.\.)", "an ellipsis"),
]
IN_VALUES = _table(_MARKUP)
IN_TEXT = _table([*_MARKUP, *_TYPOGRAPHY])
"""What must be escaped wherever it stands: each match gets a backslash."""

_PLACEHOLDER = re.compile(r"(\{\{[\w .|:-]*\}\}|\{%[\w .|:-]*%\})")
"""A variable or a tag that another program fills in, and in which no reader sees markup."""

_AT_LINE_START = _table(
    [
        (r"[#|+=:%-]", "headings, line blocks, lists, rules, tables, definitions, a title"),
        (r"\((?=(?:\w+|#|\\@\w*)\))", "lists like (1) and (a)"),
    ]
)
"""What a line must escape at its start, with one backslash before it."""

_MARKER_AT_LINE_START = re.compile(r"^([0-9]{1,9}|[a-z]|[ivxlcdm]+|#)([.)])(?=\s|$)", re.IGNORECASE)
"""The mark of a list, with digits, a letter or a Roman number: escaped before its point, ``2021\\. 4. 5.``."""

_CAPTION = re.compile(r"^(Table)(?=:)", re.IGNORECASE)
"""The beginning of what would be a table's caption."""


def text(content: str) -> str:
    """Escape what could be read as inline markup, wherever it stands; the word joiner, which nobody sees, by its number."""
    parts = _PLACEHOLDER.split(content)  # every second is one
    done = (part if number % 2 else escaped(part, IN_TEXT) for number, part in enumerate(parts))
    return "".join(done).replace(WORD_JOINER, f"&#{ord(WORD_JOINER)};")


def value(content: str) -> str:
    """Escape a text of one line for the metadata, which pandoc reads as Markdown, and others as it is written.

    So quotation marks stay, and behind a number a blank that does not break keeps ``5. April`` from being a list.
    """
    return _MARKER_AT_LINE_START.sub("\\1\\2\u00a0", escaped(content, IN_VALUES), count=1).replace(
        "\u00a0 ", "\u00a0"
    )


def lines(written: str) -> str:
    """Escape what could be read as the beginning of another block, line by line."""
    return "\n".join(map(_line, written.split("\n")))


def heading(written: str) -> str:
    """Escape what could be read as the closing marks of a heading."""
    bare = written.rstrip("#")
    return outer_space(bare + r"\#" * (len(written) - len(bare)))


def url(destination: str) -> str:
    """Escape what could be read as a character reference in a link's destination."""
    return re.sub(r"&(?=#?\w+;)", "&amp;", destination)


def _line(line: str) -> str:
    line = _CAPTION.sub(r"\1\\", _MARKER_AT_LINE_START.sub(r"\1\\\2", line, count=1), count=1)
    return outer_space(f"\\{line}" if _AT_LINE_START.match(line) else line)
