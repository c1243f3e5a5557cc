"""What the writer must escape, as tables: which characters, between which neighbours, in which places."""

import re
import string

IN_TEXT = re.compile(
    r"""
      [\\`*\[\]~]             # escapes, code, emphasis, links, strikethrough
    | (?<![^\W_])_ | _(?![^\W_])  # emphasis, unless inside a word
    | <(?=\S|$)               # autolinks and raw HTML
    | &(?=\#?\w+;)            # character references
    | \{(?=[{%])              # variables
    | (?<=www)\.        # GFM autolinks: www.
    | (?<=[ps]):(?=//)         # http:// and https://
    | (?<=mailto):(?=\S) | (?<=xmpp):(?=\S)
    | (?<=[\w.+-])@      # mail addresses
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What text must escape wherever it stands: each match gets a backslash."""

_AT_LINE_START = re.compile(
    r"""
      \#{1,6}(?=[ ]|$)        # heading
    | >                       # block quote
    | [-+](?=[ ]|$)           # bullet list
    | (?:-[ ]*){3,}$          # thematic break
    | (?:-+|=+)[ ]*$          # underline of a heading
    | [|:-][|:\- ]*$          # delimiter row of a table
    | :::                     # admonition
    | \[[ xX]\](?=[ ])        # task
    """,
    re.VERBOSE,
)
"""What a line of text must escape at its start, with one backslash before it."""

_NUMBER_AT_LINE_START = re.compile(r"^(\d{1,9})([.)])(?=[ ]|$)")
"""An ordered list's mark, escaped before its point: ``2021\\. 4\\. 5.``."""

_OUTER_SPACE = re.compile(r"^[^\S \x00-\x1f\x7f-\x9f]|[^\S \x00-\x1f\x7f-\x9f]$")
"""White space that some reader would strip, such as NBSP or the ideographic space: written by its number."""


def in_text(text: str) -> str:
    """Escape what could be read as inline markup, wherever the text stands."""
    return escaped(text, IN_TEXT)


def escaped(text: str, table: re.Pattern[str]) -> str:
    """Put a backslash before each character that a table matches.

    The table is asked about ASCII punctuation alone, since nothing else can be escaped (CommonMark 2.4).
    """
    return _PUNCTUATION.sub(lambda sign: f"\\{sign[0]}" if table.match(text, sign.start()) else sign[0], text)


_PUNCTUATION = re.compile(f"[{re.escape(string.punctuation)}]")


def lines(text: str) -> str:
    """Escape what could be read as the beginning of another block, line by line."""
    first, *rest = text.split("\n")
    return "\n".join((_line(first), *(_indented(_line(line)) for line in rest)))


def outer_space(text: str) -> str:
    """Write white space at the ends by its number, except blanks."""
    if not text[:1].isspace() and not text[-1:].isspace():
        return text
    return _OUTER_SPACE.sub(lambda match: f"&#{ord(match[0])};", text)


def _indented(line: str) -> str:
    """A line that would begin a block of raw HTML cannot do so when it is indented, and goes on as text."""
    return "    " + line if line.startswith("<") else line


def _line(line: str) -> str:
    line = _NUMBER_AT_LINE_START.sub(r"\1\\\2", line, count=1) if line[:1].isdigit() else line
    return outer_space("\\" + line if _AT_LINE_START.match(line) else line)
