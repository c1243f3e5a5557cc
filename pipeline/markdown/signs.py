"""Rules for blocks are asked only where they may match: each begins with looks at a line that cost more than one at its first letter."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_Rule = Callable[[StateBlock, int, int, bool], bool]

SIGNS: Mapping[str, str] = {
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
    "container_admonition": ":",
}
"""The characters that a line begins with, behind its blanks, where a rule may match."""

_UNDERLINE = re.compile(r"[-=][ \t]*$", re.MULTILINE)
"""The end of a line that may make a heading of the paragraph above it."""


def ask_where_signs_are(md: MarkdownIt) -> None:
    """Have the rules for blocks asked only where they may match; what the parser finds is the same."""
    for rule in list(md.block.ruler.__rules__):
        if rule.name in SIGNS:
            md.block.ruler.at(rule.name, _with_sign(rule.fn, SIGNS[rule.name]), {"alt": rule.alt})
        elif rule.name == "table":
            md.block.ruler.at(rule.name, _above_a_sign(rule.fn, "|-:"), {"alt": rule.alt})
        elif rule.name == "lheading":
            md.block.ruler.at(rule.name, _if_underlined(rule.fn), {"alt": rule.alt})


def _with_sign(rule: _Rule, signs: str) -> _Rule:
    def try_rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser's own signature
        first = state.bMarks[line] + state.tShift[line]
        return state.src[first : first + 1] in signs and rule(state, line, end, silent)

    return try_rule


def _above_a_sign(rule: _Rule, signs: str) -> _Rule:
    """Look for a table only above a line that may part its head from its body."""

    def try_rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        if line + 1 >= end:
            return False
        first = state.bMarks[line + 1] + state.tShift[line + 1]
        return state.src[first : first + 1] in signs and rule(state, line, end, silent)

    return try_rule


def _if_underlined(rule: _Rule) -> _Rule:
    """Look for the underline of a heading only if the text has one at all: the rule asks all others about each line of a paragraph."""

    def try_rule(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        if _has_underline(state.src) or state.is_code_block(line):
            return rule(state, line, end, silent)
        state.parentType = "paragraph"  # as the rule leaves it where it finds nothing
        return False

    return try_rule


@lru_cache(maxsize=4)
def _has_underline(text: str) -> bool:
    """Whether a text may have a heading that is underlined: asked at each of its paragraphs."""
    return bool(_UNDERLINE.search(text))
