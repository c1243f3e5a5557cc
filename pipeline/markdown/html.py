"""HTML out: the library's renderer over the tokens, with untranslated blocks marked."""

from collections.abc import Iterator, Mapping
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.markdown.inline import parser
from pipeline.markdown.skeleton import Skeleton


def html(skeleton: Skeleton, *, mark: Mapping[str, str] | None = None) -> str:
    """Write a document's body as HTML.

    Args:
        skeleton: the document's body.
        mark: attributes for each block that `Skeleton.fill` left untranslated, such as ``lang`` and ``dir``. Text without
            a block of its own (a tight list item's) is wrapped in a ``span`` that carries them.
    """
    writer = _writer()
    return str(writer.renderer.render(list(_marked(skeleton.tokens, mark or {})), writer.options, {}))


def _marked(tokens: tuple[Token, ...], mark: Mapping[str, str]) -> Iterator[Token]:
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if mark and following is not None and following.meta.get("untranslated") and not token.hidden:
            yield token.copy(attrs={**token.attrs, **mark})
        elif mark and token.meta.get("untranslated") and tokens[index - 1].hidden:
            attributes = "".join(f' {name}="{value}"' for name, value in mark.items())
            before = Token("html_inline", "", 0, content=f"<span{attributes}>")
            after = Token("html_inline", "", 0, content="</span>")
            yield token.copy(children=[before, *(token.children or []), after])
        else:
            yield token


@cache
def _writer() -> MarkdownIt:
    return parser()
