"""The checks: what must hold of sources, translations, catalogs and pages. Each folder below has its table of rules."""

from collections.abc import Sequence

from pipeline.check.rule import Brief, Finding, Pair, Rule, Term
from pipeline.check.translation import FINISHED, UNFINISHED
from pipeline.markdown import Features, References, features
from pipeline.model import Message, State, Unit

RULES = (*UNFINISHED, *FINISHED)
"""All rules."""


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
    rules = FINISHED if pair.message.state is State.TRANSLATED else UNFINISHED
    found: list[tuple[Rule[Pair], Finding]] = []
    for rule in rules:
        found += ((rule, finding) for finding in rule.find(pair))
        if found and rule.is_last_word:
            break
    return found


__all__ = ["RULES", "Brief", "Finding", "Pair", "Rule", "Term", "examine", "pair"]
