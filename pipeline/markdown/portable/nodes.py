"""What of an element of a page counts for a reader."""

import re
import unicodedata
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

UNTRANSLATED = "untranslated"
"""The class of what is not in the language of the page, and the type of its tokens, before ``_open`` and ``_close``."""

BLANKS = re.compile(r"[ \t\n\f\r\v]+")
"""A run of what a page shows as one space."""


def children(node: LexborNode) -> list[LexborNode]:
    """Return what stands in an element, texts and elements."""
    return [child for child in node.iter(include_text=True) if not is_unseen(child)]


def plain(nodes: Sequence[LexborNode]) -> str:
    """Return the letters of a run of nodes with their blanks and line ends, as code has them."""
    return printable(
        "".join(node.text_content or "" if node.is_text_node else plain(children(node)) for node in nodes)
    )


def printable(content: str) -> str:
    """Return a text in Unicode's form NFC, without characters that no reader sees and no PDF can hold."""
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", content))


def classes(node: LexborNode) -> Sequence[str]:
    """Return the classes of an element."""
    return (node.attributes.get("class") or "").split()


def is_untranslated(node: LexborNode) -> bool:
    """Whether an element says that its text is not in the language of the page."""
    return UNTRANSLATED in classes(node)


def is_blank(node: LexborNode) -> bool:
    """Whether a node is a text of nothing but blanks."""
    return node.is_text_node and not (node.text_content or "").strip(" \t\n\f\r\v")


def is_unseen(node: LexborNode) -> bool:
    """Whether a reader of the page sees nothing of a node."""
    if node.is_text_node:
        return False
    return (node.tag or "-")[0] in "-!" or node.tag in _UNSEEN or "hidden" in node.attributes


_UNSEEN = {"script", "style", "template", "head", "title", "iframe", "svg", "canvas", "audio", "video"}
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")
