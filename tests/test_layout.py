from collections.abc import Mapping, Sequence

import pytest

from pipeline.config import Config
from pipeline.layout import bad_source, builds_folder, catalog_path, locale_folders, template_path
from pipeline.model import Diagnostic

NAMES = "use letters, digits, “.”, “-” and “_”, and not “site”, which is the page templates' own and not “glossary”, which is the defined terms'"
ONE_FOLDER = "move the catalogs into one folder"


def folders(*names: str, config: Config | None = None) -> Mapping[str, str]:
    result = locale_folders(config or Config(), names)
    assert not isinstance(result, Diagnostic)
    return result


def problem(*names: str, config: Config | None = None) -> str:
    result = locale_folders(config or Config(), names)
    assert isinstance(result, Diagnostic)
    assert result.code == "project"
    return str(result)


def test_a_template_stands_beside_the_locales() -> None:
    assert template_path(Config(), "privacy") == "locales/templates/LC_MESSAGES/privacy.pot"
    assert template_path(Config(locales_dir="번역/po"), "方針") == "번역/po/templates/LC_MESSAGES/方針.pot"


def test_a_catalog_stands_in_the_folder_as_it_is_spelled() -> None:
    assert catalog_path(Config(), "pt-br", "privacy") == "locales/pt-br/LC_MESSAGES/privacy.po"
    assert catalog_path(Config(locales_dir="번역/po"), "ja", "方針") == "번역/po/ja/LC_MESSAGES/方針.po"


def test_the_builds_stand_beside_what_is_published() -> None:
    assert builds_folder("/srv/정책") == "/srv/정책.builds"


@pytest.mark.parametrize(
    "name",
    ["privacy.md", "개인정보.md", "個人情報.md", "الخصوصية.md", "prïvacy-2.0_x.md", "2021.md", "_draft.md"],
)
def test_a_document_may_be_named_with_letters_of_any_script(name: str) -> None:
    assert bad_source(Config(), ["terms.md", name]) is None


@pytest.mark.parametrize(
    "name",
    ["ที่อยู่.md", "नीति.md", "cafe\u0301.md", "e\u0323\u0301.md"],
    ids=["Thai", "Devanagari", "NFD", "two marks"],
)
def test_a_letter_may_carry_marks_in_a_documents_name(name: str) -> None:
    assert bad_source(Config(), [name]) is None


@pytest.mark.parametrize(
    "name",
    [
        "site.md",
        "two words.md",
        "a\u00a0b.md",
        "a\u2028b.md",
        "a/b.md",
        "-x.md",
        ".x.md",
        "a*.md",
        "“x”.md",
        ".md",
    ],
)
def test_a_name_that_no_file_or_folder_can_be_made_from_is_told(name: str) -> None:
    result = bad_source(Config(source_dir="원본"), ["privacy.md", name])
    assert isinstance(result, Diagnostic)
    assert str(result) == f"원본/{name}: a document cannot have this name: {NAMES}"


def test_no_document_at_all_is_told() -> None:
    result = bad_source(Config(source_dir="원본"), [])
    assert str(result) == "원본: there is no document: put the documents there, as *.md"


def test_of_two_bad_names_the_first_in_order_is_told() -> None:
    assert str(bad_source(Config(), iter(["ㄴ ㄴ.md", "ㄱ ㄱ.md"]))).startswith("source/ㄱ ㄱ.md: ")


def test_the_folders_are_found_by_canonical_name_and_in_its_order() -> None:
    found = folders("zh_Hans", "templates", "pt-br", "ko", ".git", "_drafts", "iw", "AR")
    assert list(found.items()) == [
        ("ar", "AR"),
        ("he", "iw"),
        ("ko", "ko"),
        ("pt_BR", "pt-br"),
        ("zh_Hans", "zh_Hans"),
    ]


@pytest.mark.parametrize(("name", "source"), [("en", "en"), ("EN", "en"), ("zh-hans", "zh_Hans")])
def test_the_folder_of_the_source_language_is_not_a_locale_to_work_on(name: str, source: str) -> None:
    assert folders(name, "ko", config=Config(source_language=source)) == {"ko": "ko"}


def test_a_region_of_the_source_language_is_a_locale_to_work_on() -> None:
    assert folders("en_GB") == {"en_GB": "en_GB"}


@pytest.mark.parametrize("name", ["hansel", "english", "한국어", "zh_CN_Hans", "ko copy", "de_XX"])
def test_a_folder_that_is_no_locale_is_told(name: str) -> None:
    assert problem("ko", name) == (
        f"locales/{name}: this is not a locale: name it as in ko, zh_Hans or pt_BR, or move it away"
    )


@pytest.mark.parametrize(
    ("names", "told", "other"),
    [
        (("pt_BR", "pt-br"), "pt_BR", "pt-br"),
        (("zh_CN", "zh_Hans_CN"), "zh_Hans_CN", "zh_CN"),
        (("zh-tw", "zh_Hant_TW"), "zh_Hant_TW", "zh-tw"),
        (("iw", "he"), "iw", "he"),
        (("en_Latn", "ko"), "en_Latn", "en"),
    ],
)
def test_two_spellings_of_one_locale_are_told_in_either_order(
    names: Sequence[str], told: str, other: str
) -> None:
    expected = f"locales/{told}: this is the same locale as “{other}”: {ONE_FOLDER}"
    assert problem(*names) == expected
    assert problem(*reversed(names)) == expected


def test_only_the_configured_languages_are_worked_on_whether_they_have_a_folder_or_not() -> None:
    config = Config(languages=("ko", "pt_BR", "ja"))
    assert list(folders("pt-br", "de", "ko", config=config).items()) == [
        ("ja", "ja"),
        ("ko", "ko"),
        ("pt_BR", "pt-br"),
    ]


def test_no_configured_language_is_no_language() -> None:
    assert folders("ko", config=Config(languages=())) == {}


def test_a_configured_language_never_gets_a_second_folder_for_another_spelling() -> None:
    result = locale_folders(Config(languages=("zh_CN",)), ["zh_Hans_CN"])
    assert isinstance(result, Diagnostic) or set(result.values()) == {"zh_Hans_CN"}


def test_two_configured_spellings_of_one_locale_are_not_two_locales() -> None:
    result = locale_folders(Config(languages=("zh_CN", "zh_Hans_CN")), [])
    assert isinstance(result, Diagnostic) or len(result) == 1


def test_the_source_language_is_not_a_locale_to_work_on_even_if_it_is_configured() -> None:
    result = locale_folders(Config(languages=("en", "ko")), ["ko"])
    assert isinstance(result, Diagnostic) or result == {"ko": "ko"}
