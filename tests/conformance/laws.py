"""The laws that every example is held to: each says what is wrong with one example, or nothing."""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markdown_it import MarkdownIt
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from pipeline.catalog import CatalogFile
from pipeline.check import Brief
from pipeline.languages import language
from pipeline.localize import localize
from pipeline.markdown import html, parse
from pipeline.markdown.proof import comes_back
from pipeline.markdown.write import markdown
from pipeline.model import Catalog, Message
from pipeline.segment import Document, segment
from tests.conformance.specifications import Example

HOSTILE = (
    "1. Mai ist frei", "- Ja", "# 1 Regel", "> 13 Jahre", "+ 49 30 1234", "ja | nein", "eins\nzwei", "Ende \\", "    vier Blanks",
    "---", "```", "[x]: /url", "eins\n\nzwei", "<b>fett</b>", "===", "***", ":::note", "{#id}", "[ ] x", "| a | b |",
)  # fmt: skip
"""Translations that would be something else, could they be read as blocks."""

_BLOCK = "p|h[1-6]|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|pre|hr|div"
_IS_BLOCK = re.compile(_BLOCK)
_TAGS = re.compile(
    r"""<!-->|<!--->|<!--.*?-->|<[?].*?[?]>|<![a-z\[].*?>
    | <(?P<end>/?)(?P<name>[a-z][a-z\d-]*)(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*/?>""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
"""A tag, or a comment, which may hold what looks like one."""

_BESIDE_BLOCKS = re.compile(rf"\s*(</?(?:{_BLOCK}|br)\b[^>]*>)\s*")
_KEPT = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def normalized(text: str) -> str:
    """HTML without the white space that shows nothing: beside blocks, and the length of it elsewhere but in ``pre``."""
    parts = _KEPT.split(text)
    parts[::2] = [_BESIDE_BLOCKS.sub(r"\1", re.sub(r"[ \t\n]+", " ", part)) for part in parts[::2]]
    return "".join(parts).strip()


def blocks(text: str) -> list[str]:
    """The block tags of HTML, in order."""
    tags = ((match["end"], match["name"]) for match in _TAGS.finditer(text) if match["name"])
    return [f"<{end}{name}>" for end, name in tags if _IS_BLOCK.fullmatch(name)]


def reads_as_plain_markdown_it(example: Example) -> Iterator[str]:
    """Our HTML is markdown-it-py's, with the same extensions."""
    yield from _unequal(_plain_html(example.given), html(parse(example.given)))


def identity(example: Example) -> Iterator[str]:
    """Each slot filled with its own text changes neither HTML nor Markdown."""
    skeleton = parse(example.given)
    same = skeleton.fill({slot.place: slot.text for slot in skeleton.slots()})
    yield from _unequal(html(skeleton), html(same))
    yield from _unequal(markdown(skeleton), markdown(same))


def structure(example: Example) -> Iterator[str]:
    """Each slot filled with other letters leaves the block tags."""
    skeleton = parse(example.given)
    other = skeleton.fill({slot.place: "가" for slot in skeleton.slots()})
    yield from _unequal("\n".join(blocks(html(skeleton))), "\n".join(blocks(html(other))))


def comes_back_from_markdown(example: Example) -> Iterator[str]:
    """What is written as Markdown reads back to the same HTML."""
    skeleton = parse(example.given)
    yield from _unequal(html(skeleton), html(parse(markdown(skeleton))))


def reads_as_specified(example: Example) -> Iterator[str]:
    """Our HTML is the specification's."""
    yield from _unequal(_with_styles(example.expected), html(parse(example.given)))


LAWS: Mapping[str, Callable[[Example], Iterator[str]]] = MappingProxyType(
    {
        law.__name__: law
        for law in (
            reads_as_plain_markdown_it,
            identity,
            structure,
            comes_back_from_markdown,
            reads_as_specified,
        )
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One hostile translation, in one slot of an example or in all of them."""

    text: str
    slot: str
    published: int
    """In how many slots it was let through."""
    wrong: tuple[str, ...]


def attempts(example: Example) -> Iterator[Attempt]:
    """Localize an example with each hostile translation, in all slots at once and in each alone."""
    # An empty line first, or the thematic break of some examples would be front matter.
    document = segment(f"\n{example.given}", name="d", path="source/d.md", translate=())
    if not isinstance(document, Document):
        raise TypeError(document)
    texts = tuple(dict.fromkeys(unit.text for unit in document.units))
    alone = [(text,) for text in texts] if len(texts) > 1 else []
    for translation in HOSTILE:
        for translated in [texts, *alone] if texts else []:
            yield _attempt(document, translated, translation)


def _attempt(document: Document, translated: tuple[str, ...], translation: str) -> Attempt:
    messages = tuple(Message(text=text, translations=(translation,), line=1) for text in translated)
    catalog = Catalog(headers={}, messages=messages)
    result = localize(
        document,
        CatalogFile(path="d.po", domain="d", language=language("de"), catalog=catalog),
        Brief(source="en", target="de"),
    )
    before, after = blocks(html(document.skeleton)), blocks(html(result.skeleton))
    wrong = list(_unequal("\n".join(before), "\n".join(after)))
    written = markdown(result.skeleton)
    if not comes_back(result.skeleton, written):
        wrong += ["it does not read back", *_unequal(html(result.skeleton), html(parse(written)))]
    return Attempt(
        text=translation,
        slot=" | ".join(translated),
        published=len(result.translation.texts),
        wrong=tuple(wrong),
    )


def _unequal(expected: str, found: str) -> Iterator[str]:
    expected, found = normalized(expected), normalized(found)
    if expected != found:
        lines = difflib.ndiff(expected.split("\n"), found.split("\n"))
        yield "\n".join(line for line in lines if not line.startswith("  "))


def _plain_html(text: str) -> str:
    """Plain markdown-it-py's HTML, with task boxes as GFM 5.3 has them, and columns aligned for any direction."""
    rendered = re.sub(
        r' class="(?:contains-task-list|task-list-item|task-list-item-checkbox)"',
        "",
        str(_PLAIN.render(text)),
    )
    rendered = re.sub(r'(?<=<input) [^>]*type="checkbox">', _as_in_gfm, rendered)
    return re.sub(r'(?<="text-align:)(?:left|right)', _as_in_any_direction, rendered)


def _as_in_any_direction(side: re.Match[str]) -> str:
    return {"left": "start", "right": "end"}[side[0]]


def _as_in_gfm(attributes: re.Match[str]) -> str:
    return attributes[0].replace('="checked"', '=""').replace('="disabled"', '=""')


_PLAIN = (
    MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(gfm_autolink_plugin).use(tasklists_plugin)
)


def _with_styles(text: str) -> str:
    """GFM's HTML with the alignment of cells as a style, for any direction."""
    styled = re.sub(r' align="(\w+)"', r' style="text-align:\1"', text)
    return re.sub(r'(?<="text-align:)(?:left|right)', _as_in_any_direction, styled)
