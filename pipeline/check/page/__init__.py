"""The rules for a page as it is written: one rule, one module, one row in the table.

That they hold is the work of the whole program; they are asked so that a fault of ours cannot publish a shifted clause.
"""

from collections.abc import Sequence

from pipeline.check.page.anchor import anchor
from pipeline.check.page.blocks import blocks
from pipeline.check.page.sheet import Sheet, sheet
from pipeline.check.rule import Rule
from pipeline.model import Severity

PAGE: Sequence[Rule[Sheet]] = (
    Rule(
        code="blocks", severity=Severity.ERROR, about="A page has other blocks than its source", find=blocks
    ),
    Rule(
        code="anchor",
        severity=Severity.ERROR,
        about="A page has other ids or inner links than its source",
        find=anchor,
    ),
)
"""What the page of a document in one language is held to."""

__all__ = ["PAGE", "Sheet", "sheet"]
