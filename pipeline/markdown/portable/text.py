"""The text of a page's block as inline tokens: only what every reader of Markdown reads the same."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token
from selectolax.lexbor import LexborNode

from pipeline.markdown.inline import settle
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

UNTRANSLATED = "untranslated"
"""The class of what is not in the language of the page, and the type of its tokens, before ``_open`` and ``_close``."""


def tokens(nodes: Sequence[LexborNode], place: Place, link: Link) -> list[Token]:
    """Return the inline tokens of a run of nodes, without outer blanks; empty if it says nothing.

    What is not in the language of the page stands between tokens of the type `UNTRANSLATED`.
    """
    found = list(_walk(nodes, place, link))
    settled = settle(_clean(found), line_end=Token("hardbreak", "br", 0))
    while settled and settled[0].type == "hardbreak":
        settled = settled[1:]
    while settled and settled[-1].type == "hardbreak":
        settled = settled[:-1]
    return settled if any(one.type in {"text", "code_inline"} for one in settled) else []


def plain(nodes: Sequence[LexborNode]) -> str:
    """Return the letters of a run of nodes with their blanks and line ends, as code has them."""
    return _printable(
        "".join(node.text_content or "" if node.is_text_node else plain(children(node)) for node in nodes)
    )


def children(node: LexborNode) -> list[LexborNode]:
    """Return what stands in an element, texts and elements."""
    return [child for child in node.iter(include_text=True) if not is_unseen(child)]


def classes(node: LexborNode) -> Sequence[str]:
    """Return the classes of an element."""
    return (node.attributes.get("class") or "").split()


def is_untranslated(node: LexborNode) -> bool:
    """Whether an element says that its text is not in the language of the page."""
    return UNTRANSLATED in classes(node)


def bold(text: Sequence[Token]) -> list[Token]:
    """Return a text that is bold throughout."""
    bare = [one for one in text if one.type not in {"strong_open", "strong_close"}]
    inner = slice(1, -1) if bare[0].type == f"{UNTRANSLATED}_open" else slice(None)
    bare[inner] = [
        Token("strong_open", "strong", 1, markup="**"),
        *_apart(bare[inner]),
        Token("strong_close", "strong", -1, markup="**"),
    ]
    return bare


def joined_texts(texts: Sequence[Sequence[Token]], place: Place) -> list[Token]:
    """Return texts as one, with what stands for a line break in that place between them."""
    done: list[Token] = []
    for text in filter(None, texts):
        done += [_text(place.line_break or " "), *text] if done else text
    return settle(done, line_end=Token("hardbreak", "br", 0))


def is_unseen(node: LexborNode) -> bool:
    """Whether a reader of the page sees nothing of a node."""
    if node.is_text_node:
        return False
    return (node.tag or "-")[0] in "-!" or node.tag in _UNSEEN or "hidden" in node.attributes


_UNSEEN = {"script", "style", "template", "head", "title", "iframe", "svg", "canvas", "audio", "video"}
_BLANKS = re.compile(r"[ \t\n\f\r\v]+")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")
"""Characters that no reader sees, and that a PDF cannot hold."""


def _walk(nodes: Sequence[LexborNode], place: Place, link: Link) -> Iterator[Token]:
    for node in nodes:
        if node.is_text_node:
            yield _text(_BLANKS.sub(" ", node.text_content or ""))
        else:
            yield from _READERS.get(node.tag or "", _span)(node, place, link)


def _span(node: LexborNode, place: Place, link: Link) -> Iterator[Token]:
    """What says nothing but its text, and perhaps its language."""
    before, after = _AROUND.get(node.tag or "", ("", ""))
    inside = [_text(before), *_walk(children(node), place, link), _text(after)]
    yield from marked(node, inside) if is_untranslated(node) else inside


def _emphasis(node: LexborNode, place: Place, link: Link) -> Iterator[Token]:
    """Marks around text, without blanks at the inner sides of the marks and without the same marks inside.

    Readers do not agree on what ``***`` is: italics in bold text have another mark, and there is no bold text in italics
    but the other way around.
    """
    kind = _EMPHASIS[node.tag or ""]
    inside = [
        one for one in _walk(children(node), place, link) if one.type not in {f"{kind}_open", f"{kind}_close"}
    ]
    before, after = _edges(inside)
    if not any(one.content.strip(" ") for one in inside if one.nesting == 0):
        yield from (_text(before), *inside, _text(after))
        return
    inside = [one for one in inside if one.type != "text" or one.content]
    ends = (inside[0].type, inside[-1].type)
    if kind == "em" and ends == ("strong_open", "strong_close") and _count(inside, "strong_open") == 1:
        inside, pairs = inside[1:-1], [_PAIRS["strong"], ("em", "em", "_")]
    else:
        inside, pairs = _apart(inside) if kind == "strong" else inside, [_PAIRS[kind]]
    yield _text(before)
    for pair in pairs:
        yield Token(f"{pair[0]}_open", pair[1], 1, markup=pair[2])
    yield from inside
    for pair in reversed(pairs):
        yield Token(f"{pair[0]}_close", pair[1], -1, markup=pair[2])
    yield _text(after)


def _count(inside: Sequence[Token], kind: str) -> int:
    return sum(one.type == kind for one in inside)


def _apart(inside: Sequence[Token]) -> list[Token]:
    """Give italics at the ends of bold text another mark than its own, unless that would touch a word."""
    done = list(inside)
    for start, end in _italics(done):
        before, after = done[start - 1] if start else None, done[end + 1] if end + 1 < len(done) else None
        if before is None or after is None:
            mark = "*" if _touches(before, -1) or _touches(after, 0) else "_"
            done[start], done[end] = done[start].copy(markup=mark), done[end].copy(markup=mark)
    return done


def _italics(inside: Sequence[Token]) -> Iterator[tuple[int, int]]:
    places = [index for index, one in enumerate(inside) if one.tag == "em"]
    return zip(places[::2], places[1::2], strict=True)


def _touches(neighbour: Token | None, index: int) -> bool:
    """Whether a mark beside a neighbour has no blank between them; at the end of the text, there is none to touch."""
    return neighbour is not None and neighbour.content[index:][:1] != " "


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
    return Token("text", "", 0, content=_printable(content))


def _printable(content: str) -> str:
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", content))


def _edges(inside: Sequence[Token]) -> tuple[str, str]:
    """Take the blanks at the ends of tokens away, and return them."""
    texts = [one for one in inside if one.type in {"text", "code_inline"} and one.content]
    before = after = ""
    if texts and texts[0].type == "text" and texts[0].content.startswith(" "):
        before, texts[0].content = " ", texts[0].content.lstrip(" ")
    if texts and texts[-1].type == "text" and texts[-1].content.endswith(" "):
        after, texts[-1].content = " ", texts[-1].content.rstrip(" ")
    return before, after


def _link(node: LexborNode, place: Place, link: Link) -> Iterator[Token]:
    inside = list(_walk(children(node), place, link))
    target = node.attributes.get("href")
    destination = link(target) if target is not None else None
    if destination is None or not any(one.content.strip(" ") for one in inside):
        yield from inside
        return
    inside = [one for one in inside if one.type not in {"link_open", "link_close"}]
    shown = "".join(one.content for one in inside).strip("\u2066\u2069 ")
    before, after = _edges(inside)
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
    shown = _text(_BLANKS.sub(" ", node.attributes.get("alt") or ""))
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
    content = _BLANKS.sub(" ", plain([node])).strip(" ")
    for number, part in enumerate([content] if place.pipes else content.split("|")):
        if number:
            yield _text("|")
        if part.strip(" "):
            yield Token("code_inline", "code", 0, content=part.strip(" "), markup="`")


def _script(node: LexborNode, place: Place, link: Link) -> Iterator[Token]:
    """Raised and lowered text by Unicode's own characters where there are, so that 10⁶ does not become 106."""
    content = _BLANKS.sub(" ", plain([node])).strip(" ")
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


_EMPHASIS = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "em"),
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("del", "s", "strike"), "s"),
}
_PAIRS = {"em": ("em", "em", "*"), "strong": ("strong", "strong", "**"), "s": ("s", "s", "~~")}
"""The types of the tokens, their tags and their marks."""
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
