"""Markdown in: the blocks of a document, parsed once for all languages.

Blocks and text are parsed apart. A document is parsed into blocks; each text block is folded to the form
that translators see; and only that form is parsed as inline Markdown. A translation takes the same road,
so nothing in it can become a heading, a list or a table.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.markdown.dialect import ADMONITION, DIRECTIVE, parser
from pipeline.markdown.fold import fold, lightly_folded
from pipeline.markdown.html_text import take_apart
from pipeline.markdown.inline import References, inline, is_literal
from pipeline.markdown.later import later
from pipeline.markdown.skeleton import Skeleton

_PAGE_BREAKS = re.compile(r"[\v\f]")
"""White space to HTML and to Python, letters to CommonMark: no reader can tell it from a blank."""

_TASK = re.compile(r"\[([ xX])\][ \t]+(?=[^ \t\n])")
_HEADING_ID = re.compile(r"(?:^|[ \t]+)\{#([\w.:-]+)\}$")
_INFO = re.compile(r"\s*(?P<name>[A-Za-z][\w-]*)[ \t]*(?:\[(?P<label>.*)\]|(?P<rest>.*?))[ \t]*$")
_DIRECTIVE = re.compile(r"<!--\s*i18n\b(?:(?!-->).)*-->\s*$", re.DOTALL | re.IGNORECASE)


LONGEST = 20_000
"""The most characters that one text block may have: far more than anybody can translate at once, and few enough for a
parser whose time can grow with the square of it."""


class TooLongError(ValueError):
    """A text block is longer than `LONGEST`; its argument is the line, from 1."""


def parse(text: str, *, longest: int = LONGEST) -> Skeleton:
    """Parse a document's body.

    Args:
        text: the body, whose lines end with a line feed.
        longest: the most characters of one text block.

    Raises:
        TooLongError: a text block is longer.
    """
    env: dict[str, Any] = {}
    found = _parser().parse(_PAGE_BREAKS.sub(" ", text), env)
    tokens = list(_with_titles(_without_blank_paragraphs(found)))
    references: References = env.get("references", {})
    for index, token in enumerate(tokens):
        if token.type == "inline":
            if len(token.content) > longest:
                raise TooLongError(token.map[0] + 1 if token.map else 1)
            if token.content[:1] == "[" or token.content[-1:] == "}":
                _take_marks(token, tokens[max(index - 2, 0) : index])
            tokens[index] = _folded(token, references)
        elif token.type == "html_block":
            _read_html(token)
        elif token.type == "fence" and token.content and not token.content.endswith("\n"):
            token.content += "\n"  # the document ended first
    return Skeleton(tokens=tuple(tokens), references=references)


def _without_blank_paragraphs(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out paragraphs of NBSP or an ideographic space alone, which authors use for distance: the parser empties them."""
    blank = {
        index
        for index, token in enumerate(tokens)
        if token.type == "inline" and not token.content and tokens[index - 1].type == "paragraph_open"
    }
    gone = {neighbour for index in blank for neighbour in (index - 1, index, index + 1)}
    return [token for index, token in enumerate(tokens) if index not in gone] if gone else tokens


def _with_titles(tokens: Sequence[Token]) -> Sequence[Token]:
    """Put an admonition's title, which stands in its first line, into a slot of its own."""
    opening = f"{ADMONITION}_open"
    if not any(token.type == opening for token in tokens):
        return tokens
    done: list[Token] = []
    for token in tokens:
        done.append(token)
        if token.type == opening:
            done += _titled(token)
    return done


def _titled(opening: Token) -> Iterator[Token]:
    """Read the first line of an admonition; the blocks of its title."""
    info = _INFO.match(opening.info)
    name = info["name"] if info else ""
    opening.meta = {"name": name}
    opening.attrs = {"class": f"admonition {name.lower()}"}
    title = info and (info["label"] or info["rest"])
    if title:
        line = opening.map and [opening.map[0], opening.map[0] + 1]
        meta = {"title": True}
        yield Token("paragraph_open", "p", 1, {"class": "admonition-title"}, map=line, meta=meta, block=True)
        yield Token("inline", "", 0, content=title, map=line, children=[], block=True)
        yield Token("paragraph_close", "p", -1, meta=meta, block=True)


def _take_marks(slot: Token, around: Sequence[Token]) -> None:
    """Take out of a slot what belongs to its block: the box of a task, the explicit id of a heading."""
    kinds = [token.type for token in around]
    if kinds == ["list_item_open", "paragraph_open"] and (task := _TASK.match(slot.content)):
        slot.content = slot.content[task.end() :]
        slot.meta = {"task": task[1] != " ", "marks": (f"[{task[1]}] ", "")}
    elif kinds[-1:] == ["heading_open"] and (found := _HEADING_ID.search(slot.content)):
        slot.content = slot.content[: found.start()]
        slot.meta = {"marks": ("", f" {{#{found[1]}}}")}
        around[-1].attrs = {"id": found[1]}


def _folded(slot: Token, references: References) -> Token:
    """Return a slot with its folded text, or, where folding would change the meaning, with the text as the writer has it."""
    content = slot.content
    if not is_literal(content) and (text := lightly_folded(content, references)) is not None:
        return later(slot, text)
    text, wanted = fold(content, references)
    # Text on one line that folding has not changed is read once: `inline` would find the same.
    is_same = text == content and "\n" not in text
    children = wanted if is_same else inline(text, references)
    if children != wanted:
        from pipeline.markdown.write import write_inline  # noqa: PLC0415 - hardly any text needs it

        text = write_inline(wanted, references)
        children = inline(text, references)
    slot.content, slot.children = text, children
    return slot


def _read_html(block: Token) -> None:
    block.content = block.content.lstrip(" ").rstrip("\n") + "\n"  # up to three blanks, which say nothing
    if _DIRECTIVE.match(block.content):
        block.type = DIRECTIVE
    elif pieces := take_apart(block.content):
        block.meta = {"pieces": pieces}


@cache
def _parser() -> MarkdownIt:
    blocks = parser()
    blocks.core.ruler.enableOnly(["normalize", "block"])
    return blocks
