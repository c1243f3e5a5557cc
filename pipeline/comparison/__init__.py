"""What has changed from one version of a document to another, in one language. Values in, values out."""

from pipeline.comparison.comparing import compare
from pipeline.comparison.passages import passages
from pipeline.comparison.sections import changed_sections, counterparts
from pipeline.comparison.values import CELL, PARAGRAPH, Change, Comparison, Entry, Outcome, Passage

__all__ = [
    "CELL",
    "PARAGRAPH",
    "Change",
    "Comparison",
    "Entry",
    "Outcome",
    "Passage",
    "changed_sections",
    "compare",
    "counterparts",
    "passages",
]
