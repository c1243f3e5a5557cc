"""What a reader of a language gets of a document, and why."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.catalog import CatalogFile
from pipeline.check import Brief
from pipeline.config import OnIncomplete, Requirements
from pipeline.gate import Binding, Edition, Form, account, edition, listed, original_edition, weigh
from pipeline.gate.section import section_units
from pipeline.languages import language
from pipeline.localize import localize, withhold
from pipeline.model import Catalog, Diagnostic, Message, Severity
from pipeline.segment import Document, segment

SOURCE = """---
title: Terms
---

Above all headings.

# Use

One two three.

## Fees

Three and a half % of *each* order, [see](#contact).

# Contact {#contact}

Write to us.

# Ende

Last.
"""
EN, KO, DE = language("en"), language("ko"), language("de")


def document(text: str = SOURCE) -> Document:
    found = segment(text, name="terms", path="source/terms.md", translate=("title",))
    assert isinstance(found, Document)
    return found


TERMS = document()
TEXTS = tuple(unit.text for unit in TERMS.units)


def ko(
    translated: Mapping[str, str] | None = None,
    fuzzy: tuple[str, ...] = (),
    refused: tuple[str, ...] = (),
    found: tuple[Diagnostic, ...] = (),
    **wanted: Any,  # noqa: ANN401 - any requirement
) -> Edition:
    """Decide on the Korean text in which all is translated, but for what is named."""
    given_texts = dict.fromkeys(TEXTS, "가") if translated is None else translated
    messages = tuple(
        Message(
            text=text, translations=(given_texts.get(text, ""),), flags=("fuzzy",) if text in fuzzy else ()
        )
        for text in TEXTS
    )
    file = CatalogFile(
        path="ko.po", domain="terms", language=KO, catalog=Catalog(headers={}, messages=messages)
    )
    localized = localize(TERMS, file, Brief(source="en", target="ko"))
    return edition(
        withhold(localized, {(None, text) for text in refused}),
        Requirements(**wanted),
        source=EN,
        weights=weigh(TERMS),
        found=found,
    )


def all_but(*left: str) -> dict[str, str]:
    return {text: "나" for text in TEXTS if text not in left}


def told(one: Edition) -> list[tuple[str, str]]:
    return [(reason.code, reason.message) for reason in one.decision.reasons]


def test_a_complete_translation_passes() -> None:
    decision = ko().decision
    assert (decision.form, decision.passes, decision.reasons) == (Form.TRANSLATED, True, ())
    assert (decision.units.total, decision.units.translated) == (10, 10)
    assert decision.words.total == decision.words.translated == sum(weigh(TERMS).values())


def test_the_source_is_always_published() -> None:
    one = original_edition(
        TERMS, EN, Requirements(min_units=100, on_incomplete=OnIncomplete.HIDE), weigh(TERMS)
    )
    assert (one.decision.form, one.decision.passes, one.decision.binding) == (Form.ORIGINAL, True, None)


@pytest.mark.parametrize(
    ("on_incomplete", "form", "language_shown"),
    [("mixed", Form.MIXED, "ko"), ("english", Form.ENGLISH, "en"), ("hide", Form.HIDDEN, "ko")],
)
def test_an_incomplete_translation_becomes_what_is_configured(
    on_incomplete: str, form: Form, language_shown: str
) -> None:
    one = ko(all_but("Last."), on_incomplete=OnIncomplete(on_incomplete))
    assert (one.decision.form, one.decision.passes) == (form, False)
    assert one.decision.language == KO
    assert one.localized.language.locale == language_shown
    assert one.decision.has_page is (form is not Form.HIDDEN)


def test_without_one_translated_unit_the_page_is_the_source_text() -> None:
    assert ko({}).decision.form is Form.ENGLISH
    assert ko({}, on_incomplete=OnIncomplete.HIDE).decision.form is Form.HIDDEN


def test_the_reasons_are_written_out() -> None:
    one = ko(all_but("Last.", "Write to us."), fuzzy=("Use",), refused=("Fees",))
    assert told(one) == [
        (
            "units",
            "6 of 10 units (60 %) are translated, and 100 % have to be: 2 untranslated, 1 fuzzy, 1 refused by the checks",
        ),
        ("words", "17 of 23 source words (73 %) are translated, and 100 % have to be"),
    ]


def test_thresholds_let_a_nearly_complete_text_pass_and_mark_the_rest() -> None:
    decision = ko(all_but("Last."), min_units=90, min_words=95).decision
    assert (decision.form, decision.passes) == (Form.MIXED, True)
    assert ko(all_but("Last."), min_units=91, min_words=95).decision.passes is False
    assert ko(all_but("Last."), min_units=90, min_words=96).decision.passes is False


def test_a_required_section_has_to_be_whole() -> None:
    wanted: dict[str, Any] = {"min_units": 0, "min_words": 0, "required_units": ("contact",)}
    assert told(ko(all_but("Write to us."), **wanted)) == [
        ("required-unit", "the required section “#contact” has 1 of 2 units translated")
    ]
    assert told(ko(all_but("Last."), **wanted)) == []


def test_a_required_section_that_is_not_there_lets_nothing_pass() -> None:
    assert told(ko(required_units=("연락처",))) == [
        ("required-unit", "the required section “#연락처” is not in source/terms.md")
    ]


@pytest.mark.parametrize(
    ("anchor", "texts"),
    [
        ("top", ["Terms", "Above all headings."]),
        ("use", ["Use", "One two three.", "Fees", TEXTS[5]]),
        ("fees", ["Fees", TEXTS[5]]),
        ("contact", ["Contact", "Write to us."]),
        ("ende", ["Ende", "Last."]),
        ("Contact", []),
    ],
)
def test_a_section_reaches_to_the_next_heading_of_its_level(anchor: str, texts: list[str]) -> None:
    assert [unit.text for unit in section_units(TERMS, anchor)] == texts


def test_a_heading_in_a_quote_ends_no_section_and_a_html_heading_begins_one() -> None:
    found = document("앞\n\n# 가\n\n하나\n\n> # 나\n\n둘\n\n<h2>다</h2>\n\n셋\n\n# 라\n\n넷\n")
    assert [unit.text for unit in section_units(found, "가")] == ["가", "하나", "나", "둘", "다", "셋"]


BINDING = "두 언어의 본문은 동등한 효력을 가집니다."


@pytest.mark.parametrize(
    ("wanted", "translated", "expected"),
    [
        ({}, None, Binding(language=EN)),
        ({"authoritative": ("en",)}, None, Binding(language=EN)),
        ({"authoritative": ("en", "ko")}, None, None),
        ({"authoritative": ("de", "fr")}, None, Binding(language=DE)),
        ({"authoritative": ("de", "en")}, None, Binding(language=EN)),
        ({"authoritative_notice": False}, None, None),
        ({"authoritative_notice": BINDING}, None, Binding(language=EN, text=BINDING)),
        (
            {"authoritative": ("en", "ko"), "authoritative_notice": BINDING},
            None,
            Binding(language=EN, text=BINDING),
        ),
        ({"authoritative_notice": BINDING}, {}, None),
        ({"authoritative": ("ko",)}, {}, Binding(language=KO)),
    ],
)
def test_the_notice_of_which_text_binds(
    wanted: Mapping[str, Any], translated: Mapping[str, str] | None, expected: Binding | None
) -> None:
    assert ko(translated, **wanted).decision.binding == expected


def test_the_source_says_so_where_another_text_binds() -> None:
    assert original_edition(
        TERMS, EN, Requirements(authoritative=("ko",)), weigh(TERMS)
    ).decision.binding == Binding(language=KO)


def test_findings_are_counted_by_severity() -> None:
    kinds = (Severity.BLOCK, Severity.ERROR, Severity.ERROR, Severity.INFO)
    found = [Diagnostic(path="ko.po", code="x", message="x", hint="x", severity=kind) for kind in kinds]
    accepted = Diagnostic(path="ko.po", code="x", message="x", hint="x", accepted="이유")
    assert ko(found=(*found, accepted)).decision.findings == {
        "block": 1,
        "error": 2,
        "warning": 0,
        "info": 1,
        "accepted": 1,
    }


@given(
    left=st.sets(st.sampled_from(TEXTS)),
    fuzzy=st.sets(st.sampled_from(TEXTS)),
    units=st.integers(0, 100),
    words=st.integers(0, 100),
    on_incomplete=st.sampled_from(OnIncomplete),
)
def test_what_does_not_pass_has_a_reason_and_what_passes_has_none(
    left: set[str], fuzzy: set[str], units: int, words: int, on_incomplete: OnIncomplete
) -> None:
    one = ko(
        all_but(*left), fuzzy=tuple(fuzzy), min_units=units, min_words=words, on_incomplete=on_incomplete
    ).decision
    assert one.passes is not bool(one.reasons)
    counts = one.units
    assert counts.total == counts.translated + counts.fuzzy + counts.untranslated + counts.refused
    assert (one.form is Form.TRANSLATED) is (counts.translated == counts.total)
    assert not (one.passes and one.form in {Form.ENGLISH, Form.HIDDEN})


def test_the_account_has_a_form_that_programs_can_rely_on() -> None:
    found = account(
        [listed([original_edition(TERMS, EN, Requirements(), weigh(TERMS)), ko(all_but("Last."))])]
    )
    assert list(found) == ["version", "documents"]
    [one] = found["documents"]
    assert {key: value for key, value in one.items() if key != "languages"} == {
        "document": "terms",
        "title": "Terms",
        "effective": None,
        "version": None,
    }
    assert one["languages"][1] == {
        "locale": "ko",
        "tag": "ko",
        "name": "Korean",
        "form": "mixed",
        "passes": False,
        "required": False,
        "reasons": [
            {
                "code": "units",
                "message": "9 of 10 units (90 %) are translated, and 100 % have to be: 1 untranslated",
            },
            {"code": "words", "message": "22 of 23 source words (95 %) are translated, and 100 % have to be"},
        ],
        "units": {"total": 10, "translated": 9, "fuzzy": 0, "untranslated": 1, "refused": 0},
        "messages": {"total": 10, "translated": 9, "fuzzy": 0, "untranslated": 1, "refused": 0},
        "words": {"total": 23, "translated": 22},
        "findings": {"block": 0, "error": 0, "warning": 0, "info": 0, "accepted": 0},
        "reviewed": False,
        "approvals": [],
    }
