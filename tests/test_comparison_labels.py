"""The numbers with which clauses begin, and what looks like one and is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.comparison.labels import label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3. Scope", "3. "),
        ("3.2 Scope", "3.2 "),
        ("3.2. scope", "3.2. "),
        ("3) scope", "3) "),
        ("(a) the name", "(a) "),
        ("(iv) the name", "(iv) "),
        ("a. the name", "a. "),
        ("B) the name", "B) "),
        ("<1-1> Items", "<1-1> "),
        ("[2] Items", "[2] "),
        ("Section 3. Scope", "Section 3. "),
        ("Artikel 5 – Geltung", "Artikel 5 – "),
        ("제3조 이 약관은", "제3조 "),
        ("제3조(목적) 이 약관은", "제3조"),
        ("제 3 장 총칙", "제 3 장 "),
        ("가. 이름", "가. "),
        ("第3条 目的", "第3条 "),
        ("第三条\u3000本規約は", "第三条\u3000"),
        ("（一）目的", "（一）"),
        ("一、目的", "一、"),
        ("１．目的", "１．"),
        ("①\u00a0개인정보", "①\u00a0"),
        ("٣. البيانات", "٣. "),
        ("(٣) البيانات", "(٣) "),
        ("أ) البيانات", "أ) "),
        ("ก. ข้อมูล", "ก. "),
        ("3.2 개인정보", "3.2 "),
        ("(b)", "(b)"),
    ],
)
def test_label(text: str, expected: str) -> None:
    assert label(text, is_heading=False) == expected
    assert label(text, is_heading=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 5 Geltung", "§ 5 "),
        ("ข้อ ๓ คำจำกัดความ", "ข้อ ๓ "),
        ("Article 3", "Article 3"),
        ("المادة ٣", "المادة ٣"),
        ("IV. Rights", "IV. "),
        ("제2항 적용", "제2항 "),
    ],
)
def test_a_heading_has_labels_that_would_be_references_elsewhere(text: str, expected: str) -> None:
    assert label(text, is_heading=True) == expected
    assert label(text, is_heading=False) == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Scope",
        "30 days after you leave",
        "30 日間保管します",
        "2021. 4. 5. 시행",
        "2. 3 days",
        "5. April 2021 tritt sie in Kraft",
        "1.000 Euro",
        "10.30 Uhr",
        "3.2 GB",
        "3.5 million users",
        "1.5 Million",
        "3.2 억 원",
        "(s)he",
        "(1) and (2) apply",
        "Section 3 applies",
        "제3조에 따라",
        "제3조 및 제4조에 따라",
        "제1조 제2항에 따라",
        "第三条に定める",
        "千葉県",
        "e.g. cookies",
        "civil. law",
    ],
)
def test_what_may_be_a_quantity_a_date_or_a_reference_is_no_label(text: str) -> None:
    assert label(text, is_heading=False) == ""


@given(text=st.text("3.)(a 제조第条٣\u3000一、①G-<>", max_size=12), is_heading=st.booleans())
def test_a_label_is_how_the_text_begins_and_holds_a_number_or_a_letter(
    *, text: str, is_heading: bool
) -> None:
    found = label(text, is_heading=is_heading)
    assert text.startswith(found)
    assert not found or any(character.isalnum() or character == "①" for character in found)
