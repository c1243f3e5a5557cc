"""The dialect: CommonMark and GFM, with what policies and documentation sites add to it.

GFM gives tables, strikethrough and autolinks (task lists are found in `parse`). Variables (``{{ name }}``) and Liquid
tags are kept whole. Admonitions (``:::note``) are blocks. Emphasis works beside Chinese, Japanese and Korean letters,
where CommonMark's rule for its marks, made for languages with blanks between words, fails.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from pipeline.markdown.signs import ask_where_signs_are

ADMONITION = "container_admonition"
"""The type of an admonition's tokens, before ``_open`` and ``_close``."""

DIRECTIVE = "directive"
"""The type of a block that only speaks to this program, and shows nothing."""

VARIABLE = "variable"
"""The type of a placeholder in text."""

NESTING = 100
"""How deep blocks may nest before the parser gives up on what is inside."""

MARKUP = re.compile(
    r"""
    [\n!&*:<@\[\\\]_`wW{~]
    (?:
        (?<![!:wW])
      | (?<=!)(?=\[)    # an image
      | (?<=[opsOPS]:)  # http:, https:, mailto:, xmpp:
      | (?<=[wW])(?=[wW]{2}\.)
    )
    """,
    re.VERBOSE,
)
"""Where a rule of the inline parser may match: none does at another character, and the writer escapes none."""

_PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_CLOSING = {"{{": "}}", "{%": "%}"}
_ADMONITION = re.compile(r"\s*[A-Za-z]")
_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff]"
)
"""Letters of scripts that put no blank between a word and what follows it."""


def parser() -> MarkdownIt:
    """Return a new parser for the dialect."""
    md = MarkdownIt("commonmark", {"store_labels": True, "maxNesting": NESTING})
    md.enable(["table", "strikethrough"])
    md.use(gfm_autolink_plugin)
    md.use(container_plugin, name="admonition", validate=_is_admonition, render=RendererHTML.renderToken)
    md.inline.ruler.before("escape", VARIABLE, _variable)
    md.inline.ruler.at("emphasis", _emphasis)
    for rule in [rule for rule in md.inline.ruler.__rules__ if rule.name in {"link", "image"}]:
        md.inline.ruler.at(rule.name, _if_closed(rule.fn))
    protocol = next(rule for rule in md.inline.ruler.__rules__ if rule.name == "gfm_autolink_protocol")
    md.inline.ruler.at(protocol.name, _after_a_protocol(protocol.fn))
    md.inline.terminator_re = MARKUP  # the library's own stops at each w, colon and hyphen, too
    ask_where_signs_are(md)
    md.add_render_rule(VARIABLE, _render_variable)
    md.add_render_rule("image", _render_image)
    md.normalizeLink = _keeping_variables(md.normalizeLink)  # type: ignore[method-assign]
    return md


def _is_admonition(info: str, _marks: str) -> bool:
    return bool(_ADMONITION.match(info))


def _variable(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own signature
    closing = _CLOSING.get(state.src[state.pos : state.pos + 2])
    if not closing or state.src.find(closing, state.pos, state.posMax) < 0:
        return False  # at once: the pattern would look for the end from each of a thousand beginnings
    match = _PLACEHOLDER.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push(VARIABLE, "", 0).content = match[0]
    state.pos = match.end()
    return True


def _if_closed(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """Try a link or an image only where a bracket closes at all: looking for it from each of many is slow."""

    def try_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        return state.src.find("]", state.pos, state.posMax) >= 0 and rule(state, silent)

    return try_rule


def _after_a_protocol(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """Try a bare address only behind the name of a protocol: the rule itself searches all the text before each colon."""

    def try_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        before = state.src[max(state.pos - len("mailto"), 0) : state.pos].lower()
        return before.endswith(("http", "https", "mailto", "xmpp")) and rule(state, silent)

    return try_rule


def _emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Offer a run of ``*`` or ``_`` as opening and closing marks.

    CommonMark 6.2 does not let a run close after punctuation and before a letter: it takes ``**법(법)**은`` for text.
    Here a run of ``*`` also opens after a letter of `_CJK`, and closes before one.
    """
    marker = state.src[state.pos]
    if silent or marker not in {"*", "_"}:
        return False
    run = state.scanDelims(state.pos, marker == "*")
    before = state.src[state.pos - 1 : state.pos]
    after = state.src[state.pos + run.length : state.pos + run.length + 1]
    can_open = run.can_open or (marker == "*" and bool(after.strip()) and bool(_CJK.match(before)))
    can_close = run.can_close or (marker == "*" and bool(before.strip()) and bool(_CJK.match(after)))
    for _ in range(run.length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(
            Delimiter(
                marker=ord(marker),
                length=run.length,
                token=len(state.tokens) - 1,
                end=-1,
                open=can_open,
                close=can_close,
            )
        )
    state.pos += run.length
    return True


def _keeping_variables(normalize: Any) -> Any:  # noqa: ANN401 - a method of the parser, of the parser's own type
    def normalize_link(url: str) -> str:
        return "".join(
            part if _PLACEHOLDER.fullmatch(part) else normalize(part)
            for part in re.split(f"({_PLACEHOLDER.pattern})", url)
        )

    return normalize_link


def _render_variable(
    _self: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    _options: Mapping[str, Any],
    _env: Any,  # noqa: ANN401
) -> str:
    return escapeHtml(tokens[index].content)


def _render_image(
    self: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: Any,  # noqa: ANN401
    env: Any,  # noqa: ANN401
) -> str:
    """Render a copy of an image, since the library writes its text into its attributes, and tokens are shared."""
    image = tokens[index]
    return RendererHTML.image(self, [image.copy(attrs={**image.attrs})], 0, options, env)
