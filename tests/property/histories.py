"""Histories of edits: clauses, lists and tables in many languages, and what their author did to them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from hypothesis import strategies as st

SENTENCES = (
    "We collect your name and postal address when you order.",
    "Cookies remember which language you have chosen.",
    "Records of payments are kept for ten years.",
    "You may withdraw your consent whenever you like.",
    "Nobody under fourteen can open an account here.",
    "Backups are encrypted and stored in Seoul.",
    "회사는 이용자의 동의 없이 개인정보를 제공하지 않습니다.",
    "수집한 정보는 보유 기간이 끝나면 지체 없이 파기합니다.",
    "個人情報の開示を求めることができます。",
    "当社は安全管理のために必要な措置を講じます。",
    "يحق لك طلب نسخة من بياناتك في أي وقت.",
    "نحتفظ بسجلات الدخول لمدة ثلاثة أشهر.",
    "เราเก็บรวบรวมข้อมูลส่วนบุคคลของท่านเท่าที่จำเป็น",
    "未经您的同意，我们不会公开您的照片。",
)
ADDED = (
    "Drones deliver parcels above our warehouse roof.",
    "Invoices list every surcharge separately below.",
    "새로운 요금제는 다음 달부터 적용됩니다.",
    "ロボットが荷物を配達いたします。",
)
REPEATED = ("Yes.", "네.", "はい。", "نعم.")
LABELS = ("", "", "1. ", "2.3 ", "(a) ", "제3조 ", "第三条\u3000", "٣. ")
FORMS = ("paragraph", "item", "quote", "heading")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A clause, an item, a quote, a heading or a row, as its author writes it."""

    text: str
    label: str = ""
    form: str = "paragraph"
    is_bold: bool = False
    is_touched: bool = False
    """Whether its words are others than in the old version."""

    @property
    def source(self) -> str:
        """What a comparison knows it by: no label, no markup, the cells of a row apart."""
        return f"{self.text}\x1fYes" if self.form == "row" else self.text

    @property
    def markdown(self) -> str:
        first, blank, rest = self.text.partition(" ")
        text = f"**{first}**{blank}{rest}" if self.is_bold else self.text
        text = self.label.replace(". ", "\\. ") + text
        marks = {"item": "- ", "quote": "> ", "heading": "## "}
        return f"| {text} | Yes |" if self.form == "row" else marks.get(self.form, "") + text


Blocks = Sequence[Block]


def write(blocks: Blocks) -> str:
    """Write blocks as Markdown; rows that are neighbours are one table."""
    parts: list[str] = []
    for is_table, group in groupby(blocks, key=lambda block: block.form == "row"):
        lines = [block.markdown for block in group]
        parts += ["\n".join(("| Data | Shared |", "| --- | --- |", *lines))] if is_table else lines
    return "\n\n".join(parts) + "\n"


def edited(blocks: Blocks, steps: Sequence[tuple[str, int]]) -> Blocks:
    """Do what the steps say, each to the block of its number."""
    result = list(blocks)
    for name, number in steps:
        index = number % len(result)
        result = [*_EDITS[name](result, index, number)] or result
    return result


def _insert(blocks: Blocks, index: int, number: int) -> Blocks:
    form = "row" if blocks[index].form == "row" else "paragraph"
    added = Block(text=ADDED[number % len(ADDED)], form=form, is_touched=True)
    return (*blocks[:index], added, *blocks[index:])


def _delete(blocks: Blocks, index: int, _: int) -> Blocks:
    return (*blocks[:index], *blocks[index + 1 :])


def _move(blocks: Blocks, index: int, number: int) -> Blocks:
    rest = _delete(blocks, index, number)
    place = number * 7 % len(blocks)
    return (*rest[:place], blocks[index], *rest[place:])


def _edit(blocks: Blocks, index: int, number: int) -> Blocks:
    block = blocks[index]
    place = number % len(block.text)
    text = f"{block.text[:place]}新しい{block.text[place:]}".replace("  ", " ")
    return _with(blocks, index, replace(block, text=text, is_touched=True))


def _split(blocks: Blocks, index: int, number: int) -> Blocks:
    block = blocks[index]
    places = [place for place, character in enumerate(block.text) if character == " "]
    if not places or block.form in {"row", "heading"}:
        return blocks
    place = places[number % len(places)]
    first = replace(block, text=block.text[:place], is_touched=True)
    second = replace(block, text=block.text[place + 1 :], label="", is_touched=True)
    return _with(blocks, index, first, second)


def _join(blocks: Blocks, index: int, number: int) -> Blocks:
    block, *following = blocks[index : index + 2]
    if not following or {block.form, following[0].form} & {"row", "heading"}:
        return blocks
    joined = replace(
        block, text=f"{block.text} {following[0].label}{following[0].text}", is_bold=False, is_touched=True
    )
    return _with(_delete(blocks, index + 1, number), index, joined)


def _renumber(blocks: Blocks, index: int, number: int) -> Blocks:
    return _with(blocks, index, replace(blocks[index], label=LABELS[number % len(LABELS)]))


def _mark(blocks: Blocks, index: int, number: int) -> Blocks:
    block = blocks[index]
    form = "row" if block.form == "row" else FORMS[number % len(FORMS)]
    return _with(blocks, index, replace(block, form=form, is_bold=not block.is_bold))


def _with(blocks: Blocks, index: int, *others: Block) -> Blocks:
    return (*blocks[:index], *others, *blocks[index + 1 :])


_EDITS: Mapping[str, Callable[[Blocks, int, int], Blocks]] = {
    "insert": _insert, "delete": _delete, "move": _move, "edit": _edit, "split": _split, "join": _join, "renumber": _renumber,
    "mark": _mark,
}  # fmt: skip

_block = st.builds(
    Block,
    text=st.sampled_from(SENTENCES),
    label=st.sampled_from(LABELS),
    form=st.sampled_from((*FORMS, "row")),
    is_bold=st.booleans(),
)
_short = st.builds(Block, text=st.sampled_from(REPEATED), form=st.sampled_from((*FORMS, "row")))

documents = st.lists(_block | _short, min_size=1, max_size=12)
"""Equal texts may stand in them several times."""
plain_documents = st.lists(_block, min_size=1, max_size=12, unique_by=lambda block: block.text)
"""Each text stands in them once."""


def histories(*names: str) -> st.SearchStrategy[list[tuple[str, int]]]:
    """Steps of these names; of all, if none is given."""
    return st.lists(st.tuples(st.sampled_from(names or tuple(_EDITS)), st.integers(0, 99)), max_size=8)
