"""Languages and locales: their names, tags, directions, scripts and plural forms."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global

_SHAPE = re.compile(
    r"(?P<language>[A-Za-z]{2,3})(?:[-_](?P<script>[A-Za-z]{4}))?(?:[-_](?P<region>[A-Za-z]{2}|[0-9]{3}))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What a page, a header or a list says of a locale."""

    locale: str
    """The POSIX name."""
    tag: str
    """The BCP 47 tag."""
    autonym: str
    """Its name in itself, as it stands in a list: ``한국어``, ``Français``."""
    english: str
    """Its name in English."""
    direction: Literal["ltr", "rtl"]


def canonical(name: str) -> str | None:
    """Return the POSIX name of a locale spelled either way: ``pt-br`` gives ``pt_BR``, ``iw`` gives ``he``.

    Returns none where the name has another shape, or names a language, script or region that CLDR does not know.
    """
    match = _SHAPE.fullmatch(name)
    if not match:
        return None
    language, script, region = match["language"].lower(), match["script"], match["region"]
    language = get_global("language_aliases").get(language, language)
    script = script.title() if script else None
    region = region.upper() if region else None
    english = Locale("en")
    known = (
        language in english.languages,
        script is None or script in english.scripts,
        region is None or region in english.territories,
    )
    return "_".join(filter(None, (language, script, region))) if all(known) else None


def is_pseudo(locale: str) -> bool:
    """Whether a locale is one of CLDR's pseudo-locales (UTS 35, part 1): made by a program, to find faults of pages."""
    return locale.rpartition("_")[2] in _PSEUDO


def identity(locale: str) -> str:
    """Return what two spellings of one locale share: ``zh_Hans_CN`` and ``zh_CN`` both give ``zh_CN``.

    The script is dropped where CLDR's likely subtags supply it.
    """
    parts = locale.split("_")
    without = "_".join(part for part in parts if len(part) != len("Hans"))
    likely = get_global("likely_subtags")
    supplied = likely.get(without) or likely.get(parts[0], "")
    return without if without != locale and parts[1] in supplied.split("_") else locale


def language(locale: str) -> Language:
    """Describe a locale by its canonical POSIX name; one that CLDR only has a name for is described by that name."""
    known = nearest(locale)
    tongue = locale.split("_", maxsplit=1)[0]
    if known.language != tongue:
        autonym = english = Locale("en").languages[tongue]
    else:
        english = known.get_display_name("en") or locale
        autonym = known.languages.get(locale) or known.get_display_name(known) or english
    if is_pseudo(locale):
        english = autonym = f"{english} ({Locale('en').territories[locale.rpartition('_')[2]]})"
    return Language(
        locale=locale,
        tag=locale.replace("_", "-"),
        autonym=autonym[:1].title() + autonym[1:],
        english=english,
        direction="rtl" if script(locale) in _RIGHT_TO_LEFT else "ltr",
    )


def name_in(locale: str, reader: str) -> str:
    """Return a language's name in the reader's language, as it stands in the middle of a sentence: ``anglais``, ``영어``."""
    known = nearest(reader).languages
    tongue = locale.split("_", maxsplit=1)[0]
    return known.get(locale) or known.get(tongue) or language(locale).autonym


def plural_forms(locale: str) -> str:
    """Return the PO header's ``Plural-Forms``, as the installed Babel has it: from 2.19 on CLDR's, before that gettext's."""
    from babel.messages.plurals import get_plural  # noqa: PLC0415 - it loads Babel's own catalogs, and few verbs ask

    return str(get_plural(str(nearest(locale))))


@cache
def script(locale: str) -> str:
    """Return the script that a locale names, or that CLDR's likely subtags supply: ``Latn``, ``Kore``, ``Hans``; else nothing."""
    likely = get_global("likely_subtags")
    tongue, *rest = locale.split("_")
    named = [part for part in rest if len(part) == len("Hans")]
    supplied = (likely.get(locale) or likely.get(tongue) or "").split("_")
    return (named or supplied[1:2] or [""])[0]


def region(locale: str) -> str:
    """Return the region that a locale names, or that CLDR's likely subtags supply: ``KR`` for ``ko``; else nothing."""
    likely = get_global("likely_subtags")
    tongue, *rest = locale.split("_")
    named = [part for part in rest if len(part) != len("Hans")]
    return (named or (likely.get(locale) or likely.get(tongue) or "").split("_")[2:3] or [""])[0]


@cache
def nearest(locale: str) -> Locale:
    """Return CLDR's data for a locale, or for the nearest one it has (``de`` for ``de_KR``)."""
    parts = locale.split("_")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("_".join(parts[:length]))
        except UnknownLocaleError:
            continue
    return Locale("en")


_PSEUDO = {"XA", "XB"}

_RIGHT_TO_LEFT = {"Adlm", "Arab", "Armi", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}
"""The scripts of living languages that Unicode writes from right to left."""
