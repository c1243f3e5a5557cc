"""The checks of translations: one rule, one module, one row in the table.

To add a rule, write its module beside the others and its row here.
"""

from collections.abc import Sequence

from pipeline.check.empty import empty
from pipeline.check.link import link
from pipeline.check.markup import markup
from pipeline.check.pair import Finding, Pair, Rule
from pipeline.check.placeholder import placeholder
from pipeline.check.raw_html import raw_html
from pipeline.check.state import fuzzy, untranslated
from pipeline.check.structure import structure
from pipeline.markdown import Features, References, features
from pipeline.model import Message, Severity, State, Unit

_UNFINISHED = (
    Rule(code="untranslated", severity=Severity.INFO, refuses=True, find=untranslated),
    Rule(code="fuzzy", severity=Severity.INFO, refuses=True, find=fuzzy),
)
_FINISHED = (
    Rule(code="empty", severity=Severity.ERROR, refuses=True, find=empty),
    Rule(code="structure", severity=Severity.ERROR, refuses=True, find=structure),
    Rule(code="raw-html", severity=Severity.ERROR, refuses=True, find=raw_html),
    Rule(code="placeholder", severity=Severity.ERROR, refuses=True, find=placeholder),
    Rule(code="markup", severity=Severity.ERROR, refuses=False, find=markup),
    Rule(code="link", severity=Severity.ERROR, refuses=True, find=link),
)
RULES = _UNFINISHED + _FINISHED
"""All rules. Those for finished translations are not asked about unfinished ones."""


def examine(unit: Unit, message: Message, references: References) -> Sequence[tuple[Rule, Finding]]:
    """Ask every rule about one translation; the findings come in the order of the table."""
    pair = Pair(
        unit=unit,
        message=message,
        source=features(unit.text, references) if unit.block else Features(text=unit.text),
        target=features(message.translation, references)
        if unit.block
        else Features(text=message.translation),
        references=references,
    )
    rules = _FINISHED if message.state is State.TRANSLATED else _UNFINISHED
    return [(rule, finding) for rule in rules for finding in rule.find(pair)]


__all__ = ["RULES", "Finding", "Rule", "examine"]
