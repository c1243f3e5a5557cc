"""The text of a page's block as inline tokens: only what every reader of Markdown reads the same."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token
from selectolax.lexbor import LexborNode

from pipeline.markdown.inline import settle
from pipeline.markdown.portable.emphasis import edges, emphasized
from pipeline.markdown.portable.nodes import (
    BLANKS,
    UNTRANSLATED,
    children,
    is_blank,
    is_untranslated,
    plain,
    printable,
)
from pipeline.markdown.portable.urls import url


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What may stand in a text."""

    line_break: str | None = None
    """What stands for a line break; none if there may be one."""
    pipes: bool = True
    """Whether code may hold a pipe."""


PARAGRAPH = Place()
HEADING = Place(line_break=" ")
CELL = Place(line_break=" / ", pipes=False)

Link = Callable[[str], str | None]
"""Gives the destination of a link for where the text will stand; none where there is nothing to link to."""


def tokens(nodes: Sequence[LexborNode], place: Place, link: Link) -> list[Token]:
    """Return the inline tokens of a run of nodes, without outer blanks; empty if it says nothing.

    What is not in the language of the page stands between tokens of the type `UNTRANSLATED`.
    """
    if all(map(is_blank, nodes)):  # as between any two blocks
        return []
    found = list(_walk(nodes, place, link))
    settled = settle(_clean(found), line_end=_LINE_BREAK)
    while settled and settled[0].type == "hardbreak":
        settled = settled[1:]
    while settled and settled[-1].type == "hardbreak":
        settled = settled[:-1]
    return settled if any(one.type in {"text", "code_inline"} for one in settled) else []


def joined_texts(texts: Sequence[Sequence[Token]], place: Place) -> list[Token]:
    """Return texts as one, with what stands for a line break in that place between them."""
    done: list[Token] = []
    for text in filter(None, texts):
        done += [_text(place.line_break or " "), *text] if done else text
    return settle(done, line_end=_LINE_BREAK)


def _walk(nodes: Sequence[LexborNode], place: Place, link: Link) -> Iterator[Token]:
    for node in nodes:
        if node.is_text_node:
            yield _text(BLANKS.sub(" ", node.text_content or ""))
        else:
            yield from _READERS.get(node.tag or "", _span)(node, place, link)


def _span(node: LexborNode, place: Place, link: Link) -> Iterator[Token]:
    """What says nothing but its text, and perhaps its language."""
    before, after = _AROUND.get(node.tag or "", ("", ""))
    inside = [_text(before), *_walk(children(node), place, link), _text(after)]
    yield from marked(node, inside) if is_untranslated(node) else inside


def _emphasis(node: LexborNode, place: Place, link: Link) -> Iterator[Token]:
    yield from emphasized(_EMPHASIS[node.tag or ""], list(_walk(children(node), place, link)))


def _break(_node: LexborNode, place: Place, _link: Link) -> Iterator[Token]:
    yield Token("hardbreak", "br", 0) if place.line_break is None else _text(place.line_break)


def marked(node: LexborNode, inside: Sequence[Token]) -> Iterator[Token]:
    """Put tokens that tell their language around the text of a node that is not translated."""
    attributes: dict[str, str | int | float] = {
        name: node.attributes.get(name) or "" for name in ("lang", "dir")
    }
    if inside:
        yield Token(f"{UNTRANSLATED}_open", "span", 1, attributes)
        yield from inside
        yield Token(f"{UNTRANSLATED}_close", "span", -1)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=printable(content))


def _link(node: LexborNode, place: Place, link: Link) -> Iterator[Token]:
    inside = list(_walk(children(node), place, link))
    target = node.attributes.get("href")
    destination = link(target) if target is not None else None
    if destination is None or not any(one.content.strip(" ") for one in inside):
        yield from inside
        return
    inside = [one for one in inside if one.type not in {"link_open", "link_close"}]
    shown = "".join(one.content for one in inside).strip("\u2066\u2069 ")
    before, after = edges(inside)
    is_mail = destination == f"mailto:{shown}" and bool(_MAIL.fullmatch(shown))
    yield _text(before)
    attributes: dict[str, str | int | float] = {"href": url(destination)}
    yield Token("link_open", "a", 1, attributes, info="auto" if is_mail else "")
    yield from [_text(shown)] if is_mail else inside
    yield Token("link_close", "a", -1, info="auto" if is_mail else "")
    yield _text(after)


_MAIL = re.compile(r"[A-Za-z0-9]+(?:[._%+-][A-Za-z0-9]+)*@[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*\.[A-Za-z]{2,}")
"""The addresses that every reader knows between angle brackets: fewer than CommonMark 6.5 has."""


def _picture(node: LexborNode, _place: Place, link: Link) -> Iterator[Token]:
    """A link to the picture, with the text that stands for it: no file but this one is needed, and nothing is lost."""
    shown = _text(BLANKS.sub(" ", node.attributes.get("alt") or ""))
    destination = link(node.attributes.get("src") or "")
    if destination is None or not shown.content.strip(" "):
        yield shown
        return
    yield Token("link_open", "a", 1, {"href": url(destination)})
    yield shown
    yield Token("link_close", "a", -1)


def _box(node: LexborNode, _place: Place, _link: Link) -> Iterator[Token]:
    if node.attributes.get("type") == "checkbox":
        yield _text("☑ " if "checked" in node.attributes else "☐ ")


def _code(node: LexborNode, place: Place, _link: Link) -> Iterator[Token]:
    """Code, in which readers do not agree on outer blanks, nor in a table on pipes."""
    content = BLANKS.sub(" ", plain([node])).strip(" ")
    for number, part in enumerate([content] if place.pipes else content.split("|")):
        if number:
            yield _text("|")
        if part.strip(" "):
            yield Token("code_inline", "code", 0, content=part.strip(" "), markup="`")


def _script(node: LexborNode, place: Place, link: Link) -> Iterator[Token]:
    """Raised and lowered text by Unicode's own characters where there are, so that 10⁶ does not become 106."""
    content = BLANKS.sub(" ", plain([node])).strip(" ")
    table = _RAISED if node.tag == "sup" else _LOWERED
    if content and all(ord(letter) in table for letter in content):
        yield _text(content.translate(table))
    elif content:
        yield _text("^(" if node.tag == "sup" else "_(")
        yield from _walk(children(node), place, link)
        yield _text(")")


def _clean(found: Sequence[Token]) -> list[Token]:
    """Leave out empty texts, line breaks after line breaks, and marks that end right before the same begin."""
    done: list[Token] = []
    for one in found:
        before = done[-1].type if done else ""
        if one.type == "text" and not one.content:
            continue
        if one.type == "hardbreak" and before == "hardbreak":
            continue
        if before.endswith("_close") and one.type == before.replace("_close", "_open") and one.tag != "a":
            done.pop()
            continue
        done.append(one)
    return done


_LINE_BREAK = Token("hardbreak", "br", 0)
_EMPHASIS = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "em"),
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("del", "s", "strike"), "s"),
}
_RAISED = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_AROUND = {"bdi": ("\u2066", "\u2069"), "q": ("“", "”"), "rt": ("(", ")")}
"""What stands around the text of an element: of ``bdi``, the marks of an isolate from left to right (UAX #9)."""
_READERS: Mapping[str, Callable[[LexborNode, Place, Link], Iterator[Token]]] = {
    **dict.fromkeys(_EMPHASIS, _emphasis),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), _code),
    **dict.fromkeys(("sup", "sub"), _script),
    "a": _link,
    "br": _break,
    "img": _picture,
    "input": _box,
}
"""How elements are read that say more than their text."""
