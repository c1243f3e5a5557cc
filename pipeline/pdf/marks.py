"""Marks above and below letters, whose text Typst writes twice into a PDF."""

import zlib
from collections.abc import Iterator, Mapping, Sequence

import pikepdf

Instructions = Sequence[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage]
"""The content of a page, in order."""

Fonts = Mapping[str, frozenset[int] | None]
"""By the name of a font on a page: its glyphs that take room; none if that is not known."""


def text_once(pdf: pikepdf.Pdf) -> bool:
    """Let each letter with its marks be read once, in place; return whether anything had to change.

    Typst sets a mark that is raised or lowered as a piece of text of its own, and gives the letter and the mark the text of
    both: whoever copies or listens to ``تُ`` gets ``تُتُ``. So the text of a piece that only has glyphs without a width is
    replaced by none (``ActualText``, ISO 32000-1, 14.9.4).
    """
    changed = False
    for page in pdf.pages:
        fonts = _fonts(page)
        if any(room is not None for room in fonts.values()):
            before = pikepdf.parse_content_stream(page)
            after = list(_once(before, fonts))
            if len(after) > len(before):
                replace_content(pdf, page, after)
                changed = True
    return changed


def replace_content(pdf: pikepdf.Pdf, page: pikepdf.Page, instructions: Instructions) -> None:
    """Give a page new content."""
    content = zlib.compress(pikepdf.unparse_content_stream(instructions))
    page.Contents = pdf.make_stream(content, Filter=pikepdf.Name.FlateDecode)


def _once(
    instructions: Instructions, fonts: Fonts
) -> Iterator[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage]:
    """The instructions of a page, with an empty text around each text object that only has marks."""
    place = 0
    while place < len(instructions):
        if str(instructions[place].operator) != "BT":
            yield instructions[place]
            place += 1
            continue
        end = next(at for at in range(place, len(instructions)) if str(instructions[at].operator) == "ET")
        inside = instructions[place + 1 : end]
        yield instructions[place]
        if _only_marks(inside, fonts):
            yield pikepdf.ContentStreamInstruction([pikepdf.Name.Span, _nothing()], pikepdf.Operator("BDC"))
            # A text within would be read before the one around it.
            yield from (one for one in inside if str(one.operator) not in {"BDC", "BMC", "EMC"})
            yield pikepdf.ContentStreamInstruction([], pikepdf.Operator("EMC"))
        else:
            yield from inside
        yield instructions[end]
        place = end + 1


def _nothing() -> pikepdf.Dictionary:
    return pikepdf.Dictionary(ActualText=pikepdf.String(""))


def _only_marks(instructions: Instructions, fonts: Fonts) -> bool:
    """Whether a text object shows glyphs, and none that takes room."""
    room: frozenset[int] | None = None
    shown = False
    for instruction in instructions:
        operands = instruction.operands
        match str(instruction.operator):
            case "Tf":
                room = fonts.get(str(operands[0]))
            case "Tj" | "TJ":
                for glyph in _glyphs(operands[0]):
                    if room is None or glyph in room:
                        return False
                    shown = True
    return shown


def _glyphs(operand: pikepdf.Object) -> Iterator[int]:
    """The glyphs of a string, or of the strings of an array, two bytes each (Identity-H)."""
    for part in operand if isinstance(operand, pikepdf.Array) else [operand]:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            yield from (int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2))


def _fonts(page: pikepdf.Page) -> Fonts:
    fonts = page.resources.get("/Font", pikepdf.Dictionary())
    return {
        name: _room(font.DescendantFonts[0]) for name, font in fonts.items() if "/DescendantFonts" in font
    }


def _room(font: pikepdf.Object) -> frozenset[int] | None:
    """The glyphs with a width in a font's ``W``; none if others have one, too (ISO 32000-1, 9.7.4.3)."""
    if int(font.get("/DW", 1000)) != 0:
        return None
    found: set[int] = set()
    entries = list(font.get("/W", pikepdf.Array()))
    while entries:
        first, second, *rest = entries
        if isinstance(second, pikepdf.Array):
            found |= {int(first) + at for at, width in enumerate(second) if float(width) != 0}
            entries = rest
        else:
            found |= set(range(int(first), int(second) + 1)) if float(rest[0]) != 0 else set()
            entries = rest[1:]
    return frozenset(found)
