"""What readers ask for, and what they should get: for the patterns, and for real servers."""

from pipeline.languages import served

LOCALES = ("en", "ar", "ko", "pt_BR", "pt_PT", "zh_Hans")
"""The languages with pages, the source language first."""

CASES = {
    "ko": "ko",
    "ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7": "ko",
    "en-US,en;q=0.5": "en",
    "EN-gb": "en",
    "ja,ko;q=0.8": "ko",
    "ja;q=1.0, ko;q=0.3, en;q=0.4": "en",
    "ko;q=0.800 , en ; q=0.9": "en",
    "en;q=0.9,ko": "ko",
    "ko;q=0.05,en;q=0.04": "ko",
    "ko;q=0,en;q=0.001": "en",
    "ko;q=0.0": None,
    "ko;q=0.000, *": None,
    "zh": "zh-Hans",
    "zh-CN,zh;q=0.9": "zh-Hans",
    "zh-SG": "zh-Hans",
    "zh-Hans-HK": "zh-Hans",
    "zh-Hant": None,
    "zh-TW": None,
    "zh-Hant-TW,en;q=0.1": "en",
    "zh-HK;q=0.9,ko;q=0.2": "ko",
    "pt": "pt-BR",
    "pt-PT": "pt-PT",
    "pt-BR,pt;q=0.9": "pt-BR",
    "pt-AO": "pt-BR",
    "ar-EG": "ar",
    "kok": None,
    "koko,en": "en",
    "en-Shaw": None,
    "*": None,
    "": None,
    "tlh": None,
    "en;q=2,ko;q=0.1": "ko",
    ";;;,,,": None,
    "한국어": None,
}
"""By header: the tag of the language; none for the choice of languages."""


_SERVED = served(LOCALES)


def chosen(header: str) -> str | None:
    """Return the locale that a header should lead to: the greatest weight, in tenths, and of those the first."""
    best: tuple[int, str] | None = None
    for item in header.split(","):
        wanted, _, weight = item.partition(";")
        tenths = _tenths(weight.strip())
        found = [locale for locale, ranges in _SERVED.items() if ranges.serves(wanted.strip())]
        if found and tenths is not None and (best is None or tenths > best[0]):
            best = (tenths, found[0])
    return best[1] if best else None


def _tenths(weight: str) -> int | None:
    """The tenths of a weight; none for a weight of nothing."""
    number = float(weight.removeprefix("q=")) if weight else 1.0
    return None if number == 0 else int(number * 10 + 1e-9)
