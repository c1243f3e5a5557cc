"""A document as a flat list of blocks, with slots for text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markdown_it.token import Token

from pipeline.markdown.inline import References, inline


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place for one text."""

    index: int
    """Which one: what `Skeleton.fill` takes."""
    text: str
    """The folded text that the source has there."""
    block: str
    """The HTML tag of the block that holds it: ``p``, ``h1`` to ``h6``, ``th`` or ``td``."""
    line: int
    """The source's line, from 1."""
    bullet: str | None
    """The mark of the list item that it opens: ``- ``, ``1. ``."""
    containers: tuple[int, ...]
    """The list items and block quotes around it, outermost first, each by the index of its token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton:
    """Every token of type ``inline`` is a slot for one folded text; all others are structure.

    Tokens are shared between languages: none is ever changed in place.
    """

    tokens: tuple[Token, ...]
    references: References

    def slots(self) -> Iterator[Slot]:
        """Walk the slots that hold text, in the order of the source."""
        containers: list[int] = []
        for index, token in enumerate(self.tokens):
            if token.type in _CONTAINERS and token.nesting == 1:
                containers.append(index)
            elif token.type in _CONTAINERS and token.nesting == -1:
                containers.pop()
            elif token.type == "inline" and token.content:
                block, around = self.tokens[index - 1], self.tokens[index - 2]
                yield Slot(
                    index=index,
                    text=token.content,
                    block=block.tag,
                    line=token.map[0] + 1 if token.map else 1,
                    bullet=_bullet(around) if around.type == "list_item_open" else None,
                    containers=tuple(containers),
                )

    def fill(self, texts: Mapping[int, str], *, untranslated: Iterable[int] = ()) -> "Skeleton":
        """Return a copy with other texts in some slots.

        Args:
            texts: folded texts, by the index of their slot.
            untranslated: slots whose text is not in the language of the copy; the HTML writer marks them.
        """
        tokens = list(self.tokens)
        for slot, text in texts.items():
            tokens[slot] = tokens[slot].copy(content=text, children=inline(text, self.references))
        for slot in untranslated:
            tokens[slot] = tokens[slot].copy(meta={**tokens[slot].meta, "untranslated": True})
        return Skeleton(tokens=tuple(tokens), references=self.references)


_CONTAINERS = {"list_item_open", "list_item_close", "blockquote_open", "blockquote_close"}


def _bullet(item: Token) -> str:
    return f"{item.info}{item.markup} "
