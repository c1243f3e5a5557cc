"""HTML out: the library's renderer over the tokens, with task boxes, and with untranslated blocks marked."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.markdown.dialect import DIRECTIVE, parser
from pipeline.markdown.skeleton import Skeleton


def html(skeleton: Skeleton, *, mark: Mapping[str, str] | None = None) -> str:
    """Write a document's body as HTML.

    Args:
        skeleton: the document's body.
        mark: attributes for each block that `Skeleton.fill` left untranslated, such as ``lang`` and ``dir``. Text without
            a block of its own (a tight list item's, an HTML block's) is wrapped in a ``span`` that carries them.
    """
    writer = _writer()
    return str(writer.renderer.render(list(finished(skeleton.tokens, mark or {})), writer.options, {}))


def finished(tokens: Iterable[Token], mark: Mapping[str, str]) -> Iterator[Token]:
    """Put in what only HTML shows, and leave out what it does not."""
    tokens = tuple(token for token in tokens if token.type != DIRECTIVE)
    attributes = _attributes(mark)
    for given, before, after in zip(tokens, (None, *tokens), (*tokens[1:], None), strict=False):
        token = (
            given.copy(attrs=_LOGICAL[style]) if (style := given.attrs.get("style")) in _LOGICAL else given
        )
        if token.type == "inline":
            yield _slot(token, attributes if before and before.hidden else "")
        elif mark and token.type == "html_block" and "untranslated" in token.meta:
            yield token.copy(content=marked_html(token, mark))
        elif mark and after and after.type == "inline" and "untranslated" in after.meta and not token.hidden:
            classes = " ".join(str(attrs["class"]) for attrs in (token.attrs, mark) if "class" in attrs)
            yield token.copy(attrs={**token.attrs, **mark, **({"class": classes} if classes else {})})
        else:
            yield token


_LOGICAL: Mapping[object, dict[str, str | int | float]] = {
    "text-align:left": {"style": "text-align:start"},
    "text-align:right": {"style": "text-align:end"},
}
"""The left column of a table is the right one where the language is written from right to left."""


def _slot(token: Token, attributes: str) -> Token:
    is_marked = attributes and "untranslated" in token.meta
    if not is_marked and "task" not in token.meta:
        return token
    children = list(token.children or [])
    if is_marked:
        children = [raw(f"<span{attributes}>"), *children, raw("</span>")]
    if "task" in token.meta:
        # GFM 5.3: a box that shows the state and cannot be changed.
        checked = ' checked=""' if token.meta["task"] else ""
        children.insert(0, raw(f'<input{checked} disabled="" type="checkbox"> '))
    return token.copy(children=children)


def marked_html(block: Token, mark: Mapping[str, str]) -> str:
    """Write an HTML block with the mark around the texts in it that were left untranslated."""
    left = block.meta["untranslated"]
    attributes = _attributes(mark)
    return "".join(
        f"<span{attributes}>{piece.raw}</span>" if number in left and piece.can_be_marked else piece.raw
        for number, piece in enumerate(block.meta["pieces"])
    )


def raw(content: str) -> Token:
    """Return a token that is written as it is."""
    return Token("html_inline", "", 0, content=content)


def _attributes(mark: Mapping[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in mark.items())


@cache
def _writer() -> MarkdownIt:
    return parser()
