from typing import Any

import pytest

from pipeline.config import Config, OnIncomplete, Requirements, read
from pipeline.model import Diagnostic

HEAD = "[tool.policyglot]\n"


def problem(text: str) -> str:
    result = read(text)
    assert isinstance(result, Diagnostic)
    assert (result.path, result.code) == ("pyproject.toml", "configuration")
    return str(result)


@pytest.mark.parametrize(
    "text", ["", HEAD, "[tool]\n", '[project]\nname = "방침"\n', "[tool.ruff]\nline-length = 110\n"]
)
def test_every_key_may_be_left_out(text: str) -> None:
    assert read(text) == Config(
        source_language="en",
        languages=None,
        source_dir="source",
        locales_dir="locales",
        output_dir="dist",
        translate=("title", "description", "summary"),
        fuzzy_threshold=75,
    )


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ('source-language = "ko"', "source_language", "ko"),
        ('source-language = "ZH-hans"', "source_language", "zh_Hans"),
        ('languages = ["ko", "pt-br", "iw"]', "languages", ("ko", "pt_BR", "he")),
        ("languages = []", "languages", ()),
        ('source-dir = "원본"', "source_dir", "원본"),
        ('source-dir = "docs//原本/"', "source_dir", "docs/原本"),
        ('locales-dir = "翻訳"', "locales_dir", "翻訳"),
        ('output-dir = "./ผลลัพธ์"', "output_dir", "ผลลัพธ์"),
        ('translate = ["title", "제목", "e\\u0301"]', "translate", ("title", "제목", "e\u0301")),
        ("translate = []", "translate", ()),
        ("fuzzy-threshold = 0", "fuzzy_threshold", 0),
        ("fuzzy-threshold = 100", "fuzzy_threshold", 100),
        ("fuzzy-threshold = false", "fuzzy_threshold", None),
        ('"fuzzy-threshold" = 80', "fuzzy_threshold", 80),
    ],
)
def test_each_key_sets_its_field_and_no_other(line: str, field: str, value: object) -> None:
    expected: dict[str, Any] = {field: value}
    assert read(f"{HEAD}{line}\n") == Config(**expected)


LOCALE = 'write a locale such as "ko" or "pt_BR"'
LOCALES = 'write a list of locales such as ["ko", "pt_BR"]'
FOLDER = "write a folder inside the project"
KEYS = "write a list of front-matter keys"
NUMBER = "write a whole number from 0 to 100, or false"


@pytest.mark.parametrize(
    ("key", "value", "shown", "hint"),
    [
        ("source-language", '"xx"', "'xx'", LOCALE),
        ("source-language", '"한국어"', "'한국어'", LOCALE),
        ("source-language", "3", "3", LOCALE),
        ("languages", '"ko"', "'ko'", LOCALES),
        ("languages", '["ko", "Klingon"]', "['ko', 'Klingon']", LOCALES),
        ("languages", "[1]", "[1]", LOCALES),
        ("source-dir", '""', "''", FOLDER),
        ("source-dir", '"."', "'.'", FOLDER),
        ("source-dir", '"/원본"', "'/원본'", FOLDER),
        ("locales-dir", '"../locales"', "'../locales'", FOLDER),
        ("locales-dir", '["locales"]', "['locales']", FOLDER),
        ("output-dir", '"dist/../.."', "'dist/../..'", FOLDER),
        ("translate", '"title"', "'title'", KEYS),
        ("translate", '["title", 1]', "['title', 1]", KEYS),
        ("fuzzy-threshold", "true", "True", NUMBER),
        ("fuzzy-threshold", "101", "101", NUMBER),
        ("fuzzy-threshold", "-1", "-1", NUMBER),
        ("fuzzy-threshold", "0.75", "0.75", NUMBER),
        ("fuzzy-threshold", '"75"', "'75'", NUMBER),
    ],
)
def test_a_value_that_will_not_do_is_told_with_what_would(
    key: str, value: str, shown: str, hint: str
) -> None:
    assert (
        problem(f"# 설정\n{HEAD}\n{key} = {value}\n")
        == f"pyproject.toml:4: “{key}” cannot be {shown}: {hint}"
    )


@pytest.mark.parametrize(
    ("key", "nearest"),
    [
        ("langauges", "languages"),
        ("source_language", "source-language"),
        ("sourcedir", "source-dir"),
        ("locale-dir", "locales-dir"),
        ("output", "output-dir"),
        ("translations", "translate"),
        ("threshold", "fuzzy-threshold"),
    ],
)
def test_an_unknown_key_names_the_nearest_one_and_its_line(key: str, nearest: str) -> None:
    expected = f"pyproject.toml:3: unknown key “{key}” in [tool.policyglot]: did you mean “{nearest}”?"
    assert problem(f"{HEAD}languages = []\n{key} = []\n") == expected


def test_the_line_is_that_of_our_table_and_not_of_another() -> None:
    text = f"[tool.other]\nlangauges = []\n\n{HEAD}langauges = []\n[tool.third]\nlangauges = []\n"
    assert problem(text).startswith("pyproject.toml:5: ")


def test_a_comment_that_speaks_of_our_table_does_not_move_the_line() -> None:
    text = f"# [tool.policyglot] is below\n[tool.other]\nlangauges = []\n\n{HEAD}langauges = []\n"
    assert problem(text).startswith("pyproject.toml:6: ")


@pytest.mark.parametrize(
    "text", ["[tool]\npolicyglot = { langauges = [] }\n", "tool.policyglot.langauges = []\n"]
)
def test_a_key_that_is_not_on_a_line_of_its_own_is_told_without_a_line(text: str) -> None:
    assert problem(text) == (
        "pyproject.toml: unknown key “langauges” in [tool.policyglot]: did you mean “languages”?"
    )


@pytest.mark.parametrize("text", ["[tool]\npolicyglot = 1\n", "[[tool.policyglot]]\nlanguages = []\n"])
def test_something_other_than_a_table_is_told(text: str) -> None:
    expected = "pyproject.toml: tool.policyglot is not a table: write [tool.policyglot] and keys below it"
    assert problem(text) == expected


@pytest.mark.parametrize("text", ["tool = 1\n", 'tool = ["방침"]\n'])
def test_a_tool_that_is_no_table_is_a_problem_and_no_crash(text: str) -> None:
    assert problem(text).startswith("pyproject.toml")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f'{HEAD}source-dir = "원본\nlanguages = []\n', "pyproject.toml:2"),
        (f"{HEAD}\n언어 = []\n", "pyproject.toml:3"),
        (f"{HEAD}languages = [", "pyproject.toml"),
    ],
)
def test_a_file_that_is_not_toml_is_told_with_the_line_if_it_is_known(text: str, place: str) -> None:
    assert problem(text) == f"{place}: the file is not valid TOML: mend it"


def test_the_first_problem_ends_the_reading() -> None:
    assert "langauges" in problem(f"{HEAD}langauges = []\nfuzzy-threshold = 101\n")


GATE = """\
[tool.policyglot]
site-url = "https://legal.example.com/center"
on-incomplete = "english"
required-locales = ["ko"]

[tool.policyglot.documents.privacy]
min-units = 95
required-units = ["#contact", "시행일"]
authoritative = ["en", "zh-hans"]

[tool.policyglot.documents.privacy.locales.pt-BR]
on-incomplete = "hide"
min-words = 50
authoritative-notice = "Prevalece o texto em inglês."

[tool.policyglot.documents.terms.locales]
ko = { authoritative-notice = false }
"""


def test_the_narrowest_table_rules() -> None:
    config = read(GATE)
    assert isinstance(config, Config)
    assert config.site_url == "https://legal.example.com/center/"
    assert config.documents == ("privacy", "terms")
    english, hidden = OnIncomplete.ENGLISH, OnIncomplete.HIDE
    assert config.requirements("other", "ko") == Requirements(on_incomplete=english, required_locales=("ko",))
    privacy: dict[str, Any] = {
        "min_units": 95,
        "required_units": ("contact", "시행일"),
        "authoritative": ("en", "zh_Hans"),
        "required_locales": ("ko",),
    }
    assert config.requirements("privacy", "ko") == Requirements(on_incomplete=english, **privacy)
    assert config.requirements("privacy", "pt_BR") == Requirements(
        on_incomplete=hidden, min_words=50, authoritative_notice="Prevalece o texto em inglês.", **privacy
    )
    assert config.requirements("terms", "ko").authoritative_notice is False


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        (
            "on-incomplete = 'show'",
            2,
            '“on-incomplete” cannot be \'show\': write "english", "mixed", "hide" or "last-release"',
        ),
        ("min-units = 101", 2, "“min-units” cannot be 101: write a whole number from 0 to 100"),
        (
            "site-url = 'legal.example.com'",
            2,
            "“site-url” cannot be 'legal.example.com': write an address such as \"https://legal.example.com/\"",
        ),
        (
            "site-url = 'https://a.example/?b'",
            2,
            "“site-url” cannot be 'https://a.example/?b': write an address such as \"https://legal.example.com/\"",
        ),
        (
            "required-units = 'a'",
            2,
            "“required-units” cannot be 'a': write a list of anchors such as [\"contact\"]",
        ),
        (
            "authoritative-notice = 'x'",
            2,
            "unknown key “authoritative-notice” in [tool.policyglot]: did you mean “authoritative”?",
        ),
        (
            "documents = 3",
            2,
            "“documents” holds no tables: write a table for each, such as [tool.policyglot.documents.privacy]",
        ),
        (
            "[tool.policyglot.documents.privacy]\nsource-dir = 'x'",
            3,
            "unknown key “source-dir” in [tool.policyglot.documents.privacy]: did you mean “required-units”?",
        ),
        (
            "[tool.policyglot.documents.privacy]\nlocales = 'ko'",
            3,
            "“locales” holds no tables: write a table for each, such as [tool.policyglot.documents.privacy.locales.ko]",
        ),
        (
            "[tool.policyglot.documents.privacy.locales.Klingon]\nmin-units = 1",
            2,
            "“Klingon” is not a locale: name a language as in ko, zh_Hans or pt_BR",
        ),
        (
            "[tool.policyglot.documents.privacy.locales.ko]\nauthoritative-notice = 1",
            3,
            "“authoritative-notice” cannot be 1: write a text in that language, or false for no notice",
        ),
    ],
)
def test_a_wrong_requirement_names_its_line_and_what_to_write(text: str, line: int, sentence: str) -> None:
    assert problem(f"{HEAD}{text}\n") == f"pyproject.toml:{line}: {sentence}"
