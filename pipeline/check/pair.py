"""What a rule looks at, and what it says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.markdown import Features, References
from pipeline.model import Message, Severity, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One unit and its translation, each parsed once for all rules."""

    unit: Unit
    message: Message
    source: Features
    target: Features
    references: References
    """The link references that the document defines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule has against one pair."""

    message: str
    """What is wrong."""
    hint: str
    """What to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the table of rules."""

    code: str
    severity: Severity
    refuses: bool
    """Whether a translation that breaks the rule is never published."""
    find: Callable[[Pair], Iterator[Finding]]
