"""The sections of a page: for each heading of the source its id and its level, which are the same in every language."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from pipeline.markdown.dialect import DIRECTIVE
from pipeline.markdown.headings import Heading, headings
from pipeline.markdown.outline import ids, names
from pipeline.markdown.skeleton import Place, Skeleton
from pipeline.markdown.tags import Text, parts

RESERVED = frozenset({"_contents", "_languages", "_main", "_notices"})
"""The ids that a page has outside the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What a page makes of one heading."""

    place: Place
    """The heading's slot; for raw HTML, the block or the slot in which its tag stands."""
    tag: int | None = None
    """For raw HTML: which of the opening tags of headings in that block or slot, from 0."""
    id: str
    level: int
    """1 for the title; 2 to 6 in the body, where no level is skipped."""
    text: str
    """The source's heading without markup."""
    is_quoted: bool = False
    """Whether it stands in a block quote, and belongs to another document."""
    is_title: bool = False
    """Whether it is the title of the document, which stands above the body and not in it."""


def sections(skeleton: Skeleton, title: str) -> tuple[Section, ...]:
    """Return the sections of a document, in its order. A heading of Markdown that says nothing makes none.

    Args:
        skeleton: the body in the language of the source.
        title: the document's title. If the body begins with a heading of just these words, that is the title.
    """
    found = [heading for heading in headings(skeleton) if heading.tag is not None or heading.text.strip()]
    first = _first(skeleton)
    return tuple(
        Section(
            place=heading.place,
            tag=heading.tag,
            id=name,
            level=1 if is_title else level,
            text=heading.text,
            is_quoted=heading.is_quoted,
            is_title=is_title,
        )
        for heading, name, (is_title, level) in zip(
            found, _ids(skeleton, found), _levels(found, first, title), strict=True
        )
    )


def _first(skeleton: Skeleton) -> int | None:
    """The slot of the heading with which the body begins, if it does; what shows nothing may stand before it."""
    for index, token in enumerate(skeleton.tokens):
        if token.type == "heading_open":
            return index + 1
        if not _shows_nothing(token):
            return None
    return None


def _shows_nothing(token: Token) -> bool:
    return token.type == DIRECTIVE or (
        token.type == "html_block"
        and all(isinstance(part, Text) and not part.raw.strip() for part in parts(token.content))
    )


def _levels(found: Sequence[Heading], first: int | None, title: str) -> Iterator[tuple[bool, int]]:
    """Whether each heading is the title, and its level in the body.

    What is quoted is below the section that quotes it, and leaves the levels of the document's own sections alone.
    """
    own: list[int] = []
    quoted: list[int] = []
    for heading in found:
        if heading.tag is None and heading.place == (first,) and _same(heading.text, title):
            yield True, 1
            continue
        if not heading.is_quoted:
            quoted = []
        above = quoted if heading.is_quoted else own
        while above and above[-1] >= heading.level:
            above.pop()
        yield False, min(2 + len(own) + len(quoted), 6)
        above.append(heading.level)


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _ids(skeleton: Skeleton, found: Sequence[Heading]) -> Iterator[str]:
    """The ids of headings: the author's own, else their words; numbered where another place has it."""
    own = [heading.id for heading in found if heading.id]
    others = Counter(place.name for place in ids(skeleton)) - Counter(own)
    used = {*others, *RESERVED}
    taken = {*used, *own, *(place.name for place in names(skeleton))}
    numbers: Counter[str] = Counter()
    for heading in found:
        name = heading.id if heading.id and heading.id not in used else None
        base = heading.id or _slug(heading.text)
        if name is None:
            name = base
            while name in taken:
                numbers[base] += 1
                name = f"{base}-{numbers[base]}"
        used.add(name)
        taken.add(name)
        yield name


def _slug(text: str) -> str:
    """What GitHub makes of a heading: its letters in small, digits and marks of any script, with hyphens for blanks."""
    kept = "".join("-" if one == " " else one for one in text.lower() if one in " -" or _is_word(one))
    return kept if _has_word(kept) else "section"


def _is_word(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LMN" or category == "Pc"


def _has_word(characters: Iterable[str]) -> bool:
    return any(unicodedata.category(one)[0] in "LN" for one in characters)
