"""The page of a document: its title, notices, contents and languages, in each form that the gate gives it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.building import POLICY, PROJECT, build, catalog, page, texts, values


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return build(tmp_path_factory.mktemp("project"))


def test_the_page_says_its_language(files: Mapping[str, bytes]) -> None:
    for tag, direction in {"en": "ltr", "ko": "ltr", "ar": "rtl", "fr": "ltr"}.items():
        read = page(files, f"{tag}/privacy/index.html")
        assert (values(read, "html", "lang"), values(read, "html", "dir")) == ([tag], [direction])


def test_what_is_in_the_source_language_says_so(files: Mapping[str, bytes]) -> None:
    korean, arabic, french = (page(files, f"{tag}/privacy/index.html") for tag in ("ko", "ar", "fr"))
    assert not korean.css("article[lang], article .untranslated, h1[lang]")
    assert values(arabic, "article", "lang") == [None]
    assert texts(arabic, "article .untranslated") == ["Kind", "Why", "Name", "Contract", "Rights", "Ask us."]
    assert set(values(arabic, ".untranslated", "lang")) == {"en"}
    assert set(values(arabic, ".untranslated", "dir")) == {"ltr"}
    assert (values(arabic, "h1", "class"), values(arabic, "h1", "lang")) == (["untranslated"], ["en"])
    assert (values(french, "article", "lang"), values(french, "article", "dir")) == (["en"], ["ltr"])
    assert values(french, "h1, .contents ol[lang]", "lang") == ["en", "en"]
    assert not french.css("article .untranslated, .contents ol .untranslated, h1.untranslated")
    assert values(french, 'meta[name="description"]', "lang") == ["en"]


def test_the_notices_tell_what_the_text_is_worth(files: Mapping[str, bytes]) -> None:
    english, korean, arabic, french = (
        page(files, f"{tag}/privacy/index.html") for tag in ("en", "ko", "ar", "fr")
    )
    assert not english.css("#_notices")
    assert texts(korean, "#_notices p") == [
        "This translation has not been reviewed by a lawyer.",
        "이 문서와 영어 문서가 다르면 영어 문서가 우선합니다. Read the text in English",
    ]
    assert texts(arabic, "#_notices p") == [
        "Parts of this text are not translated yet. They are shown in English, with a line beside them.",
        "This translation has not been reviewed by a lawyer.",
        "If this text differs from the text in English, the text in English prevails. Read the text in English",
    ]
    assert texts(french, "#_notices p") == [
        "This text is not available in this language yet. It is shown in English."
    ]
    assert values(korean, "#_notices a", "href") == ["../../en/privacy/index.html"]
    assert values(korean, "#_notices", "role") == ["note"]


def test_a_notice_of_the_projects_own_and_another_text_that_binds(tmp_path: Path) -> None:
    settings = '[tool.policyglot.documents.privacy]\nauthoritative = ["ko"]\n[tool.policyglot.documents.privacy.locales.ar]\nauthoritative-notice = "النص <الكوري> ملزم."\n'
    files = build(tmp_path, {**PROJECT, "pyproject.toml": settings})
    english, korean, arabic = (page(files, f"{tag}/privacy/index.html") for tag in ("en", "ko", "ar"))
    assert texts(english, "#_notices p") == [
        "If this text differs from the text in Korean, the text in Korean prevails. Read the text in Korean"
    ]
    assert values(english, "#_notices a", "href") == ["../../ko/privacy/index.html"]
    assert texts(korean, "#_notices p") == ["This translation has not been reviewed by a lawyer."]
    assert texts(arabic, "#_notices p")[-1] == "النص <الكوري> ملزم. Read the text in Korean"


def test_the_languages_are_links_with_their_own_names(files: Mapping[str, bytes]) -> None:
    read = page(files, "ar/privacy/index.html")
    links = read.css("#_languages a")
    assert [
        (link.text(), link.attributes["lang"], link.attributes["dir"], link.attributes["href"])
        for link in links
    ] == [
        ("English", "en", "ltr", "../../en/privacy/index.html"),
        ("한국어", "ko", "ltr", "../../ko/privacy/index.html"),
        ("العربية", "ar", "rtl", "index.html"),
        ("Français", "fr", "ltr", "../../fr/privacy/index.html"),
    ]
    assert [link.text() for link in links if link.attributes.get("aria-current") == "page"] == ["العربية"]
    assert texts(read, '#_languages ul[aria-labelledby="_incomplete"] a') == ["العربية", "Français"]
    assert texts(read, "#_incomplete") == ["Not fully translated"]


def test_one_language_has_no_list_of_languages(tmp_path: Path) -> None:
    assert not page(build(tmp_path, {"source/privacy.md": POLICY}), "en/privacy/index.html").css(
        "#_languages"
    )


def test_the_contents_lead_to_the_sections(files: Mapping[str, bytes]) -> None:
    for tag, names in {
        "ko": ["1. 정보", "권리"],
        "ar": ["1. البيانات", "Rights"],
        "fr": ["1. Data", "Rights"],
    }.items():
        read = page(files, f"{tag}/privacy/index.html")
        assert texts(read, "#_contents > details > ol > li > a") == names[:1]
        assert texts(read, "#_contents ol ol a") == names[1:]
        assert values(read, "#_contents a", "href") == ["#1-data", "#rights"]
        assert values(read, "article h2, article h3", "id") == ["1-data", "rights"]
    assert values(page(files, "ar/privacy/index.html"), "#_contents a", "lang") == [None, "en"]


def test_a_text_without_sections_has_no_contents(tmp_path: Path) -> None:
    assert not page(build(tmp_path, {"source/privacy.md": "Text.\n"}), "en/privacy/index.html").css(
        "#_contents"
    )


def test_a_section_before_the_first_of_its_level_stands_by_itself(tmp_path: Path) -> None:
    source = "> # Quoted\n>\n> Text.\n\n## One\n\n# Two\n\n## Three\n"
    read = page(build(tmp_path, {"source/privacy.md": source}), "en/privacy/index.html")
    assert set(texts(read, "#_contents a")) == {"One", "Two", "Three"}


def test_the_first_heading_is_the_title_with_its_id(tmp_path: Path) -> None:
    source = "# Terms *of* use {#terms}\n\nText.\n"
    files = build(
        tmp_path,
        {"source/a.md": source, "locales/ko/LC_MESSAGES/a.po": catalog({"Terms *of* use": "이용 *약관*"})},
    )
    for tag, title in {"en": "Terms of use", "ko": "이용 약관"}.items():
        read = page(files, f"{tag}/a/index.html")
        assert (texts(read, "h1"), values(read, "h1", "id"), texts(read, "title")) == (
            [title],
            ["terms"],
            [title],
        )
        assert not read.css("article h1, article h2")


def test_the_labels_are_in_the_language_of_the_text_that_they_stand_in(tmp_path: Path) -> None:
    words = catalog({"Link to “%(heading)s”": "‘%(heading)s’ % 링크", "Table %(number)s": "표 %(number)s"})
    both = ("ko", "fr")
    files = build(
        tmp_path, {**PROJECT, **{f"locales/{locale}/LC_MESSAGES/site.po": words for locale in both}}
    )
    korean, french = (page(files, f"{tag}/privacy/index.html") for tag in both)
    assert values(korean, ".permalink", "aria-label") == ["‘1. 정보’ % 링크", "‘권리’ % 링크"]
    assert values(korean, ".table", "aria-label") == ["표 1"]
    assert values(french, ".permalink", "aria-label") == ["Link to “1. Data”", "Link to “Rights”"]
    assert values(french, ".table", "aria-label") == ["Table 1"]


def test_a_label_is_text(tmp_path: Path) -> None:
    read = page(build(tmp_path, {"source/a.md": 'Text.\n\n# "A" & <b>`<i>`</b>\n'}), "en/a/index.html")
    assert values(read, ".permalink", "aria-label") == ['Link to “"A" & <i>”']


def test_addresses_are_set_apart_from_right_to_left_text_alone(files: Mapping[str, bytes]) -> None:
    assert texts(page(files, "ar/privacy/index.html"), "bdi") == ["+82-2-533-8622"]
    assert values(page(files, "ar/privacy/index.html"), "bdi", "dir") == ["ltr"]
    assert not page(files, "ko/privacy/index.html").css("bdi")
    assert not page(files, "fr/privacy/index.html").css("bdi")


def test_words_without_a_translation_say_so_and_stand_plain_where_there_are_no_tags(
    files: Mapping[str, bytes],
) -> None:
    read = page(files, "ko/404.html")
    assert texts(read, "h1 .untranslated") == ["Page not found"]
    assert texts(read, "title") == ["Page not found"]
    for name in (name for name in files if name.endswith(".html")):
        for node in page(files, name).css("*"):
            assert not any("<" in (value or "") for value in node.attributes.values()), f"{name}: {node.html}"
        assert "<" not in texts(page(files, name), "title")[0]


def test_a_region_of_a_language_is_named_by_its_language(tmp_path: Path) -> None:
    settings = '[tool.policyglot]\nsource-language = "pt_BR"\n'
    files = build(
        tmp_path,
        {
            "pyproject.toml": settings,
            "source/a.md": "Olá.\n",
            "locales/ko/LC_MESSAGES/a.po": catalog({"Olá.": "안녕."}),
        },
    )
    read = page(files, "ko/a/index.html")
    assert texts(read, "#_notices p")[-1].startswith("If this text differs from the text in")
