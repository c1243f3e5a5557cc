"""Markdown in: the blocks of a document, parsed once for all languages.

Blocks and text are parsed apart. A document is parsed into blocks; each text block is folded to the form
that translators see; and only that form is parsed as inline Markdown. A translation takes the same road,
so nothing in it can become a heading, a list or a table.
"""

from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.markdown.fold import fold
from pipeline.markdown.inline import References, inline, parser
from pipeline.markdown.skeleton import Skeleton
from pipeline.markdown.write import write_inline


def parse(text: str) -> Skeleton:
    """Parse a document's body, whose lines end with a line feed."""
    env: dict[str, Any] = {}
    tokens = _parser().parse(text, env)
    references: References = env.get("references", {})
    for token in tokens:
        if token.type == "inline":
            _fill(token, references)
        elif token.type == "html_block":
            token.content = token.content.lstrip(" ")  # up to three, which say nothing
    return Skeleton(tokens=tuple(tokens), references=references)


def _fill(slot: Token, references: References) -> None:
    """Give a slot its folded text, or, where folding would change the meaning, the text as the writer has it."""
    text, wanted = fold(slot.content, references)
    children = inline(text, references)
    if children != wanted:
        text = write_inline(wanted, references)
        children = inline(text, references)
    slot.content, slot.children = text, children


@cache
def _parser() -> MarkdownIt:
    blocks = parser()
    blocks.core.ruler.enableOnly(["normalize", "block"])
    return blocks
