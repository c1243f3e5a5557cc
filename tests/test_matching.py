"""Which reader gets which language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.languages import served


@pytest.mark.parametrize(
    ("locales", "wanted", "expected"),
    [
        ("en ko", "ko", "ko"),
        ("en ko", "KO-kr", "ko"),
        ("en ko", "kok", None),
        ("en ko", "en-GB-oxendict", "en"),
        ("en ko", "ko-Kore-KR", "ko"),
        ("en ko", "ko-Latn", None),
        ("en_GB", "en-US", "en_GB"),
        ("en zh_Hans", "zh", "zh_Hans"),
        ("en zh_Hans", "zh-CN", "zh_Hans"),
        ("en zh_Hans", "zh-SG", "zh_Hans"),
        ("en zh_Hans", "zh-Hans-TW", "zh_Hans"),
        ("en zh_Hans", "zh-Hant", None),
        ("en zh_Hans", "zh-TW", None),
        ("en zh_Hans", "zh-HK", None),
        ("en zh_Hans", "zh-Hant-CN", None),
        ("zh_Hans zh_Hant", "zh-TW", "zh_Hant"),
        ("zh_Hans zh_Hant", "zh-hant-tw", "zh_Hant"),
        ("zh_Hant", "zh", None),
        ("zh_TW", "zh-Hant", "zh_TW"),
        ("zh_TW zh_HK", "zh-Hant-HK", "zh_HK"),
        ("zh_TW zh_HK", "zh-MO", "zh_TW"),
        ("pt_BR", "pt-PT", "pt_BR"),
        ("pt_PT pt_BR", "pt-BR", "pt_BR"),
        ("pt_PT pt_BR", "pt", "pt_PT"),
        ("pt pt_BR", "pt-AO", "pt"),
        ("es es_419", "es-419", "es_419"),
        ("es es_419", "es-ES", "es"),
        ("sr sr_Latn", "sr-ME", "sr_Latn"),
        ("sr sr_Latn", "sr-RS", "sr"),
        ("ar", "ar-EG", "ar"),
    ],
)
def test_a_range_is_served_by_a_text_in_its_language_and_script(
    locales: str, wanted: str, expected: str | None
) -> None:
    found = [locale for locale, ranges in served(locales.split()).items() if ranges.serves(wanted)]
    assert found == ([expected] if expected else [])


LOCALES = [
    "en",
    "en_GB",
    "ko",
    "pt",
    "pt_BR",
    "pt_PT",
    "sr",
    "sr_Latn",
    "zh_Hans",
    "zh_Hant",
    "zh_HK",
    "zh_TW",
    "es_419",
]


@given(
    st.lists(st.sampled_from(LOCALES), unique=True, min_size=1),
    st.sampled_from(LOCALES),
    st.sampled_from(["", "-US", "-HK", "-419", "-Latn", "-x-a"]),
)
def test_no_range_is_served_twice(locales: list[str], begin: str, end: str) -> None:
    wanted = begin.replace("_", "-") + end
    assert sum(ranges.serves(wanted) for ranges in served(locales).values()) <= 1


@given(st.lists(st.sampled_from(LOCALES), unique=True, min_size=1))
def test_each_language_serves_itself(locales: list[str]) -> None:
    found = served(locales)
    assert set(found) == set(locales)
    for locale in locales:
        by = [one for one, ranges in found.items() if ranges.serves(locale.replace("_", "-"))]
        assert by == [locale]
