"""The laws of sign-off: an approval survives wrapping and moving, and ends with a change of one letter."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline import po
from pipeline.approvals import Approval, Role, read, renewed, sign, write
from pipeline.catalog import CatalogFile
from pipeline.check import Brief
from pipeline.config import Requirements
from pipeline.gate import SignOff, edition, signed, weigh
from pipeline.languages import language
from pipeline.localize import localize
from pipeline.model import Catalog, Key
from pipeline.reading.visible import hidden
from pipeline.segment import Document, segment

WORDS = (
    "policy", "data", "개인정보", "처리방침을", "クッキー", "個人資料", "الخصوصية", "نمی\u200cخواهم", "นโยบาย", "e\u0301", "x\u00a0y",
    "a\u2028b", "全角", "“so”",
)  # fmt: skip
LETTERS = "abc가나カ個خน\u0301\u00a0"
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
KEY = st.tuples(st.none() | st.sampled_from(["menu", "ボタン"]), TEXT)
TEXTS = st.dictionaries(KEY, TEXT, min_size=1, max_size=4)
EN, KO = language("en"), language("ko")


def source(keys: Sequence[Key], wrap: st.DataObject | None = None) -> Document:
    """A document with a paragraph for each text, its lines broken anywhere."""
    blocks = []
    for context, text in keys:
        broken = (
            "".join(wrap.draw(st.sampled_from(" \n")) if char == " " else char for char in text)
            if wrap
            else text
        )
        blocks += ([f"<!-- i18n: context={context} -->"] if context else []) + [broken]
    found = segment("\n\n".join(blocks) + "\n", name="terms", path="source/terms.md", translate=())
    assert isinstance(found, Document)
    return found


def catalog(texts: Mapping[Key, str], wrap: st.DataObject | None = None) -> Catalog:
    """A catalog with an entry for each text, its strings broken anywhere."""
    entries = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n']
    for (context, text), translation in texts.items():
        fields = {"msgctxt": context, "msgid": text, "msgstr": translation}
        entries.append("".join(f"{name} {_string(value, wrap)}\n" for name, value in fields.items() if value))
    found = po.read("\n".join(entries).encode(), "terms.po")
    assert isinstance(found, Catalog)
    return found


def _string(text: str, wrap: st.DataObject | None) -> str:
    at = wrap.draw(st.lists(st.integers(0, len(text)), max_size=3).map(sorted)) if wrap else []
    parts = [text[start:end] for start, end in zip([0, *at], [*at, len(text)], strict=True)]
    return "\n".join(f'"{part}"' for part in parts)


def sign_off(document: Document, entries: Catalog, approvals: Sequence[Approval]) -> SignOff:
    file = CatalogFile(path="terms.po", domain="terms", language=KO, catalog=entries)
    localized = localize(document, file, Brief(source="en", target="ko"))
    one = edition(localized, Requirements(), source=EN, weights=weigh(document), found=())
    [found] = signed(one, localized, approvals, file.path).decision.sign_offs
    return found


def approved(texts: Mapping[Key, str | None], by: str = "김민지 <kim@example.com>") -> Approval:
    return Approval(
        document="terms",
        role=Role.LEGAL,
        by=by,
        when=datetime.datetime(2021, 4, 5, tzinfo=datetime.UTC),
        texts=tuple(sorted(sign(key, text) for key, text in texts.items())),
    )


@given(TEXTS, st.data())
def test_it_survives_wrapping_and_moving(texts: dict[Key, str], data: st.DataObject) -> None:
    in_source, in_catalog = data.draw(st.permutations(list(texts))), data.draw(st.permutations(list(texts)))
    moved = catalog({key: texts[key] for key in in_catalog}, data)
    found = sign_off(source(in_source, data), moved, [approved(texts)])
    assert (found.changed, found.total) == ((), len(texts))


@given(TEXTS, st.data())
def test_it_ends_with_one_letter_for_that_text_alone(texts: dict[Key, str], data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(list(texts)))
    (context, text), translation = key, texts[key]
    side = data.draw(st.sampled_from(["context", "source", "translation"]))
    if side == "context":
        context = _other(context or "", data).replace("\u00a0", "x").replace("\u0301", "y")
    elif side == "source":
        text = _other(text, data)
    else:
        translation = _other(translation, data)
    rest = {other: value for other, value in texts.items() if other != key}
    assume((context, text) not in texts or side == "translation")
    now = {**rest, (context, text): translation}
    document = source(list(now))
    assume({unit.key for unit in document.units} == now.keys())
    found = sign_off(document, catalog(now), [approved(texts)])
    assert [one.text for one in found.changed] == [text]


def _other(text: str, data: st.DataObject) -> str:
    """The text with one letter more, less, or another one."""
    at = data.draw(st.integers(0, len(text)))
    put: str = data.draw(st.sampled_from(["", *LETTERS]))
    changed: str = text[:at] + put + text[at + data.draw(st.integers(0, 1)) :]
    assume(changed != text)
    assume(changed)
    return changed


@given(
    TEXTS,
    st.text(st.characters(codec="utf-8"), max_size=20),
    st.permutations(["Ada <ada@example.com>", "김 <kim@example.com>", "م <m@example.com>"]),
)
def test_what_is_written_is_read_again_and_has_one_form(
    texts: dict[Key, str], note: str, people: list[str]
) -> None:
    approvals: tuple[Approval, ...] = ()
    for by in people:
        approvals = renewed(approvals, replace(approved(texts, by), note=note))
    text = write(approvals)
    assert read(text, "") == approvals
    assert write(tuple(reversed(approvals))) == text
    assert not any(hidden(char) for char in text.replace("\n", ""))
