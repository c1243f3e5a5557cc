"""The texts of a skeleton in reading order, those of a row of a table together, whether they are translated or not."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, takewhile

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


def led_to(skeleton: Skeleton, place: Place) -> tuple[str, ...]:
    """Return where the links of a text lead, in its order, and then where its images come from.

    A link of an HTML block belongs to the text that follows its tag, and to the last text if none does.
    """
    token = skeleton.tokens[place[0]]
    if token.type == "html_block":
        texts = [number for number, piece in enumerate(token.meta["pieces"]) if piece.text is not None]
        ends = [sum(len(piece.raw) for piece in token.meta["pieces"][: number + 1]) for number in texts]
        here = texts.index(place[1])
        start = ends[here - 1] if here else 0
        end = ends[here] if here + 1 < len(ends) else len(token.content)
        return tuple(
            tag.attributes["href"]
            for tag in opening_tags(token.content)
            if tag.name in {"a", "area"} and "href" in tag.attributes and start <= tag.start < end
        )
    if token.type != "inline":
        return ()
    alone = Skeleton(tokens=(token,), references=skeleton.references)
    links = (reference.name for reference in targets(alone))
    return (*links, *features(token.content, skeleton.references).images)
