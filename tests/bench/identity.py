"""What became of the blocks of a document: the file that a tool wrote, against the file that ought to have come out.

Both are read by markdown-it-py as CommonMark with tables. What is compared is each text with the blocks that it stands in;
how lines are broken, how markup is spelled, and whether a list is tight do not count.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---(?:\n|\Z)", re.DOTALL)
_ANCHOR = re.compile(r" \{#[\w-]+\}$", re.MULTILINE)
"""Docusaurus' notation for the anchor of a heading, which we write and CommonMark does not know."""
_KINDS = {
    "h": "heading", "td": "table cell", "th": "table cell", "li": "list item", "blockquote": "quotation",
    "p": "paragraph", "hr": "thematic break",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """What is wrong in the files of a tool."""

    documents: int = 0
    """How many files there ought to be."""
    blocks: int = 0
    """How many texts and breaks there ought to be in them."""
    missing_files: int = 0
    wrong_documents: int = 0
    """Files with any fault, missing ones among them."""
    front_matter: int = 0
    """Files whose front matter is lost or says something else."""
    untranslated: Mapping[str, int] = field(default_factory=dict)
    """Blocks in English, by kind, although there is a translation."""
    changed: Mapping[str, int] = field(default_factory=dict)
    """Blocks that are lost, say something else, or stand in other blocks, by kind."""

    @property
    def total(self) -> int:
        """All faults; a missing file counts as one."""
        blocks = sum(self.untranslated.values()) + sum(self.changed.values())
        return blocks + self.front_matter + self.missing_files


def faults(source: str, expected: str, found: str | None) -> Faults:
    """Compare one file.

    Args:
        source: the English file.
        expected: the translated file as it ought to be, with the same blocks.
        found: what the tool wrote, or nothing if it wrote no file.
    """
    wanted = list(_blocks(_body(expected)))
    if found is None:
        return Faults(documents=1, blocks=len(wanted), missing_files=1, wrong_documents=1)
    english = list(_blocks(_body(source)))
    here = list(_blocks(_body(_ANCHOR.sub("", found))))
    left, lost = _differences(wanted, english, here)
    front = int(_front_matter(expected) != _front_matter(found))
    return Faults(
        documents=1,
        blocks=len(wanted),
        wrong_documents=int(bool(left or lost or front)),
        front_matter=front,
        untranslated=left,
        changed=lost,
    )


def together(found: Sequence[Faults]) -> Faults:
    """Add up the faults of several files."""
    untranslated: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    for one in found:
        untranslated.update(one.untranslated)
        changed.update(one.changed)
    return Faults(
        documents=sum(one.documents for one in found),
        blocks=sum(one.blocks for one in found),
        missing_files=sum(one.missing_files for one in found),
        wrong_documents=sum(one.wrong_documents for one in found),
        front_matter=sum(one.front_matter for one in found),
        untranslated=dict(sorted(untranslated.items())),
        changed=dict(sorted(changed.items())),
    )


@dataclass(frozen=True, slots=True)
class _Block:
    path: tuple[str, ...]
    """The blocks about it, from the outermost."""
    content: str

    @property
    def kind(self) -> str:
        inner = [step.split(" ")[0] for step in self.path]
        for name in reversed(inner):
            if name == "p" and {"li", "blockquote"} & set(inner):
                continue
            return _KINDS.get("h" if re.fullmatch(r"h\d", name) else name, "other block")
        return "other block"


def _differences(
    wanted: Sequence[_Block], english: Sequence[_Block], here: Sequence[_Block]
) -> tuple[Counter[str], Counter[str]]:
    """Count the blocks that are in English, and those that are lost or changed."""
    left: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    if wanted == here:
        return left, lost
    kept: set[int] = set()
    for match in SequenceMatcher(None, wanted, here, autojunk=False).get_matching_blocks():
        kept.update(range(match.a, match.a + match.size))
    contents = Counter(block.content for block in here)
    for place, block in enumerate(wanted):
        if place in kept:
            continue
        said = english[place].content
        counter = left if said and said != block.content and contents[said] else lost
        contents[said] -= counter is left
        counter[block.kind] += 1
    return left, lost


def _body(text: str) -> str:
    return _FRONT_MATTER.sub("", text, count=1)


def _front_matter(text: str) -> object:
    """What the front matter says; or nothing. A version that was a text and became a number says something else."""
    found = _FRONT_MATTER.match(text)
    try:
        return yaml.safe_load(found[1]) if found else None
    except yaml.YAMLError:
        return None


def _blocks(text: str) -> Iterator[_Block]:
    """Every inline text, break and literal block, with the blocks about it."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    path: list[str] = []
    for token in parser.parse(text):
        if token.nesting == 1:
            path.append(_step(token))
        elif token.nesting == -1:
            path.pop()
        elif token.type == "inline":
            words = parser.renderer.render(token.children or [], parser.options, {})
            yield _Block(tuple(path), " ".join(words.split()))
        else:
            yield _Block((*path, token.tag or token.type), token.content)


def _step(token: Token) -> str:
    attributes = "".join(f" {name}={value}" for name, value in sorted(token.attrs.items()))
    return f"{token.tag}{attributes}"
