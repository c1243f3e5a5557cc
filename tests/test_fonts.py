import pytest

from pipeline.languages import Fonts, fonts


@pytest.mark.parametrize(
    ("locale", "main", "cjk"),
    [
        ("en", "Noto Serif", None),
        ("de", "Noto Serif", None),
        ("de_AT", "Noto Serif", None),
        ("fr", "Noto Serif", None),
        ("es_419", "Noto Serif", None),
        ("pt_BR", "Noto Serif", None),
        ("ru", "Noto Serif", None),
        ("el", "Noto Serif", None),
        ("vi", "Noto Serif", None),
        ("ko", "Noto Serif", "Noto Serif CJK KR"),
        ("ko_KR", "Noto Serif", "Noto Serif CJK KR"),
        ("ja", "Noto Serif", "Noto Serif CJK JP"),
        ("zh", "Noto Serif", "Noto Serif CJK SC"),
        ("zh_Hans", "Noto Serif", "Noto Serif CJK SC"),
        ("zh_CN", "Noto Serif", "Noto Serif CJK SC"),
        ("zh_Hant", "Noto Serif", "Noto Serif CJK TC"),
        ("zh_TW", "Noto Serif", "Noto Serif CJK TC"),
        ("zh_HK", "Noto Serif", "Noto Serif CJK HK"),
        ("zh_Hant_HK", "Noto Serif", "Noto Serif CJK HK"),
        ("ar", "Noto Naskh Arabic", None),
        ("fa", "Noto Naskh Arabic", None),
        ("he", "Noto Serif Hebrew", None),
        ("th", "Noto Serif Thai", None),
        ("hi", "Noto Serif Devanagari", None),
        ("bn", "Noto Serif Bengali", None),
        ("ta", "Noto Serif Tamil", None),
        ("or", "Noto Sans Oriya", None),
        ("en_XA", "Noto Serif", None),
        ("ar_XB", "Noto Naskh Arabic", None),
    ],
)
def test_a_locale_has_the_fonts_of_its_script(locale: str, main: str, cjk: str | None) -> None:
    assert fonts(locale) == Fonts(main=main, cjk=cjk)


def test_a_script_that_is_not_in_the_table_is_printed_in_the_latin_font() -> None:
    assert fonts("vai") == Fonts(main="Noto Serif")
