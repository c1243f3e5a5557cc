"""Two texts are compared by what a reader takes in."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.differences import Fate, differences, tokens

MARKS = {Fate.SAME: "{}", Fate.GONE: "[-{}-]", Fate.NEW: "{{+{}+}}"}


def shown(old: str, new: str) -> str:
    return "".join(MARKS[piece.fate].format(piece.text) for piece in differences(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Operate access control", "Operate an access control", "Operate {+an +}access control"),
        ("for 30 days.", "for 60 days.", "for [-30-]{+60+} days."),
        ("The user's data", "The users’ data", "The [-user's-]{+users’+} data"),
        ("개인정보를 보관합니다", "개인정보는 보관합니다", "[-개인정보를-]{+개인정보는+} 보관합니다"),
        (
            "個人情報を30日間保管します。",
            "個人情報を60日間保管します。",
            "個人情報を[-30-]{+60+}日間保管します。",
        ),
        ("ข้อมูลส่วนบุคคล", "ข้อมูลส่วนตัวบุคคล", "ข้อมูลส่วน{+ตัว+}บุคคล"),
        ("نجمع البيانات", "نجمع بعض البيانات", "نجمع {+بعض +}البيانات"),
        ("می\u200cخواهم", "می\u200cخواهیم", "[-می\u200cخواهم-]{+می\u200cخواهیم+}"),
        ("cafe\u0301 noir", "café noir", "[-cafe\u0301-]{+café+} noir"),
        ("one\ntwo", "one\u2028two", "one[-\n-]{+\u2028+}two"),
        ("a\u00a0b", "a b", "a[-\u00a0-]{+ +}b"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("same", "same", "same"),
        ("", "", ""),
    ],
)
def test_differences(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_what_stays_between_larger_changes_counts_as_changed() -> None:
    old, new = "keep your personal data, and delete it", "store your account details, but erase it"
    assert (
        shown(old, new)
        == "[-keep-]{+store+} your [-personal data, and delete-]{+account details, but erase+} it"
    )


EDITS = (
    ("個人情報を30日間保管します。", "個人情報を60日間保管します。"),
    ("利用者の同意を得て提供します。", "利用者の事前の同意を得て提供します。"),
    ("電話番号、住所を収集します。", "電話番号、メールアドレスを収集します。"),
    ("当社は責任を負います。", "当社は責任を負いません。"),
)


def test_few_characters_of_japanese_are_marked() -> None:
    marked = sum(
        len(piece.text)
        for old, new in EDITS
        for piece in differences(old, new)
        if piece.fate is not Fate.SAME
    )
    assert marked <= 30


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We don’t, 2021-04-05.", ["We", " ", "don’t", ",", " ", "2021", "-", "04", "-", "05", "."]),
        ("データ", ["デ", "ー", "タ"]),
        ("か\u3099き", ["か\u3099", "き"]),
        ("น้ำ", ["น้ำ"]),
        ("제3조 정보", ["제3조", " ", "정보"]),
        ("\r\n", ["\r\n"]),
        ("👩‍⚖️!", ["👩‍⚖️", "!"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


SNIPPETS = st.sampled_from(
    ["privacy", "the", " ", "3", "개인정보를", "個", "情", "か\u3099", "ตัว", "\n", "\u2028", "é", "e\u0301", "\u202e", "البيانات", ".", "\U00020000", "\U000f0000", "\r"]
)  # fmt: skip
TEXTS = st.lists(SNIPPETS, max_size=30).map("".join) | st.text(max_size=40)


@given(TEXTS, TEXTS)
def test_the_pieces_make_both_texts(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert "".join(piece.text for piece in pieces if piece.fate is not Fate.NEW) == old
    assert "".join(piece.text for piece in pieces if piece.fate is not Fate.GONE) == new
    fates = [piece.fate for piece in pieces]
    assert all(piece.text for piece in pieces)
    assert all(one != other for one, other in itertools.pairwise(fates))
    assert (Fate.NEW, Fate.GONE) not in itertools.pairwise(fates)


@given(TEXTS)
def test_the_tokens_make_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text
