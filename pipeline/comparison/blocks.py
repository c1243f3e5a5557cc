"""The texts of a skeleton in reading order, those of a row of a table together, whether they are translated or not."""

from bisect import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, count, takewhile

from pipeline.markdown import Place, Skeleton, features, targets
from pipeline.markdown.tags import opening_tags
from pipeline.model import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A text, or a row of texts."""

    kind: Kind
    """What it is where it is no unit."""
    places: tuple[Place, ...]
    containers: tuple[int, ...]
    """The blocks around it that hold other blocks, outermost first, each by the index of its token."""
    table: int | None = None
    """The index of the table's token."""


def blocks(skeleton: Skeleton) -> Iterator[Block]:
    """Walk the texts, and the blocks of code."""
    containers: list[int] = []
    table: int | None = None
    for index, token in enumerate(skeleton.tokens):
        if token.type in {"table_open", "table_close"}:
            table = index if token.type == "table_open" else None
        # What a text fills, a paragraph or a heading, is no container.
        around = tuple(containers[:-1] if token.type == "inline" else containers)
        for kind, places in _texts(skeleton, index, table):
            yield Block(kind=kind, places=places, containers=around, table=table)
        if token.nesting > 0:
            containers.append(index)
        elif token.nesting < 0:
            containers.pop()


def _texts(skeleton: Skeleton, index: int, table: int | None) -> Iterator[tuple[Kind, tuple[Place, ...]]]:
    """What begins with a token: for each text, or row of texts, its kind and its places."""
    token = skeleton.tokens[index]
    if token.type == "tr_open":
        cells = takewhile(lambda each: skeleton.tokens[each].type != "tr_close", count(index))
        yield Kind.CELL, tuple((each,) for each in cells if skeleton.tokens[each].type == "inline")
    elif token.type == "inline" and table is None:
        is_heading = skeleton.tokens[index - 1].type == "heading_open"
        yield Kind.HEADING if is_heading else Kind.PARAGRAPH, ((index,),)
    elif token.type in {"fence", "code_block"}:
        yield Kind.PARAGRAPH, ((index,),)
    elif token.type == "html_block":
        for number, piece in enumerate(token.meta.get("pieces") or ()):
            if piece.text is not None:
                yield Kind.HTML, ((index, number),)


def seen(skeleton: Skeleton, place: Place) -> str:
    """Return what a reader sees in a place, without markup."""
    token = skeleton.tokens[place[0]]
    if token.type == "html_block":
        return str(token.meta["pieces"][place[1]].text)
    return features(token.content, skeleton.references).text if token.type == "inline" else token.content


def links(skeleton: Skeleton) -> Mapping[Place, tuple[str, ...]]:
    """Return where the links of each text lead, in its order, and then where its images come from.

    A link of an HTML block belongs to the text that follows its tag, and to the last text if none does.
    """
    found: dict[Place, tuple[str, ...]] = {}
    for index, token in enumerate(skeleton.tokens):
        if token.type == "inline":
            alone = Skeleton(tokens=(token,), references=skeleton.references)
            names = (reference.name for reference in targets(alone))
            found[(index,)] = (*names, *features(token.content, skeleton.references).images)
        elif token.type == "html_block" and token.meta.get("pieces"):
            pieces = token.meta["pieces"]
            ends = accumulate(len(piece.raw) for piece in pieces)
            texts = [(end, number) for number, end in enumerate(ends) if pieces[number].text is not None]
            for tag in opening_tags(token.content) if texts else ():
                if tag.name in {"a", "area"} and "href" in tag.attributes:
                    _, number = texts[min(bisect(texts, (tag.start, len(pieces))), len(texts) - 1)]
                    here = (index, number)
                    found[here] = (*found.get(here, ()), tag.attributes["href"])
    return found
