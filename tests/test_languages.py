import datetime

import pytest

from pipeline.languages import Language, canonical, identity, language, long_date, plural_forms

OPENING_DAY = datetime.date(2021, 4, 5)


@pytest.mark.parametrize(
    ("spelled", "locale"),
    [
        ("ko", "ko"),
        ("KO", "ko"),
        ("ja", "ja"),
        ("zh_Hans", "zh_Hans"),
        ("zh-hans", "zh_Hans"),
        ("ZH_HANS_cn", "zh_Hans_CN"),
        ("zh_CN", "zh_CN"),
        ("zh-cn", "zh_CN"),
        ("pt_BR", "pt_BR"),
        ("pt-br", "pt_BR"),
        ("es-419", "es_419"),
        ("ar", "ar"),
        ("de", "de"),
        ("de_KR", "de_KR"),
        ("fil", "fil"),
    ],
)
def test_a_locale_spelled_either_way_gets_its_posix_name(spelled: str, locale: str) -> None:
    assert canonical(spelled) == locale


@pytest.mark.parametrize(
    ("old", "new"), [("iw", "he"), ("in", "id"), ("mo", "ro"), ("cmn", "zh"), ("iw-IL", "he_IL")]
)
def test_a_withdrawn_language_code_becomes_the_one_of_today(old: str, new: str) -> None:
    assert canonical(old) == new


@pytest.mark.parametrize(
    "name",
    [
        "",
        "k",
        "xx",
        "english",
        "한국어",
        "de_XX",
        "de_Xxxx",
        "uk_UK",
        "ko_",
        "ko__KR",
        "ko KR",
        "ko\n",
        "ko_KR.UTF-8",
        "de@euro",
        "zh_CN_Hans",
        "ｋｏ",
        "es_٤١٩",
        "templates",
    ],
)
def test_a_name_that_cldr_does_not_know_is_no_locale(name: str) -> None:
    assert canonical(name) is None


@pytest.mark.parametrize(
    "spellings",
    [
        ("zh_CN", "zh_Hans_CN"),
        ("zh", "zh_Hans"),
        ("zh_TW", "zh_Hant_TW"),
        ("zh_HK", "zh_Hant_HK"),
        ("zh_SG", "zh_Hans_SG"),
        ("ko_KR", "ko_Kore_KR"),
        ("sr", "sr_Cyrl"),
        ("sr_ME", "sr_Latn_ME"),
        ("uz_AF", "uz_Arab_AF"),
        ("pa_PK", "pa_Arab_PK"),
    ],
)
def test_a_script_that_cldr_supplies_makes_no_other_locale(spellings: tuple[str, str]) -> None:
    short, long = spellings
    assert (identity(short), identity(long)) == (short, short)


@pytest.mark.parametrize(
    "locale", ["zh_Hant", "zh_Hans_TW", "sr_Latn", "sr_Cyrl_ME", "pt_BR", "es_419", "de_KR", "he"]
)
def test_a_script_or_region_that_tells_locales_apart_is_kept(locale: str) -> None:
    assert identity(locale) == locale


@pytest.mark.parametrize(
    ("locale", "tag", "autonym", "english", "direction"),
    [
        ("ko", "ko", "한국어", "Korean", "ltr"),
        ("ja", "ja", "日本語", "Japanese", "ltr"),
        ("zh_Hans", "zh-Hans", "简体中文", "Chinese (Simplified)", "ltr"),
        ("zh_CN", "zh-CN", "中文 (简体, 中国)", "Chinese (Simplified, China)", "ltr"),
        ("pt_BR", "pt-BR", "Português (Brasil)", "Portuguese (Brazil)", "ltr"),
        ("ar", "ar", "العربية", "Arabic", "rtl"),
        ("he", "he", "עברית", "Hebrew", "rtl"),
        ("th", "th", "ไทย", "Thai", "ltr"),
        ("de", "de", "Deutsch", "German", "ltr"),
        ("es_419", "es-419", "Español latinoamericano", "Spanish (Latin America)", "ltr"),
    ],
)
def test_a_language_is_described_in_itself_and_in_english(
    locale: str, tag: str, autonym: str, english: str, direction: str
) -> None:
    described = language(locale)
    assert (described.locale, described.tag) == (locale, tag)
    assert (described.autonym, described.english, described.direction) == (autonym, english, direction)


@pytest.mark.parametrize(
    "locale",
    [
        "ar",
        "he",
        "fa",
        "ur",
        "yi",
        "ps",
        "ug",
        "dv",
        "ckb",
        "ar_EG",
        "pa_Arab",
        "pa_PK",
        "uz_AF",
        "az_Arab",
        "ms_Arab",
    ],
)
def test_a_language_written_from_right_to_left_is_known(locale: str) -> None:
    assert language(locale).direction == "rtl"


@pytest.mark.parametrize(
    "locale", ["pa", "uz", "az", "ms", "ku", "tr", "th", "am", "ja", "zh_Hant", "sr_Latn"]
)
def test_a_language_written_from_left_to_right_is_known(locale: str) -> None:
    assert language(locale).direction == "ltr"


def test_a_region_that_cldr_has_no_data_for_takes_the_facts_of_its_language() -> None:
    assert language("de_KR") == Language(
        locale="de_KR", tag="de-KR", autonym="Deutsch", english="German", direction="ltr"
    )
    assert long_date(OPENING_DAY, "de_KR") == "5. April 2021"
    assert plural_forms("de_KR") == "nplurals=2; plural=(n != 1);"


@pytest.mark.parametrize(
    ("locale", "english"),
    [("sm", "Samoan"), ("chk", "Chuukese"), ("arc", "Aramaic")],
)
def test_a_language_that_cldr_knows_by_name_only_is_not_called_english(locale: str, english: str) -> None:
    assert canonical(locale) == locale
    assert language(locale).english == english


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("ko", "2021년 4월 5일"),
        ("ja", "2021年4月5日"),
        ("zh_Hans", "2021年4月5日"),
        ("zh_CN", "2021年4月5日"),
        ("pt_BR", "5 de abril de 2021"),
        ("ar", "5 أبريل 2021"),
        ("he", "5 באפריל 2021"),
        ("th", "5 เมษายน ค.ศ. 2021"),
        ("de", "5. April 2021"),
        ("en", "April 5, 2021"),
    ],
)
def test_a_date_is_written_in_the_long_form_of_the_language(locale: str, written: str) -> None:
    assert long_date(OPENING_DAY, locale) == written


@pytest.mark.parametrize(
    ("locale", "forms"),
    [
        ("ko", "nplurals=1; plural=0;"),
        ("ja", "nplurals=1; plural=0;"),
        ("zh_Hans", "nplurals=1; plural=0;"),
        ("zh_CN", "nplurals=1; plural=0;"),
        ("de", "nplurals=2; plural=(n != 1);"),
    ],
)
def test_plural_forms_are_those_of_the_po_header(locale: str, forms: str) -> None:
    assert plural_forms(locale) == forms
