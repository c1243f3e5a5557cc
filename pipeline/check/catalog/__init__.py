"""The rules for the translations of a document, or of all documents, together: one rule, one module, one row in a table."""

from collections.abc import Sequence

from pipeline.check.catalog.accepting import Accepting, accept, acceptance, stale_acceptance
from pipeline.check.catalog.approval import Signed, approval
from pipeline.check.catalog.same_source import same_source
from pipeline.check.catalog.same_target import same_target
from pipeline.check.catalog.shifted import shifted
from pipeline.check.rule import Pair, Rule
from pipeline.model import Severity

DOCUMENT: Sequence[Rule[Sequence[Pair]]] = (
    Rule(
        code="same-target",
        severity=Severity.ERROR,
        about="Two different texts have the same translation",
        find=same_target,
    ),
    Rule(
        code="shifted",
        severity=Severity.ERROR,
        about="A translation belongs to the text before or behind its own",
        find=shifted,
    ),
)
"""What the finished translations of one document are held to together."""

LOCALE: Sequence[Rule[Sequence[Pair]]] = (
    Rule(
        code="same-source",
        severity=Severity.WARNING,
        about="A text is translated in another way in another document",
        find=same_source,
    ),
)
"""What the finished translations of all documents of one locale are held to together."""

SIGNED: Sequence[Rule[Signed]] = (
    Rule(
        code="approval",
        severity=Severity.ERROR,
        about="A text is not the one that was approved",
        find=approval,
    ),
)
"""What the finished translations of one document are held to by those who approved them."""

ACCEPTING: Sequence[Rule[Accepting]] = (
    Rule(
        code="acceptance",
        severity=Severity.ERROR,
        about="A finding is accepted without a reason, or one that there is not",
        find=acceptance,
    ),
    Rule(
        code="stale-acceptance",
        severity=Severity.WARNING,
        about="What is accepted is not found any more",
        find=stale_acceptance,
    ),
)
"""What translators' acceptances are held to; these findings cannot be accepted in turn."""

__all__ = ["ACCEPTING", "DOCUMENT", "LOCALE", "SIGNED", "Accepting", "Signed", "accept"]
