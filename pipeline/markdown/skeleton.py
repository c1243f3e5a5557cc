"""A document as a flat list of blocks, with slots for text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from markdown_it.token import Token

from pipeline.markdown.dialect import ADMONITION, DIRECTIVE, NESTING
from pipeline.markdown.html_text import Piece
from pipeline.markdown.inline import References, inline

Place = tuple[int, ...]
"""Which slot: the index of its token and, inside an HTML block, the index of its piece."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place for one text."""

    place: Place
    text: str
    """The folded text that the source has there."""
    block: str
    """The HTML tag of the block that holds it: ``p``, ``h1`` to ``h6``, ``th`` or ``td``; empty for text of an HTML
    block, which is plain text."""
    line: int
    """The source's line, from 1."""
    bullet: str | None = None
    """The mark of the list item that it opens: ``- ``, ``1. ``."""
    is_title: bool = False
    """Whether it is the title of an admonition, which is one line."""
    marks: tuple[str, str] = ("", "")
    """What stands before and after the text in its block and is no part of it: ``[x] ``, `` {#id}``."""
    containers: tuple[int, ...]
    """The list items, block quotes and admonitions around it, outermost first, each by the index of its token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A block without slots that a reader of the source must know of."""

    kind: str
    """``directive``, and ``misplaced`` for one that is not obeyed; ``html`` for a block that cannot be taken apart; ``code`` for an indented code block; ``title`` for
    that of a link reference definition."""
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton:
    """Every token of type ``inline`` is a slot for one folded text; all others are structure.

    Tokens are shared between languages: none is ever changed in place.
    """

    tokens: tuple[Token, ...]
    references: References

    def too_deep(self) -> int | None:
        """The line of the first container so deep that the parser left out what is inside."""
        deep = (token for token in self.tokens if token.type in _OPENING and token.level >= NESTING - 1)
        return next(map(_line, deep), None)

    def walk(self) -> Iterator[Slot | Aside]:
        """Walk what holds text, in the order of the source."""
        containers: list[int] = []
        for index, token in enumerate(self.tokens):
            if token.type in _OPENING:
                containers.append(index)
            elif token.type in _CLOSING:
                containers.pop()
            elif token.type == "inline":
                if "<!--" in token.content:
                    yield from _misplaced(token, token.children or ())
                if _WORD.match(token.content) or _says_something(token.children or ()):
                    yield self._slot(index, token, tuple(containers))
            elif token.type == "html_block":
                yield from _misplaced(token, (token,))
                yield from _html_slots(index, token, tuple(containers))
            elif token.type in _ASIDES:
                yield Aside(kind=_ASIDES[token.type], text=token.content, line=_line(token))

    def slots(self) -> Iterator[Slot]:
        """Walk the slots that hold text, in the order of the source."""
        return (item for item in self.walk() if isinstance(item, Slot))

    def titles(self) -> Iterator[Aside]:
        """Walk the titles of link reference definitions, which are no slots."""
        for label, reference in self.references.items():
            if reference.get("title"):
                line = reference["map"][0] + 1 if reference.get("map") else 1
                yield Aside(kind="title", text=f"{label}: {reference['title']}", line=line)

    def fill(self, texts: Mapping[Place, str], *, untranslated: Iterable[Place] = ()) -> "Skeleton":
        """Return a copy with other texts in some slots.

        Args:
            texts: folded texts, by the place of their slot.
            untranslated: slots whose text is not in the language of the copy; the HTML writer marks them.
        """
        tokens = list(self.tokens)
        pieces: dict[int, dict[int, str]] = {}
        for (index, *piece), text in texts.items():
            if piece:
                pieces.setdefault(index, {})[piece[0]] = text
            else:
                tokens[index] = _refilled(tokens[index], text, inline(text, self.references))
        for index, filled in pieces.items():
            tokens[index] = _filled(tokens[index], filled)
        left: dict[int, set[int]] = {}
        for index, *piece in untranslated:
            left.setdefault(index, set()).update(piece)
        for index, numbers in left.items():
            tokens[index] = tokens[index].copy(meta={**tokens[index].meta, "untranslated": numbers})
        return Skeleton(tokens=tuple(tokens), references=self.references)

    def _slot(self, index: int, token: Token, containers: tuple[int, ...]) -> Slot:
        block, around = self.tokens[index - 1], self.tokens[index - 2]
        return Slot(
            place=(index,),
            text=token.content,
            block=block.tag,
            line=_line(token),
            bullet=f"{around.info}{around.markup} " if around.type == "list_item_open" else None,
            is_title=bool(block.meta.get("title")),
            marks=token.meta.get("marks", ("", "")),
            containers=containers,
        )


_OPENING = {"list_item_open", "blockquote_open", f"{ADMONITION}_open"}
_CLOSING = {"list_item_close", "blockquote_close", f"{ADMONITION}_close"}
_ASIDES = {DIRECTIVE: "directive", "code_block": "code"}


def _says_something(children: Iterable[Token]) -> bool:
    """Whether there is anything to translate: not only variables, tags, line breaks and nameless images."""
    return any(
        (child.type == "text" and child.content.strip(" "))
        or child.type == "code_inline"
        or (child.type == "image" and (child.children or child.attrs.get("title")))
        for child in children
    )


_WORD = re.compile(r"[^\W_]")
"""At its beginning a text that says something, for no markup begins with it."""

_MISPLACED = re.compile(r"<!--\s*i18n\b", re.IGNORECASE)


def _misplaced(block: Token, parts: Iterable[Token]) -> Iterator[Aside]:
    """Find comments that look like directives, but stand where none is obeyed."""
    for part in parts:
        if part.type in {"html_inline", "html_block"} and _MISPLACED.search(part.content):
            yield Aside(kind="misplaced", text=part.content, line=_line(block))


def _html_slots(index: int, token: Token, containers: tuple[int, ...]) -> Iterator[Slot | Aside]:
    pieces: tuple[Piece, ...] | None = token.meta.get("pieces")
    line = _line(token)
    if pieces is None:
        yield Aside(kind="html", text=token.content, line=line)
        return
    for number, piece in enumerate(pieces):
        if piece.text is not None:
            yield Slot(place=(index, number), text=piece.text, block="", line=line, containers=containers)
        line += piece.raw.count("\n")


def _refilled(slot: Token, text: str, children: list[Token]) -> Token:
    """A slot with another text; the library's own copy takes four times as long."""
    return Token(
        slot.type,
        slot.tag,
        slot.nesting,
        slot.attrs,
        slot.map,
        slot.level,
        children,
        text,
        slot.markup,
        slot.info,
        slot.meta,
        slot.block,
        slot.hidden,
    )


def _filled(block: Token, texts: Mapping[int, str]) -> Token:
    """An HTML block with other texts in some of its pieces."""
    pieces = tuple(
        replace(piece, raw=piece.fill(texts[number])) if number in texts else piece
        for number, piece in enumerate(block.meta["pieces"])
    )
    content = "".join(piece.raw for piece in pieces)
    return block.copy(content=content, meta={**block.meta, "pieces": pieces})


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1
