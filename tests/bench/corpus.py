"""The corpus: policies of about 8 KB, their translations, and an edit, the same bytes for the same seed."""

import random
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tests.bench import messages, vocabulary

_WIDTH = 88
"""Of lines, where an author breaks them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A text and the markup about it; without text, markup alone."""

    before: str = ""
    text: str = ""
    """On one line."""
    after: str = "\n"
    wrapped: str | None = None
    """What the further lines begin with, where the author breaks lines; or nothing, if the text stands on one line."""
    prose: bool = False
    """Whether the text is whole sentences without markup, which an edit changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A document as its pieces, from which the source and every translation are written."""

    name: str
    """Of the file, without its suffix."""
    pieces: tuple[Piece, ...]

    @property
    def units(self) -> int:
        """How many texts there are."""
        return sum(bool(piece.text) for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """How an author writes."""

    wraps: bool
    """Whether lines are broken."""
    spaces: bool
    """Whether a list has a blank line before it, and a broken line has a backslash rather than two spaces."""

    def wrapped(self, indentation: str = "") -> str | None:
        """What further lines begin with, if lines are broken."""
        return indentation if self.wraps else None


def policies(seed: int, count: int) -> tuple[Policy, ...]:
    """Return as many different policies."""
    return tuple(_policy(random.Random(f"{seed} {number}"), number) for number in range(count))  # noqa: S311


def markdown(policy: Policy, say: Callable[[str], str] = str) -> str:
    """Return the file of a policy; in another language, if ``say`` translates."""
    return "".join(
        f"{piece.before}{_laid_out(piece, say(piece.text))}{piece.after}" for piece in policy.pieces
    )


def edited(seed: int, before: Sequence[Policy], *, share: float) -> tuple[Policy, ...]:
    """Return the policies with a share of all units changed, and at least one; only prose is changed."""
    rng = random.Random(f"{seed} edit")  # noqa: S311 - the same edit in each run
    places = [
        (row, column)
        for row, policy in enumerate(before)
        for column, piece in enumerate(policy.pieces)
        if piece.prose
    ]
    wanted = max(1, round(share * sum(policy.units for policy in before)))
    rows = [list(policy.pieces) for policy in before]
    for row, column in sorted(rng.sample(places, min(wanted, len(places)))):
        piece = rows[row][column]
        rows[row][column] = replace(piece, text=_changed(rng, piece.text))
    return tuple(replace(policy, pieces=tuple(pieces)) for policy, pieces in zip(before, rows, strict=True))


def _changed(rng: random.Random, text: str) -> str:
    while (after := messages.edited_text(rng, text)) == text:
        pass
    return after


def _laid_out(piece: Piece, text: str) -> str:
    if piece.wrapped is None:
        return text
    width = _WIDTH - len(piece.wrapped)
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return f"\n{piece.wrapped}".join(lines)


def _policy(rng: random.Random, number: int) -> Policy:
    title = f"{rng.choice(vocabulary.PRODUCTS)} {rng.choice(vocabulary.KINDS)}"
    style = _Style(wraps=rng.random() < 0.4, spaces=rng.random() < 0.5)
    pieces = [
        Piece(before="---\nid: policy-", after=f"{number:05}\n"),
        Piece(before="title: ", text=title),
        Piece(before="description: ", text=f"{title} of NexCloud"),
        Piece(before='effective: 2021-04-05\nversion: "1.0"\n---\n', after=""),
        *_paragraph(rng, style),
        *_paragraph(rng, style, linked=True),
    ]
    for place, heading in enumerate(rng.sample(vocabulary.HEADINGS, 8), start=1):
        pieces += _section(rng, f"{place}. {heading}", place, style)
    return Policy(name=f"policy-{number:05}", pieces=(*pieces, *_contact(style)))


def _section(rng: random.Random, heading: str, place: int, style: _Style) -> Sequence[Piece]:
    """A heading with two paragraphs, and lists, a table or a quotation by turns."""
    pieces = [Piece(before="\n## ", text=heading), *_paragraph(rng, style)]
    match place % 5:
        case 1:
            pieces += _list(rng, style)
        case 2:
            pieces += [Piece(before="\n### ", text=rng.choice(vocabulary.SUBHEADINGS)), *_table(rng, style)]
        case 3:
            pieces += _steps(rng, style)
        case 4:
            pieces.append(Piece(before="\n> ", text=messages.sentence(rng), prose=True))
        case _:
            pieces += [
                Piece(before="\n### ", text=rng.choice(vocabulary.SUBHEADINGS)),
                *_paragraph(rng, style),
                Piece(before="\n---\n", after=""),
            ]
    return [*pieces, *_paragraph(rng, style, linked=rng.random() < 0.5)]


def _paragraph(rng: random.Random, style: _Style, *, linked: bool = False) -> Sequence[Piece]:
    """One to three sentences, or one with a link and strong words."""
    text = " ".join(messages.sentence(rng) for _ in range(rng.choice((1, 2, 2, 3))))
    if linked:
        words, target = rng.choice(vocabulary.LINKS)
        strong = rng.choice(vocabulary.ITEMS)
        text = f"{text} This includes **{strong}** as described in the [{words}]({target})."
    return [Piece(before="\n", text=text, wrapped=style.wrapped(), prose=not linked)]


def _list(rng: random.Random, style: _Style) -> Sequence[Piece]:
    """A list behind its introduction, with a list in its second item."""
    items = rng.sample(vocabulary.ITEMS, 6)
    return [
        Piece(before="\n", text=rng.choice(vocabulary.INTRODUCTIONS), after="\n\n" if style.spaces else "\n"),
        Piece(before="- ", text=items[0]),
        Piece(before="- ", text=f"*{items[1]}*:"),
        Piece(before="  - ", text=items[2]),
        Piece(before="  - ", text=messages.sentence(rng), prose=True, wrapped=style.wrapped("    ")),
        Piece(before="- ", text=messages.sentence(rng), prose=True, wrapped=style.wrapped("  ")),
        Piece(before="- ", text=f"`{rng.choice(('session_id', 'consent', 'locale'))}`, for {items[3]}"),
        Piece(before="- ", text=items[4]),
    ]


def _steps(rng: random.Random, style: _Style) -> Sequence[Piece]:
    """A numbered list with a paragraph in its second item."""
    indented = style.wrapped("   ")
    return [
        Piece(before="\n", text=rng.choice(vocabulary.INTRODUCTIONS), after="\n\n" if style.spaces else "\n"),
        Piece(before="1. ", text=messages.sentence(rng), prose=True, wrapped=indented),
        Piece(before="2. ", text=messages.sentence(rng), prose=True, wrapped=indented),
        Piece(before="\n   ", text=messages.sentence(rng), prose=True, wrapped=indented, after="\n\n"),
        Piece(before="3. ", text=messages.sentence(rng), prose=True, wrapped=indented),
    ]


def _table(rng: random.Random, style: _Style) -> Sequence[Piece]:
    """A table of three columns and four rows; of some authors, in a list item."""
    indented = "" if style.spaces else "  "
    pieces = [] if style.spaces else [Piece(before="\n- ", text=rng.choice(vocabulary.INTRODUCTIONS))]
    pieces.append(Piece(after="\n"))
    pieces += _row(rng.choice(vocabulary.TABLE_HEADS), indented)
    pieces.append(Piece(before=f"{indented}| --- | :---: | --- |\n", after=""))
    for _ in range(4):
        first, second = rng.sample(vocabulary.CELLS, 2)
        pieces += _row((first, second, f"{rng.randint(2, 36)} months"), indented)
    return pieces


def _row(cells: Sequence[str], indented: str) -> Sequence[Piece]:
    begins = (f"{indented}| ", *(["| "] * (len(cells) - 1)))
    ends = (*([" "] * (len(cells) - 1)), " |\n")
    return [Piece(before=a, text=text, after=b) for a, text, b in zip(begins, cells, ends, strict=True)]


def _contact(style: _Style) -> Sequence[Piece]:
    """The last section, with an address whose lines are broken by hand."""
    lines = (
        "NexCloud, Department for Privacy",
        "Second floor, Market Street 28",
        "E-mail: <privacy@nexcloud.example>",
    )
    return [
        Piece(before="\n## ", text="9. Contact"),
        Piece(before="\n", text="Questions about this Policy are answered by our data protection officer:"),
        Piece(before="\n", text=("\\\n" if style.spaces else "  \n").join(lines)),
    ]
