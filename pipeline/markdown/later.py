"""A slot whose text is parsed when somebody asks what it is made of: catalogs need the text alone, and never ask."""

from markdown_it.token import Token

from pipeline.markdown.inline import inline

_CHILDREN = vars(Token)["children"]
"""Where the library keeps what a token is made of."""


class Later(Token):
    """A token of type ``inline``, of which no link leans on a definition elsewhere; whoever looks at it sees its children."""

    __slots__ = ()

    @property
    def children(self) -> list[Token]:
        """What the text is made of."""
        found: list[Token] | None = _CHILDREN.__get__(self)
        if found is None:
            found = inline(self.content, {})
            _CHILDREN.__set__(self, found)
        return found

    @children.setter
    def children(self, children: list[Token] | None) -> None:
        _CHILDREN.__set__(self, children)


def later(slot: Token, text: str) -> Later:
    """Return a slot with its folded text, not yet parsed."""
    return Later(
        slot.type,
        slot.tag,
        slot.nesting,
        map=slot.map,
        level=slot.level,
        content=text,
        meta=slot.meta,
        block=slot.block,
    )
