"""The body of a page as blocks: only such as every reader of Markdown reads the same.

The page is taken as a browser takes it, so that Markdown and raw HTML, whole or torn apart, come out alike.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from markdown_it.token import Token
from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.markdown.portable.cells import grid
from pipeline.markdown.portable.emphasis import bold
from pipeline.markdown.portable.nodes import children, classes, is_untranslated, plain
from pipeline.markdown.portable.text import (
    CELL,
    HEADING,
    PARAGRAPH,
    Link,
    Place,
    joined_texts,
    marked,
    tokens,
)
from pipeline.markdown.portable.tree import Block, joined, nothing


def blocks(html: str, link: Link) -> list[Block]:
    """Return the blocks of a page's body (HTML Living Standard).

    - In a list or a block quote, a heading is a bold paragraph.
    - An admonition is a block quote.
    - Two bullet lists in a row are one.
    - A cell that reaches over several columns or rows stands in each of them.

    Args:
        html: the body, whose headings begin with level 2.
        link: how links are written.
    """
    body = LexborHTMLParser(f"<!doctype html><body>{html}").body
    return _flow(children(body), link, is_nested=False) if body is not None else []


_HEADINGS = {f"h{level}" for level in range(1, 7)}
_LISTS = {"ul", "ol", "menu"}
_PARAGRAPHS = {"p", "summary", "dt", "figcaption", "legend", "caption"}
_BOXES = {
    *(
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "nav",
        "aside",
        "details",
        "figure",
        "address",
    ),
    *("center", "form", "fieldset", "dl", "dd", "hgroup", "search", "li", "dialog", "noscript"),
}
_BLOCKS = {*_HEADINGS, *_LISTS, *_PARAGRAPHS, *_BOXES, "blockquote", "pre", "table", "hr"}
_BOLD = {"summary", "dt"}


def _flow(nodes: Sequence[LexborNode], link: Link, *, is_nested: bool, is_item: bool = False) -> list[Block]:
    """The blocks of what stands in an element; text that stands between them makes a paragraph.

    Args:
        nodes: what stands there.
        link: how links are written.
        is_nested: whether it is in a list or a block quote.
        is_item: whether the element is an item of a list.
    """
    found: list[Block] = []
    run: list[LexborNode] = []
    for node in nodes:
        if not _is_block(node):
            run.append(node)
            continue
        found += _paragraphs(run, link, is_bare=is_item)
        run = []
        found += _blocks(node, link, is_nested=is_nested)
    return joined([*found, *_paragraphs(run, link, is_bare=is_item)])


def _is_block(node: LexborNode) -> bool:
    if node.is_text_node:
        return False
    return node.tag in _BLOCKS or any(map(_is_block, children(node)))


def _blocks(node: LexborNode, link: Link, *, is_nested: bool) -> Sequence[Block]:
    tag = node.tag or ""
    inside = children(node)
    if tag in _HEADINGS:
        return list(_heading(node, link, is_nested=is_nested))
    if tag in _READERS:
        return list(_READERS[tag](node, link))
    if "admonition" in classes(node):
        return list(_quote(node, link))
    if tag in _PARAGRAPHS and not any(map(_is_block, inside)):
        is_bold = tag in _BOLD or "admonition-title" in classes(node)
        return list(_paragraphs(inside, link, is_bold=is_bold, owner=node))
    return _flow(inside, link, is_nested=is_nested)


def _quote(node: LexborNode, link: Link) -> Iterator[Block]:
    if held := _flow(children(node), link, is_nested=True):
        yield Block(kind="blockquote", tag="blockquote", held=held)


def _rule(_node: LexborNode, _link: Link) -> Iterator[Block]:
    yield Block(kind="hr", tag="hr")


def _paragraphs(
    run: Sequence[LexborNode],
    link: Link,
    *,
    is_bare: bool = False,
    is_bold: bool = False,
    owner: LexborNode | None = None,
) -> Iterator[Block]:
    """One paragraph, or several if empty lines part the text; its owner may say that it is not translated."""
    for part in _parted(run):
        if text := _text(part, PARAGRAPH, link, owner):
            text = bold(text) if is_bold else text
            yield Block(kind="paragraph", tag="p", text=text, is_bare=is_bare)
            is_bare = False


def _parted(run: Sequence[LexborNode]) -> Iterator[Sequence[LexborNode]]:
    """Part nodes where two line breaks or more stand in a row."""
    part: list[LexborNode] = []
    breaks: list[LexborNode] = []
    for node in run:
        if node.tag == "br":
            breaks.append(node)
        elif not breaks or not (node.is_text_node and not (node.text_content or "").strip(" \t\n")):
            if len(breaks) > 1:
                yield part
                part, breaks = [], []
            part += [*breaks, node]
            breaks = []
    yield part


def _text(
    nodes: Sequence[LexborNode], place: Place, link: Link, owner: LexborNode | None = None
) -> list[Token]:
    text = tokens(nodes, place, link)
    return list(marked(owner, text)) if owner is not None and is_untranslated(owner) else text


def _heading(node: LexborNode, link: Link, *, is_nested: bool) -> Iterator[Block]:
    if is_nested:
        yield from _paragraphs(children(node), link, is_bold=True, owner=node)
    elif text := _text(children(node), HEADING, link, node):
        level = max(int((node.tag or "h2")[1]) - 1, 1)
        name = node.attributes.get("id")
        yield Block(kind="heading", tag=f"h{level}", text=text, attributes={"id": name} if name else {})


def _list(node: LexborNode, link: Link) -> Iterator[Block]:
    items = (child for child in children(node) if not child.is_text_node)
    held = [
        Block(kind="list_item", tag="li", held=_flow(children(item), link, is_nested=True, is_item=True))
        for item in items
    ]
    if not held:
        return
    if node.tag != "ol":
        yield Block(kind="bullet_list", tag="ul", held=held)
        return
    start = node.attributes.get("start") or "1"
    is_number = start.isascii() and start.isdecimal() and start != "1"
    yield Block(
        kind="ordered_list", tag="ol", held=held, attributes={"start": int(start)} if is_number else {}
    )


def _code(node: LexborNode, _link: Link) -> Iterator[Block]:
    content = plain([node]).expandtabs(4).strip("\n")
    names = [name for child in children(node) if child.tag == "code" for name in classes(child)]
    language = next((name.removeprefix("language-") for name in names if name.startswith("language-")), "")
    is_name = language.isascii() and language.isalnum()
    if content.strip(" \n"):
        yield Block(
            kind="fence", tag="code", code=f"{content}\n", attributes={"info": language} if is_name else {}
        )


def _table(node: LexborNode, link: Link) -> Iterator[Block]:
    """A table; what stands beside its rows, such as a caption, comes before it."""
    found = grid(node)
    for caption in found.captions:
        yield from _paragraphs(children(caption), link, owner=caption)
    if not found.rows:
        return
    head, *body = [[_cell(cell, link) for cell in row] for row in found.rows]
    if not any(head):
        head[0] = [nothing()]  # or one of the readers takes the next row for the head
    rows = [_row("th", head, found.centred), *(_row("td", row, found.centred) for row in body)]
    parts = [Block(kind="thead", tag="thead", held=rows[:1]), Block(kind="tbody", tag="tbody", held=rows[1:])]
    yield Block(kind="table", tag="table", held=[part for part in parts if part.held])


def _row(tag: str, cells: Sequence[Sequence[Token]], centred: Sequence[bool]) -> Block:
    return Block(
        kind="tr",
        tag="tr",
        held=[
            Block(
                kind=tag, tag=tag, text=cell, attributes={"style": "text-align:center"} if is_centred else {}
            )
            for cell, is_centred in zip(cells, centred, strict=True)
        ],
    )


def _cell(cell: LexborNode | None, link: Link) -> list[Token]:
    """The text of a cell, in which blocks are parted as lines are."""
    if cell is None:
        return []
    text = joined_texts(list(_cell_parts(children(cell), link)), CELL)
    return list(marked(cell, text)) if is_untranslated(cell) else text


def _cell_parts(nodes: Sequence[LexborNode], link: Link) -> Iterator[list[Token]]:
    run: list[LexborNode] = []
    for node in nodes:
        if not _is_block(node):
            run.append(node)
            continue
        yield tokens(run, CELL, link)
        run = []
        for part in _cell_parts(children(node), link):
            yield list(marked(node, part)) if is_untranslated(node) else part
    yield tokens(run, CELL, link)


_READERS: Mapping[str, Callable[[LexborNode, Link], Iterator[Block]]] = {
    **dict.fromkeys(_LISTS, _list),
    "blockquote": _quote,
    "hr": _rule,
    "pre": _code,
    "table": _table,
}
"""How blocks are read that are no text."""
