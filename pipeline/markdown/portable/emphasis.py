"""Bold and italic text whose marks every reader takes for the same: readers do not agree on what ``***`` is."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from pipeline.markdown.portable.nodes import UNTRANSLATED


def emphasized(kind: str, inside: Sequence[Token]) -> Iterator[Token]:
    """Put marks around text, without blanks at the inner sides of the marks and without the same marks inside.

    Italics at the ends of bold text have another mark, and instead of bold text alone in italics there are italics in bold
    text.

    Args:
        kind: ``em``, ``strong`` or ``s``: the type of the tokens, before ``_open`` and ``_close``.
        inside: the text, which may be changed in place.
    """
    inside = [one for one in inside if one.type not in {f"{kind}_open", f"{kind}_close"}]
    before, after = edges(inside)
    if not any(one.content.strip(" ") for one in inside if one.nesting == 0):
        yield from (_blank(before), *inside, _blank(after))
        return
    inside = [one for one in inside if one.type != "text" or one.content]
    ends = (inside[0].type, inside[-1].type)
    if kind == "em" and ends == ("strong_open", "strong_close") and _count(inside, "strong_open") == 1:
        inside, pairs = inside[1:-1], [_PAIRS["strong"], ("em", "em", "_")]
    else:
        inside, pairs = _apart(inside) if kind == "strong" else inside, [_PAIRS[kind]]
    yield _blank(before)
    for pair in pairs:
        yield Token(f"{pair[0]}_open", pair[1], 1, markup=pair[2])
    yield from inside
    for pair in reversed(pairs):
        yield Token(f"{pair[0]}_close", pair[1], -1, markup=pair[2])
    yield _blank(after)


def bold(text: Sequence[Token]) -> list[Token]:
    """Return a text that is bold throughout."""
    bare = [one for one in text if one.type not in {"strong_open", "strong_close"}]
    marks = [index for index, one in enumerate(bare) if one.type.startswith(f"{UNTRANSLATED}_")]
    inner = slice(1, -1) if marks == [0, len(bare) - 1] else slice(None)
    bare[inner] = [
        Token("strong_open", "strong", 1, markup="**"),
        *_apart(bare[inner]),
        Token("strong_close", "strong", -1, markup="**"),
    ]
    return bare


def edges(inside: Sequence[Token]) -> tuple[str, str]:
    """Take the blanks at the ends of tokens away, and return them."""
    texts = [one for one in inside if one.type in {"text", "code_inline"} and one.content]
    before = after = ""
    if texts and texts[0].type == "text" and texts[0].content.startswith(" "):
        before, texts[0].content = " ", texts[0].content.lstrip(" ")
    if texts and texts[-1].type == "text" and texts[-1].content.endswith(" "):
        after, texts[-1].content = " ", texts[-1].content.rstrip(" ")
    return before, after


def _blank(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _count(inside: Sequence[Token], kind: str) -> int:
    return sum(one.type == kind for one in inside)


def _apart(inside: Sequence[Token]) -> list[Token]:
    """Give italics at the ends of bold text another mark than its own, unless that would touch a word."""
    done = list(inside)
    for start, end in _italics(done):
        before, after = done[start - 1] if start else None, done[end + 1] if end + 1 < len(done) else None
        is_outer = before is None or after is None
        mark = "_" if is_outer and not (_touches(before, -1) or _touches(after, 0)) else "*"
        done[start], done[end] = done[start].copy(markup=mark), done[end].copy(markup=mark)
    return done


def _italics(inside: Sequence[Token]) -> Iterator[tuple[int, int]]:
    places = [index for index, one in enumerate(inside) if one.tag == "em"]
    return zip(places[::2], places[1::2], strict=True)


def _touches(neighbour: Token | None, index: int) -> bool:
    """Whether a mark beside a neighbour has no blank between them; at the end of the text, there is none to touch."""
    return neighbour is not None and neighbour.content[index:][:1] != " "


_PAIRS = {"em": ("em", "em", "*"), "strong": ("strong", "strong", "**"), "s": ("s", "s", "~~")}
"""The types of the tokens, their tags and their marks."""
