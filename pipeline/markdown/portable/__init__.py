"""Portable Markdown: the body of a page in the part of Markdown that all readers read the same.

What a page shows is taken from its HTML, as a browser takes it, and written with as little as there can be: headings,
paragraphs, lists, quotes, tables, code, emphasis and links. The readers that it is made for are pandoc's
``markdown-smart``, ``commonmark_x`` and ``gfm``.
"""

from dataclasses import dataclass

from markdown_it.token import Token

from pipeline.markdown.portable.blocks import blocks
from pipeline.markdown.portable.columns import Shares
from pipeline.markdown.portable.escape import value as portable_value
from pipeline.markdown.portable.nodes import UNTRANSLATED
from pipeline.markdown.portable.text import Link
from pipeline.markdown.portable.tree import flattened
from pipeline.markdown.portable.write import table_shares, write
from pipeline.markdown.proof import comes_back
from pipeline.markdown.skeleton import Skeleton

__all__ = ["Link", "Portable", "Shares", "portable", "portable_value", "reads_back", "write_portable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Portable:
    """The body of a page, ready to be written."""

    tokens: tuple[Token, ...]
    shares: tuple[Shares, ...]
    """How wide the columns of each table shall be, in the order of the document, from its own text."""


def portable(html: str, link: Link) -> Portable:
    """Read the body of a page.

    Args:
        html: as `page_html` writes it.
        link: how links are written.
    """
    tokens = tuple(flattened(blocks(html, link)))
    return Portable(tokens=tokens, shares=table_shares(tokens))


def write_portable(body: Portable, *, widths: tuple[Shares, ...] = (), attributes: bool = False) -> str:
    """Write a body as portable Markdown; one that says nothing gives an empty text.

    Args:
        body: the body.
        widths: the shares of the columns that its tables shall have; they give way where a word would not fit.
        attributes: whether headings have their ids, and untranslated text its language, in pandoc's notation, which other
            readers take for text.
    """
    return write(body.tokens, widths=widths, attributes=attributes)


def reads_back(body: Portable, written: str) -> bool:
    """Whether what was written, without attributes, says what the body says."""
    plain = tuple(map(_plain, body.tokens))
    return comes_back(Skeleton(tokens=plain, references={}), written)


def _plain(token: Token) -> Token:
    """A token without what only attributes tell."""
    if token.type == "heading_open":
        return token.copy(attrs={}) if token.attrs else token
    if token.type == "inline":
        kept = [child for child in token.children or () if not child.type.startswith(f"{UNTRANSLATED}_")]
        return token.copy(children=kept) if len(kept) < len(token.children or ()) else token
    return token
