"""From a text block's content, as the author laid it out, to the text that translators see."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from pipeline.markdown.dialect import NESTING, VARIABLE, parser
from pipeline.markdown.inline import (
    BLANKS,
    References,
    deepest,
    inline,
    is_literal,
    is_settled,
    literal,
    settle,
    settled,
)


def fold(content: str, references: References) -> tuple[str, list[Token]]:
    """Return the folded text, and the tokens that it must come back as.

    Soft line breaks and runs of blanks become one space, a hard line break a newline, and a reference that
    leans on its own text (``[x]``, ``[x][]``) names its label (``[x][x]``), so that the text can be
    translated and the reference kept. Code, raw HTML, link targets and escapes stay as written.
    """
    # A soft line break is a blank; two blanks before it make it a hard one.
    if is_literal(content) or ("  \n" not in content and is_literal(content.replace("\n", " "))):
        return settled(content), literal(content)
    text = lightly_folded(content, references)
    return (text, inline(text, references)) if text is not None else parsed_fold(content, references)


def lightly_folded(content: str, references: References) -> str | None:
    """Return the folded text, where nothing is folded but soft line breaks; none where only the parser can tell."""
    if references:
        return None  # one of them may lean on its text
    if is_settled(content):
        return content
    text = content.replace("\n", " ")
    return text if is_settled(text) and not _HELD.search(content) else None


_HELD = re.compile(r"[\\`<{]|!\[|\]\([^)]*\n")
"""What may hold a line end in another way than text does: escapes, code, HTML, variables, images, and the titles of links."""


def parsed_fold(content: str, references: References) -> tuple[str, list[Token]]:
    """Return what `fold` does, by the parser."""
    edits: list[_Edit] = []
    container = _parser().parseInline(content, {"references": references, "edits": (content, edits)})[0]
    if deepest(container.children or []) > NESTING:
        text = BLANKS.sub(" ", content).strip(" ")
        return text, inline(text, references)
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.start < position:  # inside something that is kept whole
            continue
        before = BLANKS.sub(" ", content[position : edit.start])
        parts += (before.rstrip(" ") if edit.text in {" ", "\n"} else before, edit.text)
        position = edit.end
    parts.append(BLANKS.sub(" ", content[position:]))
    return "".join(parts).strip(" "), settle(
        container.children or [], line_end=Token("text", "", 0, content=" ")
    )


@dataclass(frozen=True, slots=True)
class _Edit:
    """What the folded text has in the place of a part of the content."""

    start: int
    end: int
    text: str


_Rule = Callable[[StateInline, bool], bool]
_Describe = Callable[[StateInline, int], _Edit]


def _watched(rule: _Rule, describe: _Describe) -> _Rule:
    """Wrap a rule of the inline parser so that `fold` learns where it matched."""

    def watch(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own signature
        start = state.pos
        matched = rule(state, silent)
        content, edits = state.env["edits"]
        # The text of an image is parsed on its own, with positions of its own.
        if matched and not silent and len(state.src) == len(content):
            edits.append(describe(state, start))
        return matched

    return watch


def _verbatim(state: StateInline, start: int) -> _Edit:
    return _Edit(start, state.pos, state.src[start : state.pos])


def _code(state: StateInline, start: int) -> _Edit:
    # CommonMark 6.1: a line end in a code span is a space.
    return _Edit(start, state.pos, state.src[start : state.pos].replace("\n", " "))


def _escape(state: StateInline, start: int) -> _Edit:
    text = state.src[start : state.pos]
    return _Edit(start, state.pos, "\n" if text.startswith("\\\n") else text)


def _line_end(state: StateInline, start: int) -> _Edit:
    before = start
    while before and state.src[before - 1] == " ":
        before -= 1
    return _Edit(before, state.pos, "\n" if start - before > 1 else " ")


def _target(state: StateInline, start: int) -> _Edit:
    """Keep what follows a link's text, and name the label of a collapsed or shortcut reference."""
    image = state.src[start] == "!"
    opening = start + image
    here = StateInline(state.src, state.md, state.env, [])
    here.pos = opening
    closing = state.md.helpers.parseLinkLabel(here, opening, not image)
    target = state.src[closing + 1 : state.pos]
    if target in {"", "[]"}:
        target = f"[{BLANKS.sub(' ', state.src[opening + 1 : closing])}]"
    return _Edit(closing + 1, state.pos, target.replace("\n", " "))


_WATCHED: Mapping[str, _Describe] = {
    VARIABLE: _verbatim,
    "newline": _line_end,
    "escape": _escape,
    "backticks": _code,
    "autolink": _verbatim,
    "html_inline": _verbatim,
    "link": _target,
    "image": _target,
}


@cache
def _parser() -> MarkdownIt:
    watching = parser()
    rules = {rule.name: rule.fn for rule in watching.inline.ruler.__rules__}
    for name, describe in _WATCHED.items():
        watching.inline.ruler.at(name, _watched(rules[name], describe))
    return watching
