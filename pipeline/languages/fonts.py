"""The fonts that a language is printed in: Noto's, because they have a serif for nearly every script, under one licence."""

from dataclasses import dataclass

from pipeline.languages.names import script


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """The font families of a language, by the names that programs know them by."""

    main: str
    """For its letters; for Latin letters in a text with Han characters."""
    cjk: str | None = None
    """For Han characters, kana and Hangul, where the language has them; each language draws Han characters in its own way."""


def fonts(locale: str) -> Fonts:
    """Return the fonts for a locale by its canonical POSIX name.

    Debian has them in the packages fonts-noto-core and fonts-noto-cjk. A script that has no font of its own here is given
    the Latin one, which has Greek and Cyrillic letters too.
    """
    written = script(locale)
    if written == "Hant" and locale.endswith("_HK"):
        return Fonts(main=_LATIN, cjk="Noto Serif CJK HK")
    if written in _CJK:
        return Fonts(main=_LATIN, cjk=f"Noto Serif CJK {_CJK[written]}")
    if written in _OTHER:
        return Fonts(main=_OTHER[written])
    return Fonts(main=f"Noto Serif {_SERIF[written]}" if written in _SERIF else _LATIN)


_LATIN = "Noto Serif"

_CJK = {"Kore": "KR", "Jpan": "JP", "Hans": "SC", "Hant": "TC"}

_SERIF = {
    "Armn": "Armenian",
    "Beng": "Bengali",
    "Deva": "Devanagari",
    "Ethi": "Ethiopic",
    "Geor": "Georgian",
    "Gujr": "Gujarati",
    "Guru": "Gurmukhi",
    "Hebr": "Hebrew",
    "Khmr": "Khmer",
    "Knda": "Kannada",
    "Laoo": "Lao",
    "Mlym": "Malayalam",
    "Mymr": "Myanmar",
    "Sinh": "Sinhala",
    "Taml": "Tamil",
    "Telu": "Telugu",
    "Thai": "Thai",
    "Tibt": "Tibetan",
}
"""Scripts with a serif, or what stands for one in them."""

_OTHER = {
    "Arab": "Noto Naskh Arabic",
    "Cher": "Noto Sans Cherokee",
    "Mong": "Noto Sans Mongolian",
    "Nkoo": "Noto Sans NKo",
    "Olck": "Noto Sans Ol Chiki",
    "Orya": "Noto Sans Oriya",
    "Syrc": "Noto Sans Syriac",
    "Tfng": "Noto Sans Tifinagh",
    "Thaa": "Noto Sans Thaana",
    "Yiii": "Noto Sans Yi",
}
