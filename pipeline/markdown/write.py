"""Markdown out: the writer, with node renderers of our own where the library's would lose or change text.

What is written is CommonMark with pipe tables and no raw HTML but the author's.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from markdown_it.rules_inline.autolink import AUTOLINK_RE, EMAIL_RE
from markdown_it.token import Token
from mdformat.renderer import DEFAULT_RENDERERS, MDRenderer, RenderContext, RenderTreeNode

from pipeline.markdown import escape
from pipeline.markdown.dialect import ADMONITION, DIRECTIVE, VARIABLE
from pipeline.markdown.inline import WORD_JOINER, References
from pipeline.markdown.lists import write_list
from pipeline.markdown.plain_blocks import Plain, rules, write_blocks
from pipeline.markdown.plain_text import plain_text
from pipeline.markdown.skeleton import Skeleton

_Render = Callable[[RenderTreeNode, RenderContext], str]


def markdown(skeleton: Skeleton) -> str:
    """Write a document's body as Markdown; an empty document gives an empty text."""
    if skeleton.references:
        return written(skeleton)
    tokens = skeleton.tokens

    def other(start: int, end: int) -> str:
        env: dict[str, Any] = {"references": {}}
        return MDRenderer().render(tokens[start:end], _OPTIONS, env, finalize=False)

    def heading(place: int) -> tuple[int, str]:
        return int(tokens[place].tag[1]), tokens[place + 1].meta.get("marks", ("", ""))[1]

    return write_blocks(tokens, Plain(text=plain_text, heading=heading), other)


def written(skeleton: Skeleton) -> str:
    """Return what `markdown` does, by mdformat alone."""
    env: dict[str, Any] = {"references": skeleton.references}
    return MDRenderer().render(skeleton.tokens, _OPTIONS, env)


def write_inline(children: Sequence[Token], references: References) -> str:
    """Write one text alone, as it could stand in the middle of a paragraph."""
    slot = Token("inline", "", 0, content="", children=list(children))
    env: dict[str, Any] = {"references": references}
    return MDRenderer().render([slot], _OPTIONS, env, finalize=False)


def _children(node: RenderTreeNode, context: RenderContext) -> str:
    return "".join(child.render(context) for child in node.children)


def _text(node: RenderTreeNode, _context: RenderContext) -> str:
    text = escape.in_text(node.content)
    following = node.next_sibling
    if text.endswith("!") and following is not None and following.type == "link":
        text = text[:-1] + "\\!"
    return text


def _link(node: RenderTreeNode, context: RenderContext) -> str:
    """A bare address in angle brackets, if CommonMark 6.5 knows it there; other links as the library has them."""
    if node.info != "auto":
        return str(DEFAULT_RENDERERS["link"](node, context))
    text = node.children[0].content
    if AUTOLINK_RE.search(text) or EMAIL_RE.search(text):
        return f"<{text}>"
    return f"[{_children(node, context)}]({_target(str(node.attrs['href']))})"


def _emphasis(node: RenderTreeNode, context: RenderContext) -> str:
    """Emphasis that every reader of CommonMark sees.

    CommonMark 6.2 takes the marks of ``**법(법)**은`` for text: inside is punctuation, outside a letter. A word joiner
    between them, written by its number, begins and ends with punctuation for the reader of the marks.
    """
    return write_emphasis(node, context, _is_crowded)


def write_emphasis(
    node: RenderTreeNode, context: RenderContext, is_crowded: Callable[[RenderTreeNode, RenderTreeNode], bool]
) -> str:
    """Write emphasis.

    Args:
        node: the emphasis.
        context: what the writer knows.
        is_crowded: whether a reader cannot tell the marks of emphasis from those of its first or last child.
    """
    text = escape.outer_space(_children(node, context))
    before = _outer(node.previous_sibling, -1) + text[:1]
    after = text[-1:] + _outer(node.next_sibling, 0)
    in_word = _IN_WORD if node.markup == "_" else _BETWEEN
    opening = _JOINER if in_word.fullmatch(before[::-1]) else ""
    following = node.next_sibling
    beside = following is not None and following.type in {"em", "strong"}
    closing = _JOINER if beside or in_word.fullmatch(after) else ""
    first, last = (
        _JOINER if is_crowded(node, child) else "" for child in (node.children[0], node.children[-1])
    )
    return f"{opening}{node.markup}{first}{text}{last}{node.markup}{closing}"


def _is_crowded(node: RenderTreeNode, child: RenderTreeNode) -> bool:
    """Whether emphasis begins or ends in emphasis so that a reader cannot tell whose marks are whose."""
    return child.type == node.type and len(node.children) > 1


_JOINER = f"&#{ord(WORD_JOINER)};"
_LETTER = r"[\w\u00ad\u200b-\u200f\u2028-\u202e\u2066-\u2069]"
_BETWEEN = re.compile(rf"[^\w\s]{_LETTER}|_{_LETTER}")
"""Punctuation and a letter, or what counts as one: what marks of emphasis must not stand between."""
_IN_WORD = re.compile(rf"(?s:.){_LETTER}")
"""Anything and a letter: what the mark ``_`` must not stand between."""


def _outer(sibling: RenderTreeNode | None, index: int) -> str:
    """The nearest letter of what stands beside a node, if it is text."""
    if sibling is None or sibling.type != "text":
        return ""
    return sibling.content[:1] if index == 0 else sibling.content[-1:]


def _target(url: str) -> str:
    """A link's destination, in brackets where CommonMark 6.3 asks for them."""
    return f"<{url}>" if not url or re.search(r"[\x00-\x20()]", url) else url


def _image(node: RenderTreeNode, context: RenderContext) -> str:
    """An image, whose text is escaped as any other; a title is escaped as the library's links have it."""
    text = _children(node, context)
    label = node.meta.get("label")
    if label:
        context.env["used_refs"].add(label)
        return f"![{text}][{label.lower()}]"
    target = _target(str(node.attrs["src"]))
    title = str(node.attrs.get("title", ""))
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'![{text}]({target} "{quoted}")' if title else f"![{text}]({target})"


def _verbatim(node: RenderTreeNode, _context: RenderContext) -> str:
    return node.content


def _nothing(_node: RenderTreeNode, _context: RenderContext) -> str:
    return ""


def _admonition(node: RenderTreeNode, context: RenderContext) -> str:
    children = list(node.children)
    title = ""
    if children and children[0].meta.get("title"):
        title = f"[{_children(children.pop(0), context)}]"
    body = "\n\n".join(filter(None, (child.render(context) for child in children)))
    inner = max((len(run) for run in re.findall(r"^[> ]*(:{3,})", body, re.MULTILINE)), default=2)
    marks = ":" * max(3, inner + 1)
    return "\n\n".join(filter(None, (f"{marks}{node.meta['name']}{title}", body, marks)))


def _strikethrough(node: RenderTreeNode, context: RenderContext) -> str:
    return f"~~{_children(node, context)}~~"


def _hard_break(_node: RenderTreeNode, _context: RenderContext) -> str:
    return "\\\n"


def _paragraph(node: RenderTreeNode, context: RenderContext) -> str:
    before, after = node.children[0].meta.get("marks", ("", ""))
    return f"{before}{escape.lines(_children(node, context))}{after}"


_HEADING_ID = re.compile(r"\{(?=#[\w.:-]+\}$)")
_UNDERLINES = {1: "===", 2: "---"}


def _heading(node: RenderTreeNode, context: RenderContext) -> str:
    text = (
        _HEADING_ID.sub(r"\\\g<0>", _children(node, context))
        + node.children[0].meta.get("marks", ("", ""))[1]
    )
    level = int(node.tag[1])
    underline = _UNDERLINES.get(level)
    if "\n" in text and underline:  # no other heading can hold a line break
        return f"{escape.lines(text)}\n{underline}"
    text = re.sub(r"(#+)$", r"\\\1", escape.outer_space(text.strip(" ")))
    return f"{'#' * level} {text}".rstrip(" ")


def _code(node: RenderTreeNode, _context: RenderContext) -> str:
    """A code block between fences that are longer than any run of their mark inside."""
    info = node.info.strip(" \t")
    mark = "~" if "`" in info else "`"
    longest = max((len(run) for run in re.findall(f"{mark}+", node.content)), default=0)
    fence = mark * max(3, longest + 1)
    return f"{fence}{info}\n{node.content}{fence}"


def _blockquote(node: RenderTreeNode, context: RenderContext) -> str:
    text = "\n\n".join(filter(None, (child.render(context) for child in node.children)))
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def _table(node: RenderTreeNode, context: RenderContext) -> str:
    rows = [row for section in node.children for row in section.children]
    lines = [[write_cell(cell, context) for cell in row.children] for row in rows]
    return "\n".join(
        f"| {' | '.join(cells)} |"
        for cells in (lines[0], rules(cell.attrs for cell in rows[0].children), *lines[1:])
    )


def write_cell(node: RenderTreeNode, context: RenderContext) -> str:
    """Write the text of a cell."""
    text = escape.outer_space(_children(node, context).strip(" "))
    return text.replace("|", "\\|")


class Renderers:
    """Our node renderers, in the shape in which mdformat takes them."""

    RENDERERS: Mapping[str, _Render] = MappingProxyType(
        {
            ADMONITION: _admonition,
            DIRECTIVE: _nothing,
            VARIABLE: _verbatim,
            "blockquote": _blockquote,
            "bullet_list": write_list,
            "hardbreak": _hard_break,
            "code_block": _code,
            "em": _emphasis,
            "fence": _code,
            "heading": _heading,
            "image": _image,
            "link": _link,
            "ordered_list": write_list,
            "paragraph": _paragraph,
            "s": _strikethrough,
            "strong": _emphasis,
            "table": _table,
            "text": _text,
        }
    )


_OPTIONS: Mapping[str, Any] = MappingProxyType({"parser_extension": [Renderers]})
