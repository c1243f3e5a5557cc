"""A PDF as assistive technology reads it: by its structure tree, with the tags, languages and text of each piece."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of marked content."""

    tags: tuple[str, ...]
    """The structure elements around it, outermost first (ISO 32000-1, 14.8.4)."""
    language: str
    """The language that it is in: its own, that of the nearest element that has one, or the document's."""
    text: str
    """Its letters, in the order in which they are drawn."""


def pieces(path: Path) -> list[Piece]:
    """Return the pieces of a PDF in the order of its structure tree."""
    with pikepdf.open(path) as pdf:
        content = {
            (page.obj.objgen, number): found for page in pdf.pages for number, found in _content(page).items()
        }
        root = pdf.Root.StructTreeRoot
        return list(_walk(root.K, (), str(pdf.Root.Lang), None, content))


_Content = Mapping[tuple[tuple[int, int], int], tuple[str | None, str]]
"""By page and number: the language and the text of marked content."""


def _walk(
    node: pikepdf.Object | int,
    tags: tuple[str, ...],
    language: str,
    page: tuple[int, int] | None,
    content: _Content,
) -> Iterator[Piece]:
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _walk(one, tags, language, page, content)
    elif isinstance(node, pikepdf.Dictionary):
        here = node.Pg.objgen if "/Pg" in node else page
        if "/MCID" in node:
            yield from _walk(int(node.MCID), tags, language, here, content)
        elif "/K" in node:
            inner = (*tags, str(node.S).removeprefix("/"))
            yield from _walk(node.K, inner, str(node.get("/Lang", language)), here, content)
    elif page is not None:
        own, text = content.get((page, int(node)), (None, ""))
        yield Piece(tags=tags, language=own or language, text=text)


def _content(page: pikepdf.Page) -> dict[int, tuple[str | None, str]]:
    """The language and the text of a page's marked content, by its number."""
    fonts = {name: _mapping(font.ToUnicode.read_bytes()) for name, font in page.resources.Font.items()}
    found: dict[int, tuple[str | None, str]] = {}
    inside: list[pikepdf.Dictionary | None] = []
    shown: Mapping[bytes, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands = list(instruction.operands)
        match str(instruction.operator):
            case "BDC":
                inside.append(operands[1] if isinstance(operands[1], pikepdf.Dictionary) else None)
                replacement = inside[-1].get("/ActualText") if inside[-1] is not None else None
                _add(found, inside, "" if replacement is None else str(replacement))
            case "BMC":
                inside.append(None)
            case "EMC":
                inside.pop()
            case "Tf":
                shown = fonts[str(operands[0])]
            case "Tj" | "TJ" if not any(one is not None and "/ActualText" in one for one in inside):
                parts = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
                data = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
                _add(found, inside, "".join(shown[data[at : at + 2]] for at in range(0, len(data), 2)))
    return found


def _add(
    found: dict[int, tuple[str | None, str]], inside: list[pikepdf.Dictionary | None], text: str
) -> None:
    for one in reversed(inside):
        if one is not None and "/MCID" in one:
            _, before = found.get(int(one.MCID), (None, ""))
            language = str(one.Lang) if "/Lang" in one else None
            found[int(one.MCID)] = (language, before + text)
            return


def _mapping(cmap: bytes) -> Mapping[bytes, str]:
    """What each glyph of a font means, from its ToUnicode (ISO 32000-1, 9.10.3)."""
    pairs = re.findall(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>\s*\n", cmap)
    found = {bytes.fromhex(glyph.decode()): bytes.fromhex(value.decode()) for glyph, value in pairs}
    return {glyph: value.decode("utf-16-be") for glyph, value in found.items()}
