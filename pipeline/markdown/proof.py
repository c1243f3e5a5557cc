"""What was written is read again: a text that would come back different is never published."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from markdown_it.token import Token

from pipeline.markdown.alike import alike
from pipeline.markdown.html import html
from pipeline.markdown.inline import References, inline
from pipeline.markdown.parse import LONGEST, parse
from pipeline.markdown.plain_text import is_line, is_plain
from pipeline.markdown.skeleton import Skeleton
from pipeline.markdown.write import markdown, write_inline


def comes_back(skeleton: Skeleton, written: str) -> bool:
    """Whether Markdown reads back to the same HTML as the skeleton that it was written from."""
    read = parse(written, longest=_LONGEST_WRITTEN)
    return alike(read, skeleton) or html(read) == html(skeleton)


_LONGEST_WRITTEN = 10 * LONGEST
"""Escapes and entities make a text longer than it was."""


def survives(text: str, block: str, references: References) -> bool:
    """Whether one folded text, alone in a block of that HTML tag (``p``, ``h1`` to ``h6``, ``th``, ``td``), comes back."""
    if is_plain(text, block):
        return True
    return _survives_alone(text, block) if not references else proved(text, block, references)


def is_written_as_it_is(text: str, block: str) -> bool:
    """Whether the writer changes nothing of a text on one line, which then is read again as it was read before."""
    return is_line(text, block) and write_inline(inline(text, {}), {}) == text


@lru_cache(maxsize=1 << 11)
def _survives_alone(text: str, block: str) -> bool:
    """The same for a text that no definition of a link can change; it is proved once, wherever it stands."""
    return is_written_as_it_is(text, block) or proved(text, block, {})


def proved(text: str, block: str, references: References) -> bool:
    """Return what `survives` does, by writing the text in its block and reading it."""
    tokens = tuple(Token(*shape, block=True) for shape in _SHELLS[block])
    slot = next(index for index, token in enumerate(tokens) if token.type == "inline")
    tokens[slot].children = []
    skeleton = Skeleton(tokens=tokens, references=references).fill({(slot,): text})
    return comes_back(skeleton, markdown(skeleton))


_Shape = tuple[str, str, Any]


def _shell(*blocks: tuple[str, str]) -> Sequence[_Shape]:
    opened: list[_Shape] = [(f"{name}_open", tag, 1) for name, tag in blocks]
    closed: list[_Shape] = [(f"{name}_close", tag, -1) for name, tag in reversed(blocks)]
    return (*opened, ("inline", "", 0), *closed)


_SHELLS: Mapping[str, Sequence[_Shape]] = {
    "p": _shell(("paragraph", "p")),
    **{
        tag: _shell(("table", "table"), ("thead", "thead"), ("tr", "tr"), ("th", "th"))
        for tag in ("th", "td")
    },
    **{f"h{level}": _shell(("heading", f"h{level}")) for level in range(1, 7)},
}
