"""Which language ranges of a reader (RFC 4647, as in ``Accept-Language``) a text in a language serves.

A range is served by a text in the same language and script, whatever the region: ``zh-TW`` means traditional Chinese, so a
text in ``zh-Hans`` does not serve it. What script a range means that names none is said by CLDR's likely subtags.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from babel.core import get_global

from pipeline.languages.names import script


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranges:
    """Language ranges, in lower case. One is meant with all that goes on behind it with ``-``."""

    begin: tuple[str, ...]
    unless: tuple[str, ...] = ()
    """Those that mean something else, though they begin so."""
    script: str | None = None
    """The one script that may follow; none if what may follow does not matter."""

    def serves(self, wanted: str) -> bool:
        """Whether a range of a reader is among these."""
        low = wanted.lower()
        named = low.split("-")[1:2]
        other = self.script and named and _is_script(named[0]) and named[0] != self.script
        return _among(low, self.begin) and not _among(low, self.unless) and not other


def served(locales: Sequence[str]) -> Mapping[str, Ranges]:
    """Return the ranges that each of some locales serves, the narrowest first; no range is served by two.

    Args:
        locales: POSIX names; where two would serve a range equally well, the first does.
    """
    found: dict[str, Ranges] = {}
    for locale in sorted(locales, key=lambda name: -len(name.split("_"))):
        names = locale.split("_")
        region = names[-1] if len(names) > 1 and len(names[-1]) < len("Hans") else None
        rivals = [other for other in locales if other != locale and _kind(other) == _kind(locale)]
        if region and rivals and _first(locales, locale) != locale:
            found[locale] = Ranges(begin=tuple(_with_region(locale, region)))
        else:
            found[locale] = _all_of_script(locale, rivals)
    return found


def _kind(locale: str) -> tuple[str, str]:
    """The language and the script of a locale."""
    return locale.split("_", maxsplit=1)[0], script(locale)


def _first(locales: Sequence[str], locale: str) -> str:
    """The one that serves all regions that no other has: the one without a region, or else the first."""
    same = [other for other in locales if _kind(other) == _kind(locale)]
    return next((other for other in same if not _region(other)), same[0])


def _region(locale: str) -> str | None:
    last = locale.rsplit("_", maxsplit=1)[-1]
    return last if "_" in locale and len(last) < len("Hans") else None


def _with_region(locale: str, region: str) -> Iterator[str]:
    """The ways to name a locale with its region, with and without its script."""
    tongue, named = _kind(locale)
    yield f"{tongue}-{named}-{region}".lower()
    if script(f"{tongue}_{region}") == named:
        yield f"{tongue}-{region}".lower()


def _all_of_script(locale: str, rivals: Iterable[str]) -> Ranges:
    """All ranges of a language and a script, but those that a rival with a region serves."""
    tongue, named = _kind(locale)
    likely = sorted(name for name in get_global("likely_subtags") if name.startswith(f"{tongue}_"))
    regions = [name for name in likely if _region(name) == name.split("_")[1]]
    theirs = [way for rival in rivals if (region := _region(rival)) for way in _with_region(rival, region)]
    if script(tongue) == named or not named:
        foreign = [name for name in regions if script(name) != named]
        scripts = {f"{tongue}_{script(name)}" for name in foreign}
        unless = {*_tags((*foreign, *scripts)), *theirs}
        return Ranges(begin=(tongue,), unless=tuple(sorted(unless)), script=named.lower() or None)
    own = _tags((f"{tongue}_{named}", *(name for name in regions if script(name) == named)))
    return Ranges(begin=tuple(own), unless=tuple(sorted(theirs)))


def _tags(locales: Iterable[str]) -> Iterator[str]:
    return (locale.replace("_", "-").lower() for locale in locales)


def _is_script(subtag: str) -> bool:
    return len(subtag) == len("Hans") and subtag.isalpha()


def _among(wanted: str, ranges: Iterable[str]) -> bool:
    return any(f"{wanted}-".startswith(f"{one}-") for one in ranges)
