"""The checks: what must hold of sources, translations, catalogs and pages. Each folder below has its table of rules."""

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.check.catalog import ACCEPTING, DOCUMENT, LOCALE, SIGNED, Accepting, Signed, accept
from pipeline.check.needs import asked
from pipeline.check.page import PAGE, Sheet, sheet
from pipeline.check.release import RELEASE, examine_releases
from pipeline.check.rule import Brief, Finding, Pair, Rule, Term
from pipeline.check.source import ACCEPTING as SOURCE_ACCEPTING
from pipeline.check.source import RULES as SOURCE
from pipeline.check.translation import FINISHED, UNFINISHED
from pipeline.markdown import Features, References, Skeleton, features
from pipeline.model import Diagnostic, Message, Severity, State, Unit

RULES: Sequence[Rule[Any]] = (
    *UNFINISHED,
    *FINISHED,
    *DOCUMENT,
    *LOCALE,
    *SIGNED,
    *ACCEPTING,
    *PAGE,
    *SOURCE,
    *SOURCE_ACCEPTING,
    *RELEASE,
)
"""All rules; what is asked of translations and of sources under one code is one rule of each."""

_OF_TRANSLATIONS: Sequence[Rule[Any]] = (*FINISHED, *DOCUMENT, *LOCALE, *SIGNED)
_BLOCKING = {rule.code for rule in _OF_TRANSLATIONS if rule.severity is Severity.BLOCK}
_SAFETY = tuple(rule for rule in FINISHED if rule.severity is Severity.BLOCK)
_ACCEPTABLE = {rule.code for rule in _OF_TRANSLATIONS} - _BLOCKING


def pair(unit: Unit, message: Message, references: References, brief: Brief) -> Pair:
    """Put a unit and its message together, each text parsed once for all rules."""

    def read(text: str) -> Features:
        return features(text, references) if unit.block else Features(text=text)

    return Pair(
        unit=unit,
        message=message,
        source=read(unit.text),
        target=read(message.translation),
        references=references,
        brief=brief,
    )


def examine(pair: Pair) -> Sequence[tuple[Rule[Pair], Finding]]:
    """Ask every rule about one translation; the findings come in the order of the table."""
    rules = asked(pair) if pair.message.state is State.TRANSLATED else UNFINISHED
    found: list[tuple[Rule[Pair], Finding]] = []
    for rule in rules:
        for finding in rule.find(pair):
            found.append((rule, finding))  # noqa: PERF401 - nearly all rules find nothing, and a loop is the least for that
        if found and rule.is_last_word and found[-1][0] is rule:
            break
    return found


def examine_safety(pair: Pair) -> Sequence[tuple[Rule[Pair], Finding]]:
    """Ask the rules about one finished translation that keep a text from a page whatever anybody accepts."""
    if pair.message.state is not State.TRANSLATED:
        return ()
    return [(rule, finding) for rule in _SAFETY for finding in rule.find(pair)]


def examine_document(pairs: Sequence[Pair]) -> Iterator[tuple[Rule[Sequence[Pair]], Finding]]:
    """Ask what the finished translations of one document say of each other; each finding names its pair."""
    return ((rule, finding) for rule in DOCUMENT for finding in rule.find(pairs))


def examine_locale(pairs: Sequence[Pair]) -> Iterator[tuple[Rule[Sequence[Pair]], Finding]]:
    """Ask what the finished translations of all documents of a locale say of each other; each finding names its pair."""
    return ((rule, finding) for rule in LOCALE for finding in rule.find(pairs))


def examine_signed(signed: Signed) -> Iterator[tuple[Rule[Signed], Finding]]:
    """Ask whether the finished translations of a document are what was approved; each finding names its pair."""
    return ((rule, finding) for rule in SIGNED for finding in rule.find(signed))


def accept_in_catalog(
    messages: Sequence[Message], found: Sequence[Diagnostic], *, is_alone: bool = False
) -> tuple[Sequence[Diagnostic], Iterator[tuple[Rule[Accepting], Message, Finding]]]:
    """Let translators accept what was found in their catalog.

    Args:
        messages: the entries of the catalog.
        found: what was found in it.
        is_alone: whether the catalogs of other documents were left out of it, and with them the rules for all of a locale.

    Returns:
        The findings, those that are accepted with the reason; and what is wrong with the acceptances, with their entries.
    """
    settled, comments = accept(
        messages, found, _ACCEPTABLE, _BLOCKING, {rule.code for rule in LOCALE} if is_alone else ()
    )
    problems = (
        (rule, comment.message, finding)
        for comment in comments
        for rule in ACCEPTING
        for finding in rule.find(comment)
    )
    return settled, problems


def examine_page(source: Skeleton, target: Skeleton) -> Iterator[tuple[Rule[Sheet], Finding]]:
    """Ask whether the page of a document in another language is the source's page with other words."""
    both = sheet(source, target)
    return ((rule, finding) for rule in PAGE for finding in rule.find(both))


__all__ = [
    "RELEASE",
    "RULES",
    "SIGNED",
    "Brief",
    "Finding",
    "Pair",
    "Rule",
    "Signed",
    "Term",
    "accept_in_catalog",
    "examine",
    "examine_document",
    "examine_locale",
    "examine_page",
    "examine_releases",
    "examine_safety",
    "examine_signed",
    "pair",
]
