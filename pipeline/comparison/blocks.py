"""The texts of a skeleton in reading order, those of a row of a table together, whether they are translated or not."""

from collections.abc import Iterator
from dataclasses import dataclass

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
    cells: list[Place] = []
    table: int | None = None
    for index, token in enumerate(skeleton.tokens):
        if token.type == "table_open":
            table = index
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield Block(kind=Kind.CELL, places=tuple(cells), containers=tuple(containers), table=table)
        elif token.type == "table_close":
            table = None
        elif token.type == "inline" and table is not None:
            cells.append((index,))
        elif token.type == "inline":
            tag = skeleton.tokens[index - 1].tag
            kind = Kind.HEADING if tag[1:].isdigit() else Kind.PARAGRAPH
            yield Block(kind=kind, places=((index,),), containers=tuple(containers))
        elif token.type in {"fence", "code_block"}:
            yield Block(kind=Kind.PARAGRAPH, places=((index,),), containers=tuple(containers))
        elif token.type == "html_block":
            pieces = enumerate(token.meta.get("pieces") or ())
            for place in ((index, number) for number, piece in pieces if piece.text is not None):
                yield Block(kind=Kind.HTML, places=(place,), containers=tuple(containers))
        elif token.nesting > 0 and token.type not in _LEAVES:
            containers.append(index)
        elif token.nesting < 0 and token.type.replace("_close", "_open") not in _LEAVES:
            containers.pop()


_LEAVES = {"paragraph_open", "heading_open", "thead_open", "tbody_open", "th_open", "td_open"}
"""What holds no other blocks, or is a part of a table."""


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
