"""The letters are those of the language."""

from collections.abc import Iterator

from pipeline.check.phrase import quoted
from pipeline.check.rule import Finding, Pair
from pipeline.reading.scripts import foreign_letters, is_own, latin_runs, other_han


def wrong_script(pair: Pair) -> Iterator[Finding]:
    """Find letters of a foreign script, look-alikes among them, and sentences in Latin letters, that the source lacks."""
    source, target, locale = pair.source.text, pair.target.text, pair.brief.target
    is_plain = is_own(target, locale)
    foreign = () if is_plain else foreign_letters(target, locale, source)
    if foreign:
        yield Finding(
            message=f"letters of another script stand in {quoted(foreign)}",
            hint="write them in the letters of the language; some look alike",
            target=foreign,
        )
    latin = () if is_plain else latin_runs(target, locale)
    runs = tuple(run for run in latin if run.lower() not in source.lower())
    if runs:
        yield Finding(
            message=f"the translation has a sentence in Latin letters that the source lacks: {quoted(runs)}",
            hint="translate it, or remove it",
            target=runs,
        )
    other = other_han(target, locale)
    if other:
        yield Finding(
            message=f"characters of the other form of Chinese stand here: {quoted(other)}",
            hint="write them in the form of this locale",
            target=other,
        )
