"""The body of a page: HTML with the ids, levels, labels and marks that a reader's browser needs.

The text that a reader sees is that of plain `html`, without the title, which a page has above its body.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import count

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from pipeline.markdown.dialect import parser
from pipeline.markdown.frames import framed
from pipeline.markdown.headings import heading_level, heading_text
from pipeline.markdown.html import finished, marked_html
from pipeline.markdown.isolate import Isolate, isolated, isolated_html
from pipeline.markdown.sections import Section
from pipeline.markdown.skeleton import Skeleton
from pipeline.markdown.tags import changed, tags


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation:
    """How a body is written for a page: what the source and the page's language decide, and no text of it."""

    sections: tuple[Section, ...]
    """Of the source's skeleton: they hold for every copy of it."""
    permalink: Callable[[str], str]
    """The label of the link to a section, for the plain text of its heading."""
    table: Callable[[int], str]
    """The label of a table, for its number, from 1."""
    isolate: Isolate = lambda _text: ()
    """What is set apart so that it reads from left to right."""
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By the id of a section, further ids by which links find it."""
    mark: Mapping[str, str] = field(default_factory=dict)
    """Attributes for each block that `Skeleton.fill` left untranslated, such as ``lang`` and ``dir``."""


def page_html(skeleton: Skeleton, presentation: Presentation) -> str:
    """Write a document's body as HTML for a page (HTML Living Standard; WAI-ARIA 1.2 for roles and labels).

    - The title is left out. Other headings have the id and the level of their section, those of raw HTML too. A heading that
      says nothing is a ``div``.
    - A heading of Markdown that is not quoted stands in ``<div class="heading">``, before
      ``<a class="permalink" href="#id" aria-label="…"></a>``: beside the heading and not in it, or a screen reader would
      read the label as a part of the heading; and without text, so that nobody reads or copies a sign that only
      decorates. A style sheet shows it.
    - The further ids of a section are those of empty elements at the beginning of its heading.
    - A table stands in ``<section class="table" tabindex="0" aria-label="…">``, a region that the keyboard can scroll.
      Its cells are aligned by the classes ``start``, ``center`` and ``end``; its headers have a scope.
    - A task's text is the label of its box; an admonition has the role ``note``.
    - Every stretch that ``isolate`` tells stands in ``<bdi dir="ltr">``, except in code and where it would not matter.
    - No element that is empty has a slash, and no element of ours a style.
    """
    tokens = (_set_apart(token, presentation) for token in skeleton.tokens)
    writer = _writer()
    done = finished(
        framed(tuple(_with_sections(tuple(tokens), presentation)), presentation.table), presentation.mark
    )
    return str(writer.renderer.render(list(done), writer.options, {}))


def _set_apart(token: Token, presentation: Presentation) -> Token:
    """Isolate what is to be isolated, in one block; and mark what is untranslated in a block of HTML."""
    mark = presentation.mark
    is_left = "untranslated" in token.meta
    if token.type == "html_block":
        content = marked_html(token, mark) if mark and is_left else token.content
        return token.copy(content=isolated_html(content, presentation.isolate), meta={})
    if token.type == "inline" and not (is_left and mark.get("dir") == "ltr"):
        children = isolated(token.children or [], presentation.isolate)
        return token.copy(children=children) if len(children) > len(token.children or ()) else token
    return token


def _with_sections(tokens: Sequence[Token], presentation: Presentation) -> Iterator[Token]:
    """Give headings their ids, levels and links, and leave the title out."""
    sections = {(section.place[0], section.tag): section for section in presentation.sections}
    section: Section | None = None
    level = 0
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            section = sections.get((index + 1, None))
        if section and section.is_title:
            section = None if token.type == "heading_close" else section
        elif token.type == "heading_open":
            yield from _opened(token, section)
        elif (
            token.type == "inline" and section and section.tag is None and section.id in presentation.aliases
        ):
            places = Token("html_inline", "", 0, content=_places(section, presentation))
            yield token.copy(children=[places, *(token.children or ())])
        elif token.type == "heading_close":
            yield from _closed(token, section, tokens[index - 1], presentation)
            section = None
        elif token.type == "html_block":
            raw = (sections.get((index, number)) for number in count())
            content, level = _retagged(token.content, raw, level, presentation)
            yield token.copy(content=content)
        elif token.type == "inline" and any(child.type == "html_inline" for child in token.children or ()):
            raw = (sections.get((index, number)) for number in count())
            children: list[Token] = []
            for child in token.children or ():
                content, level = (
                    _retagged(child.content, raw, level, presentation)
                    if child.type == "html_inline"
                    else (child.content, level)
                )
                children.append(child.copy(content=content))
            yield token.copy(children=children)
        else:
            yield token


def _places(section: Section | None, presentation: Presentation) -> str:
    """The empty elements that have the further ids of a section."""
    others = presentation.aliases.get(section.id, ()) if section else ()
    return "".join(f'<span id="{escapeHtml(other)}"></span>' for other in others)


def _opened(token: Token, section: Section | None) -> Iterator[Token]:
    if section is None:
        yield token.copy(tag="div")
        return
    if not section.is_quoted:
        yield Token("div_open", "div", 1, {"class": "heading"}, block=True)
    yield token.copy(tag=f"h{section.level}", attrs={**token.attrs, "id": section.id})


def _closed(
    token: Token, section: Section | None, slot: Token, presentation: Presentation
) -> Iterator[Token]:
    yield token.copy(tag=f"h{section.level}" if section else "div")
    if section and not section.is_quoted:
        label = presentation.permalink(heading_text(slot.children or ()))
        link = (
            f'<a class="permalink" href="#{escapeHtml(section.id)}" aria-label="{escapeHtml(label)}"></a>\n'
        )
        yield Token("html_block", "", 0, content=link)
        yield Token("div_close", "div", -1, block=True)


def _retagged(
    html: str, sections: Iterator[Section | None], level: int, presentation: Presentation
) -> tuple[str, int]:
    """Give raw HTML the levels and ids of its headings.

    Args:
        html: the HTML.
        sections: the sections that its opening tags of headings begin, in order.
        level: that of the heading which is open before it; 0 for none.
        presentation: of which the further ids matter.

    Returns:
        The HTML, and the level of the heading which is open behind it.
    """
    done: list[str] = []
    position = 0
    for tag in tags(html):
        if not heading_level(tag):
            continue
        written = html[tag.start : tag.end]
        if not tag.is_closing:
            section = next(sections, None)
            level = section.level if section else level or 2
            written = changed(written, f"h{level}", section.id if section else None)
            written += _places(section, presentation)
        elif level:
            written = changed(written, f"h{level}")
            level = 0
        done += (html[position : tag.start], written)
        position = tag.end
    return "".join((*done, html[position:])), level


@cache
def _writer() -> MarkdownIt:
    writer = parser()
    writer.options["xhtmlOut"] = False
    return writer
