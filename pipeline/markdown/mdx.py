"""Markdown in the form of its source that is also safe as MDX, where ``<`` and ``{`` begin code (MDX 3, as Docusaurus reads it)."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape as escape_html
from types import MappingProxyType
from typing import Any

from markdown_it.token import Token
from mdformat.renderer import DEFAULT_RENDERERS, MDRenderer, RenderContext, RenderTreeNode

from pipeline.markdown.plain_blocks import Plain, write_blocks
from pipeline.markdown.plain_text import plain_text
from pipeline.markdown.sections import Section
from pipeline.markdown.skeleton import Skeleton
from pipeline.markdown.tags import Tag, parts
from pipeline.markdown.write import Renderers

_Render = Callable[[RenderTreeNode, RenderContext], str]


def mdx(skeleton: Skeleton, sections: Sequence[Section] = (), mark: Mapping[str, str] | None = None) -> str:
    """Write a document's body; an empty document gives an empty text.

    - Text stands as `markdown` has it, with a backslash before every ``<`` and brace; no line begins like a module's
      ``import`` or ``export``.
    - Raw HTML becomes JSX: void elements are closed, comments and attributes that hold code or style are left out.

    Args:
        skeleton: the body.
        sections: of the source's skeleton: each heading of Markdown gets the level that it has on pages, since Docusaurus gives
            those of the first level no id, and its id as an explicit one, so that it is the same in all languages; but not
            in a list, a quote or an admonition, where Docusaurus does not know explicit ids.
        mark: attributes for the texts that `Skeleton.fill` left untranslated, such as ``lang`` and ``dir``.
    """
    headings = {section.place[0]: section for section in sections if section.tag is None}
    if skeleton.references:
        return written(skeleton, sections, mark)
    tokens = skeleton.tokens

    def text(slot: Token, block: str) -> str | None:
        found = plain_text(slot, block)
        needs_care = found is None or "}" in found or (block == "p" and _MODULE.match(found))
        return None if needs_care or (mark and "untranslated" in slot.meta) else found

    def heading(place: int) -> tuple[int, str]:
        section = headings.get(place + 1)
        if section:
            return section.level, _id(section, tokens[place])
        return int(tokens[place].tag[1]), tokens[place + 1].meta.get("marks", ("", ""))[1]

    def other(start: int, end: int) -> str:
        env: dict[str, Any] = {"references": {}}
        prepared = [
            _prepared(index, tokens[index], tokens, headings, mark or {}) for index in range(start, end)
        ]
        return MDRenderer().render(prepared, _OPTIONS, env, finalize=False)

    return write_blocks(tokens, Plain(text=text, heading=heading), other)


def written(
    skeleton: Skeleton, sections: Sequence[Section] = (), mark: Mapping[str, str] | None = None
) -> str:
    """Return what `mdx` does, by mdformat alone."""
    headings = {section.place[0]: section for section in sections if section.tag is None}
    tokens = [
        _prepared(index, token, skeleton.tokens, headings, mark or {})
        for index, token in enumerate(skeleton.tokens)
    ]
    return MDRenderer().render(tokens, _OPTIONS, {"references": skeleton.references})


def _id(section: Section, opening: Token) -> str:
    """The id of a heading as Docusaurus reads it; but not inside of other blocks."""
    return f" {{#{section.id}}}" if opening.level == 0 else ""


def _prepared(
    index: int,
    token: Token,
    tokens: Sequence[Token],
    headings: Mapping[int, Section],
    mark: Mapping[str, str],
) -> Token:
    if token.type == "html_block":
        return token.copy(content=_jsx(token.content))
    if token.type in {"heading_open", "heading_close"}:
        section = headings.get(index + 1 if token.nesting > 0 else index - 1)
        return token.copy(tag=f"h{section.level}") if section else token
    if token.type != "inline":
        return token
    children = list(token.children or ())
    if mark and "untranslated" in token.meta and children:
        attributes = "".join(f' {name}="{escape_html(value)}"' for name, value in mark.items())
        children = [_raw(f"<span{attributes}>"), *children, _raw("</span>")]
    if index not in headings:
        return token.copy(children=children)
    place = _id(headings[index], tokens[index - 1])
    return token.copy(children=children, meta={**token.meta, "marks": ("", place)})


def _raw(content: str) -> Token:
    return Token("html_inline", "", 0, content=content)


def _jsx(html: str) -> str:
    """Raw HTML as JSX, tag by tag; what it leaves open stays open."""
    return "".join(_pieces(html))


def _pieces(html: str) -> Iterator[str]:
    hidden = ""
    for part in parts(html):
        if isinstance(part, Tag):
            if part.name in _CODE:
                hidden = "" if part.is_closing else part.name
            elif not hidden:
                yield _tag(part)
        elif not hidden:
            yield _BRACES.sub(lambda brace: f"&#{ord(brace[0])};", part.raw)


def _tag(tag: Tag) -> str:
    if tag.is_closing:
        return "" if tag.name in _VOID else f"</{tag.name}>"
    kept = (
        f' {_NAMES.get(name, name)}="{escape_html(_BRACES.sub("", value))}"'
        for name, value in tag.attributes.items()
        if name != "style" and not name.startswith("on") and ":" not in name
    )
    return f"<{tag.name}{''.join(kept)}{' /' if tag.name in _VOID else ''}>"


_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_CODE = {"script", "style"}
_NAMES = {
    "class": "className",
    "for": "htmlFor",
    "colspan": "colSpan",
    "rowspan": "rowSpan",
    "tabindex": "tabIndex",
}
_BRACES = re.compile(r"[{}]")


def _text(node: RenderTreeNode, context: RenderContext) -> str:
    text = Renderers.RENDERERS["text"](node, context)
    return _CODE_MARK.sub(lambda found: found[0] if found[0][0] == "\\" else f"\\{found[0]}", text)


_CODE_MARK = re.compile(r"\\.|[<{}]")
"""What begins or ends code in MDX, and what is escaped already."""


def _variable(node: RenderTreeNode, _context: RenderContext) -> str:
    return re.sub(r"[{}<]", r"\\\g<0>", node.content)


def _paragraph(node: RenderTreeNode, context: RenderContext) -> str:
    return _MODULE.sub(
        lambda word: f"&#{ord(word[0][0])};{word[0][1:]}", Renderers.RENDERERS["paragraph"](node, context)
    )


_MODULE = re.compile(r"^(?:import|export)(?=\s)", re.MULTILINE)


def _link(node: RenderTreeNode, context: RenderContext) -> str:
    """A link; a bare address is one with a text, for MDX has no angle brackets around it."""
    if node.info != "auto":
        return str(DEFAULT_RENDERERS["link"](node, context))
    inside = "".join(child.render(context) for child in node.children)
    return f"[{inside}]({str(node.attrs['href']).replace(' ', '%20')})"


def _html(node: RenderTreeNode, _context: RenderContext) -> str:
    return _jsx(node.content)


class _Mdx:
    """Our node renderers, in the shape in which mdformat takes them."""

    RENDERERS: Mapping[str, _Render] = MappingProxyType(
        {
            **Renderers.RENDERERS,
            "html_inline": _html,
            "link": _link,
            "paragraph": _paragraph,
            "text": _text,
            "variable": _variable,
        }
    )


_OPTIONS: Mapping[str, Any] = MappingProxyType({"parser_extension": [_Mdx]})
