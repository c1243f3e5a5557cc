"""Numbers in words."""

from collections import Counter
from collections.abc import Iterable

from pipeline.model import Diagnostic, Severity

BLOCKED = "blocked"
"""What people are told of the severity `block`: it happened to the translation."""


def counted(count: int, noun: str) -> str:
    """Return a number and what it counts: ``1 file``, ``2 files``."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def word(severity: Severity) -> str:
    """Return what people are told of a severity."""
    return BLOCKED if severity is Severity.BLOCK else severity.value


def summary(found: Iterable[Diagnostic]) -> str:
    """Count findings by severity, the gravest first, and last those that were accepted.

    ``1 blocked, 2 errors, 3 accepted``; ``no findings`` where none is left.
    """
    counts = Counter(None if problem.accepted is not None else problem.severity for problem in found)
    told = [_counted(counts[severity], severity) for severity in Severity if counts[severity]]
    accepted = [f"{counts[None]} accepted"] if counts[None] else []
    return ", ".join((*(told or ["no findings"]), *accepted))


def _counted(count: int, severity: Severity) -> str:
    return f"{count} {BLOCKED}" if severity is Severity.BLOCK else counted(count, severity)
