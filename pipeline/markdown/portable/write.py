"""The writer of portable Markdown: node renderers for what the general writer writes in a way that some reader misreads."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from markdown_it.token import Token
from mdformat.renderer import MDRenderer, RenderContext, RenderTreeNode

from pipeline.markdown.lists import write_list
from pipeline.markdown.portable import escape
from pipeline.markdown.portable.columns import Shares, shares
from pipeline.markdown.portable.nodes import UNTRANSLATED
from pipeline.markdown.write import Renderers, write_cell, write_emphasis

_Render = Callable[[RenderTreeNode, RenderContext], str]


def write(tokens: Sequence[Token], *, widths: Sequence[Shares] = (), attributes: bool = False) -> str:
    """Write the tokens of portable blocks.

    Args:
        tokens: as `tree.flattened` returns them.
        widths: the shares of the columns that each table shall have, in the order of the document, as far as there are
            any; they give way where a word would not fit.
        attributes: whether headings have their ids, and untranslated text its language, in pandoc's notation.
    """
    env: dict[str, Any] = {"references": {}, "widths": iter(widths), "attributes": attributes}
    return MDRenderer().render(tokens, _OPTIONS, env)


def table_shares(tokens: Sequence[Token]) -> tuple[Shares, ...]:
    """Return how wide the columns of each table shall be, in the order of the document, from its own text."""
    starts = (index for index, token in enumerate(tokens) if token.type == "table_open")
    ends = (index for index, token in enumerate(tokens) if token.type == "table_close")
    tables = (tokens[start : end + 1] for start, end in zip(starts, ends, strict=True))  # none holds another
    return tuple(shares(_plain_rows(RenderTreeNode(table).children[0])) for table in tables)


def _text(node: RenderTreeNode, _context: RenderContext) -> str:
    return escape.text(node.content)


def _paragraph(node: RenderTreeNode, context: RenderContext) -> str:
    return escape.lines(_inside(node, context))


def _inside(node: RenderTreeNode, context: RenderContext) -> str:
    return "".join(child.render(context) for child in node.children)


def _heading(node: RenderTreeNode, context: RenderContext) -> str:
    place = f" {{#{node.attrs['id']}}}" if context.env["attributes"] and "id" in node.attrs else ""
    return f"{'#' * int(node.tag[1])} {escape.heading(_inside(node, context))}{place}"


def _link(node: RenderTreeNode, context: RenderContext) -> str:
    if node.info == "auto":
        return f"<{node.children[0].content}>"
    return f"[{_inside(node, context)}]({escape.url(str(node.attrs['href']))})"


def _emphasis(node: RenderTreeNode, context: RenderContext) -> str:
    return write_emphasis(node, context, _is_crowded)


def _is_crowded(node: RenderTreeNode, child: RenderTreeNode) -> bool:
    return child.type in {"em", "strong"} and child.markup[0] == node.markup[0]


def _numbered(node: RenderTreeNode, context: RenderContext) -> str:
    return write_list(node, context, padded=False)


def _untranslated(node: RenderTreeNode, context: RenderContext) -> str:
    inside = _inside(node, context)
    if not context.env["attributes"]:
        return inside
    return f"[{inside}]{{.{UNTRANSLATED} lang={node.attrs['lang']} dir={node.attrs['dir']}}}"


def _table(node: RenderTreeNode, context: RenderContext) -> str:
    """A pipe table; its second line tells by its dashes how wide the columns are (pandoc's manual, `pipe_tables`)."""
    rows = _rows(node)
    lines = [[write_cell(cell, context) for cell in row] for row in rows]
    found = shares(_plain_rows(node), wanted=next(context.env["widths"], None))
    rules = [
        f":{'-' * max(share - 2, 1)}:" if cell.attrs.get("style") else "-" * max(share, 3)
        for cell, share in zip(rows[0], found, strict=True)
    ]
    written = [f"| {' | '.join(cells)} |" for cells in lines]
    return "\n".join((written[0], f"|{'|'.join(rules)}|", *written[1:]))


def _rows(table: RenderTreeNode) -> list[Sequence[RenderTreeNode]]:
    return [row.children for section in table.children for row in section.children]


def _plain_rows(table: RenderTreeNode) -> list[list[str]]:
    return [[_plain(cell) for cell in row] for row in _rows(table)]


def _plain(node: RenderTreeNode) -> str:
    if node.type in {"text", "code_inline"}:
        return node.content
    return "".join(map(_plain, node.children))


class _Portable:
    """Our node renderers, in the shape in which mdformat takes them."""

    RENDERERS: Mapping[str, _Render] = MappingProxyType(
        {
            **Renderers.RENDERERS,
            "em": _emphasis,
            "ordered_list": _numbered,
            "heading": _heading,
            "link": _link,
            "paragraph": _paragraph,
            "strong": _emphasis,
            "table": _table,
            "text": _text,
            UNTRANSLATED: _untranslated,
        }
    )


_OPTIONS: Mapping[str, Any] = MappingProxyType({"parser_extension": [_Portable]})
