"""Small edits in Japanese sentences are shown small: no more is marked than a reader has to read."""

import re
from collections.abc import Callable

import pytest
from rapidfuzz.distance import Indel, LCSseq

from pipeline.comparison import compare, passages
from pipeline.reading.differences import Fate
from tests.test_segment import read

EDITS = (
    (
        "当社は、取得した個人情報を、利用者が退会した日から30日間保管し、その後すみやかに消去します。",
        "当社は、取得した個人情報を、利用者が退会した日から90日間保管し、その後すみやかに消去します。",
    ),
    (
        "当社は、利用者の同意を得ることなく、個人情報を第三者に提供することはありません。",
        "当社は、あらかじめ利用者の同意を得ることなく、個人情報を第三者に提供することはありません。",
    ),
    (
        "当社は、氏名、住所および電話番号を収集し、商品の発送と問い合わせへの回答に利用します。",
        "当社は、氏名、住所、電話番号およびメールアドレスを収集し、商品の発送と問い合わせへの回答に利用します。",
    ),
    (
        "利用者は、自己の個人情報の開示、訂正または利用の停止を、いつでも当社に請求することができます。",
        "利用者は、自己の個人情報の開示、訂正、削除または利用の停止を、いつでも当社に請求することができます。",
    ),
    (
        "本規約の変更は、その効力が生じる日の一週間前までに、当社のウェブサイトで告知します。",
        "本規約の変更は、その効力が生じる日の一か月前までに、当社のウェブサイトおよび電子メールで告知します。",
    ),
    (
        "クッキーを無効にした場合、サービスの一部を利用できなくなることがあります。",
        "ブラウザーの設定でクッキーを無効にした場合、サービスの一部を利用できなくなることがあります。",
    ),
    (
        "当社は、サービスの中断によって利用者に生じた損害について、責任を負いません。",
        "当社は、当社に故意または重大な過失がある場合を除き、サービスの中断によって利用者に生じた損害について、責任を負いません。",
    ),
    (
        "個人情報の取り扱いに関するご意見は、下記の窓口で受け付けます。",
        "個人情報の取り扱いに関するご意見とご相談は、下記の窓口で平日に受け付けます。",
    ),
)


def inserted(old: str, new: str) -> int:
    """How many characters are shown as new."""
    comparison = compare(passages(read(old), {}), passages(read(new), {}))
    return sum(
        len(piece.text) for entry in comparison.entries for piece in entry.pieces if piece.fate is Fate.NEW
    )


def least(old: str, new: str) -> int:
    """How many characters must be added, counted one by one."""
    return len(new) - int(LCSseq.similarity(old, new))


def by(pattern: str) -> Callable[[str, str], int]:
    """How many characters are new if the texts are compared in parts of a pattern."""

    def count(old: str, new: str) -> int:
        parts, others = re.findall(pattern, old), re.findall(pattern, new)
        steps = Indel.opcodes(parts, others)
        return sum(
            len("".join(others[step.dest_start : step.dest_end])) for step in steps if step.tag == "insert"
        )

    return count


def test_eight_edits_show_at_most_a_tenth_more_than_must_be_shown() -> None:
    assert sum(inserted(*edit) for edit in EDITS) <= 1.1 * sum(least(*edit) for edit in EDITS)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (least, 68),
        (inserted, 69),
        (by(r"\w+|\W"), 190),
        (by(r"[^、。]+[、。]?"), 199),
        (by(r"[^。]+。?"), 387),
    ],
    ids=["at least", "here", "by words between signs", "by phrases", "by sentences"],
)
def test_what_the_eight_edits_show(count: Callable[[str, str], int], expected: int) -> None:
    """For the record: what is shown as new by other ways to split the texts."""
    assert sum(count(*edit) for edit in EDITS) == expected
