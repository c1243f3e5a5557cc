"""What texts say, read in their languages: dates, numbers, clauses, addresses, terms, scripts."""

import datetime
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.languages import long_date
from pipeline.reading.addresses import addresses, spans
from pipeline.reading.clauses import clauses
from pipeline.reading.dates import dates
from pipeline.reading.digits import numeral
from pipeline.reading.facts import facts
from pipeline.reading.numbers import contradictions, numbers, said
from pipeline.reading.scripts import foreign_letters, latin_runs, other_han
from pipeline.reading.sentences import left_over
from pipeline.reading.terms import count, has, occurrences

LOCALES = ("en", "ko", "ja", "zh_Hans", "de", "fr", "es", "ar", "pt_BR", "it", "ru", "th", "he", "tr")


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "on the 5th day of  April, 2021", ["2021-04-05"]),
        ("en", "April 5, 2021; Sept. 1st, 2021; 5 April 2021; 4/5/2021; 2021-04-05",
         ["2021-04-05", "2021-09-01", "2021-04-05", "2021-04-05", "2021-04-05"]),
        ("en", "in May 2020, on June 30", ["2020-05-??", "????-06-30"]),
        ("en", "you may 5 times, 24/7, 1.2.3, version 2021.13.1, 99/99/2021", []),
        ("en_GB", "05/04/2021", ["2021-04-05"]),
        ("ko", "2021년 4월 5일부터 2021. 4. 5.까지, 2021.4.5", ["2021-04-05"] * 3),
        ("ko", "14일 이내, 제3자, 만 14세", []),
        ("ja", "2021年4月5日、2021/04/05、二〇二一年四月五日、令和3年4月5日、令和元年5月", ["2021-04-05"] * 4 + ["2019-05-??"]),
        ("zh_Hans", "2021年4月5日起，民国110年4月5日", ["2021-04-05"] * 2),
        ("de", "am 1. Januar 2020, 05.04.2021, im Mai 2020", ["2020-01-01", "2021-04-05", "2020-05-??"]),
        ("fr", "le 1er janvier 2020, 05/04/2021", ["2020-01-01", "2021-04-05"]),
        ("es", "5 de abril de 2021, 1 de enero del 2020", ["2021-04-05", "2020-01-01"]),
        ("ar", "٥ أبريل ٢٠٢١ و 5 نيسان 2021 و ٥/٤/٢٠٢١", ["2021-04-05"] * 3),
    ],
)  # fmt: skip
def test_dates(locale: str, text: str, expected: list[str]) -> None:
    assert [str(date) for date in dates(text, locale)] == expected


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2999, 12, 31)), st.sampled_from(LOCALES))
def test_what_cldr_writes_is_read_again(date: datetime.date, locale: str) -> None:
    written = long_date(date, locale)
    [found] = dates(written, locale)
    assert str(found) == str(date)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        (
            "en",
            "10,000 won, $1.5 million, 5%, 3.2.1, until 5:00 p.m.",
            ["10000", "1500000", "5", "3.2.1", "17"],
        ),
        ("de", "10.000 Euro, 1,5 Millionen, 17.00 Uhr", ["10000", "1500000", "17"]),
        ("fr", "10 000 euros, 1,5 million, 17 h 30", ["10000", "1500000", "17", "30"]),
        ("ko", "1만 원, 1억 2천만 원, 오후 5시", ["10000", "120000000", "17"]),
        ("ja", "2億5,000万円、午前12時", ["250000000", "0"]),
        ("zh_Hans", "1万元，下午5点", ["10000", "17"]),
        ("ar", "١٠٬٠٠٠ ريال، ١٫٥ مليون", ["10000", "1500000"]),
    ],
)
def test_numbers(locale: str, text: str, expected: list[str]) -> None:
    values = [number.value for number in numbers(text, locale)]
    assert values == [text if text.count(".") > 1 else Decimal(text) for text in expected]


def test_figures_that_are_no_number_are_taken_as_they_stand() -> None:
    assert [number.value for number in numbers("points 1,2.3,4 and 1.2,3.4", "en")] == ["1,2.3,4", "1.2,3.4"]


@given(st.text(alphabet="0123456789٣.,'’٬٫ \u00a0\u202f万억 pm:", max_size=20), st.sampled_from(LOCALES))
def test_any_figures_are_read(text: str, locale: str) -> None:
    assert all(number.text in text for number in numbers(text, locale))


@pytest.mark.parametrize(
    ("locale", "text", "number"),
    [
        ("en", "twenty-one days", 21), ("de", "einundzwanzig Tage", 21), ("fr", "trente jours", 30), ("es", "ciento", 100),
        ("ar", "أربعة عشر يومًا", 14), ("ar", "عشرة آلاف", 10_000), ("ar", "مليوني درهم", 2_000_000), ("ko", "삼십 일", 30), ("ja", "十四日", 14),
        ("zh_Hans", "三十天", 30),
    ],
)  # fmt: skip
def test_numbers_in_words(locale: str, text: str, number: int) -> None:
    assert Decimal(number) in said(text, locale)


def test_numerals() -> None:
    assert [numeral(text) for text in ("二〇二一", "三百五十", "1億2千万", "삼십", "万", "법")] == [
        2021, 350, 120_000_000, 30, 10_000, None,
    ]  # fmt: skip
    assert Decimal("0.05") in said("万分之五", "zh_Hans")


def test_a_word_and_digits_that_contradict_each_other() -> None:
    assert contradictions("dreizehn (30) Tage, dreißig (30) Tage", "de") == ("dreizehn (30)",)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "Section 6(a)", [(("6",), ("a",))]),
        ("en", "Sections 5 and 6 apply.", [(("5", "6"), ())]),
        ("de", "Art. 6 Abs. 1 lit. b DSGVO", [(("6", "1"), ("b",))]),
        ("fr", "l’article 6, paragraphe 1, point b), du RGPD", [(("6", "1"), ("b",))]),
        ("ko", "제6조 제1항 (a)", [(("6", "1"), ("a",))]),
        ("ko", "제6조 가목", [(("6",), ("a",))]),
        ("ko", "제3자에게", []),
        ("ja", "第14.3条(a)", [(("14.3",), ("a",))]),
        ("zh_Hans", "第六条第(a)项", [(("6",), ("a",))]),
        ("ar", "المادة 6(أ)", [(("6",), ("a",))]),
        ("th", "Section 6(a)", []),
    ],
)
def test_clauses(locale: str, text: str, expected: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    assert [(clause.numbers, clause.letters) for clause in clauses(text, locale)] == expected


def test_addresses() -> None:
    text = "a@b.example로, nexclipper.io와 https://x.example/y?z=1, 전화 +82-2-533-8622번 2021-04-05 10 000 2020-2021"
    found = addresses(text)
    assert found.web == ("a@b.example", "nexclipper.io", "https://x.example/y?z=1")
    assert found.phones == ("+82-2-533-8622",)
    assert addresses("400-555-0126 (24 hours)").phones == ("400-555-0126",)
    assert len(found.rest) == len(text)


REACHED = [
    "a@b.example", "x.example.com,", "(https://x.example/y).", "+82-2-533-8622", "(02)533-8622", "٠٢-٥٣٣-٨٦٢٢", "2021-04-05",
    "10 000", "//", "전화", "e\u0301",
]  # fmt: skip


@given(st.lists(st.sampled_from(REACHED)).map(" ".join))
def test_where_addresses_stand(text: str) -> None:
    found = addresses(text)
    where = spans(text)
    assert sorted(text[start:end] for start, end in where) == sorted((*found.web, *found.phones))
    assert all(end <= start for (_, end), (start, _) in pairwise(where))


def test_a_look_alike_is_another_address() -> None:
    assert addresses("nexclірper.io").web == ("nexclірper.io",)  # with Cyrillic і and р


def test_terms() -> None:
    text = "This Privacy Policy (the “Policy”) tells of cookies and of policies; Licensors share."
    assert occurrences(["Privacy Policy", "Policy", "cookie", "Share", "Licensor"], text, "en") == {
        "Privacy Policy": 1, "Policy": 1, "cookie": 1, "Share": 0, "Licensor": 1,
    }  # fmt: skip
    assert has("Verarbeitung personenbezogener Daten", "personenbezogene Daten", "de")
    assert has("معلوماتك الشخصية", "المعلومات الشخصية", "ar")
    assert has("Crédits de service", "crédit de service", "fr")
    assert count("ganz oder teilweise", "teilen", "de", compounds=False) == 0
    assert not has("개인 정보", "개인정보", "ko")


def test_scripts() -> None:
    assert foreign_letters("Die Dаten あ №", "de", "x") == ("Dаten", "あ")
    assert latin_runs("이것은 this is not a sentence 입니다", "ko") == ("this is not a sentence",)
    assert other_han("個人信息", "zh_Hans") == ("個",)
    assert other_han("个人資訊", "zh_Hant") == ("个",)


def test_sentences_that_are_left() -> None:
    source = "We keep data. Backups expire after thirty days."
    assert left_over(source, "보관합니다. Backups expire after thirty days.", ()) == (
        "Backups expire after thirty days.",
    )
    assert (
        left_over("NexCloud is a name of us", "NexCloud is a name of us", ("NexCloud is a name of us",)) == ()
    )


@given(st.text(max_size=60), st.sampled_from(LOCALES))
def test_any_text_can_be_read_in_any_language(text: str, locale: str) -> None:
    known = facts(text, locale)
    assert len(known.addresses.rest) == len(text)
    assert all(date.text in text for date in known.dates)
    assert all(clause.text in known.addresses.rest for clause in known.clauses if "\ufffc" not in clause.text)
