"""What an author should know before money is spent on translation: one rule, one module, one row in the table.

To add a rule, write its module beside the others, its row here, and its section in ``docs/checks.md``.
"""

from collections.abc import Sequence

from pipeline.approvals import Approval
from pipeline.check.rule import Finding, Rule
from pipeline.check.source.accepting import Accepting, accept, acceptance, stale_acceptance
from pipeline.check.source.approval import approval
from pipeline.check.source.brackets import brackets
from pipeline.check.source.character import character
from pipeline.check.source.damage import damage
from pipeline.check.source.date_conflict import date_conflict
from pipeline.check.source.dead_link import dead_link
from pipeline.check.source.directive import directive
from pipeline.check.source.doubled_blank import doubled_blank
from pipeline.check.source.doubled_word import doubled_word
from pipeline.check.source.duplicate_id import duplicate_id
from pipeline.check.source.file import byte_order_mark, line_ends, tab
from pipeline.check.source.glued_list import glued_list
from pipeline.check.source.heading_jump import heading_jump
from pipeline.check.source.quotes import quotes
from pipeline.check.source.subject import Source, source
from pipeline.check.source.untranslatable import code_block, html_block, reference_title
from pipeline.model import Diagnostic, Excerpt, Severity
from pipeline.segment import Document

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES: Sequence[Rule[Source]] = (
    Rule(code="directive", severity=_ERROR, about="A directive says nothing to this program", find=directive),
    Rule(code="damage", severity=_ERROR, about="Text was read in the wrong encoding", find=damage),
    Rule(
        code="character", severity=_ERROR, about="A character is invisible, or no character", find=character
    ),
    Rule(code="dead-link", severity=_ERROR, about="A link leads to no place of the document", find=dead_link),
    Rule(code="duplicate-id", severity=_ERROR, about="Two places have the same id", find=duplicate_id),
    Rule(
        code="date-conflict", severity=_ERROR, about="Two statements name different dates", find=date_conflict
    ),
    Rule(code="approval", severity=_ERROR, about="A text is not the one that was approved", find=approval),
    Rule(code="html-block", severity=_WARNING, about="A block of HTML stays untranslated", find=html_block),
    Rule(code="code-block", severity=_WARNING, about="Prose is indented as code", find=code_block),
    Rule(
        code="reference-title",
        severity=_WARNING,
        about="The title of a link definition stays untranslated",
        find=reference_title,
    ),
    Rule(code="brackets", severity=_WARNING, about="A bracket has no partner", find=brackets),
    Rule(code="quotes", severity=_WARNING, about="A quotation mark has no partner", find=quotes),
    Rule(code="doubled-word", severity=_WARNING, about="A word stands twice", find=doubled_word),
    Rule(code="glued-list", severity=_WARNING, about="A list is glued to the text above it", find=glued_list),
    Rule(code="heading-jump", severity=_WARNING, about="A level of heading is skipped", find=heading_jump),
    Rule(code="doubled-blank", severity=_INFO, about="Two blanks stand between words", find=doubled_blank),
    Rule(
        code="byte-order-mark",
        severity=_INFO,
        about="The file begins with a byte order mark",
        find=byte_order_mark,
    ),
    Rule(code="line-ends", severity=_INFO, about="Lines end with something else than LF", find=line_ends),
    Rule(code="tab", severity=_INFO, about="Tabs stand in the text", find=tab),
)
"""What a source is held to, the gravest first."""

ACCEPTING: Sequence[Rule[Sequence[Accepting]]] = (
    Rule(code="acceptance", severity=_ERROR, about="A finding is accepted in vain", find=acceptance),
    Rule(
        code="stale-acceptance",
        severity=_WARNING,
        about="What is accepted is not found any more",
        find=stale_acceptance,
    ),
)
"""What an author's acceptances are held to; these findings cannot be accepted in turn."""


def examine_source(
    document: Document, written: str, locale: str, approvals: Sequence[Approval] = ()
) -> Sequence[Diagnostic]:
    """Ask every rule about a source.

    Args:
        document: the source, parsed.
        written: the whole file as it was decoded, with its byte order mark and its own line ends.
        locale: the language that it is written in.
        approvals: what was approved in that language.

    Returns:
        What was found, in the order of lines, what is about the whole file first. What the author accepts is among it, with
        the reason.
    """
    read = source(document, written, locale, approvals)
    found = [_diagnostic(read, rule, finding) for rule in RULES for finding in rule.find(read)]
    settled, comments = accept(read, found, {rule.code for rule in RULES})
    about = (_diagnostic(read, rule, finding) for rule in ACCEPTING for finding in rule.find(comments))
    return sorted((*settled, *about), key=lambda one: one.line or 0)


def _diagnostic(read: Source, rule: Rule[Source] | Rule[Sequence[Accepting]], finding: Finding) -> Diagnostic:
    return Diagnostic(
        path=read.document.path,
        line=finding.line,
        code=rule.code,
        message=finding.message,
        hint=finding.hint,
        severity=rule.severity,
        document=read.document.name,
        source=Excerpt(text=_line(read, finding.line), parts=finding.source) if finding.line else None,
    )


def _line(read: Source, line: int) -> str:
    return read.lines[line - 1] if line <= len(read.lines) else ""


__all__ = ["ACCEPTING", "RULES", "Source", "examine_source"]
