"""The rules for one translation: one rule, one module, one row in the table.

To add a rule, write its module beside the others, its row here, and its section in ``docs/checks.md``.
"""

from collections.abc import Sequence

from pipeline.check.rule import Pair, Rule
from pipeline.check.translation.empty import empty
from pipeline.check.translation.link import link
from pipeline.check.translation.markup import markup
from pipeline.check.translation.placeholder import placeholder
from pipeline.check.translation.raw_html import raw_html
from pipeline.check.translation.state import fuzzy, untranslated
from pipeline.check.translation.structure import structure
from pipeline.model import Severity

UNFINISHED: Sequence[Rule[Pair]] = (
    Rule(code="untranslated", severity=Severity.INFO, about="A text has no translation", find=untranslated),
    Rule(code="fuzzy", severity=Severity.INFO, about="A translation was made for another text", find=fuzzy),
)
"""What is said of a translation that is not finished; that it is not published needs no rule."""

FINISHED: Sequence[Rule[Pair]] = (
    Rule(code="empty", severity=Severity.BLOCK, about="A translation shows nothing", find=empty),
    Rule(
        code="structure",
        severity=Severity.BLOCK,
        about="A translation does not fit its block",
        find=structure,
    ),
    Rule(code="raw-html", severity=Severity.BLOCK, about="HTML tags differ from the source's", find=raw_html),
    Rule(
        code="placeholder",
        severity=Severity.BLOCK,
        about="Placeholders differ from the source's",
        find=placeholder,
    ),
    Rule(code="markup", severity=Severity.ERROR, about="Markup differs from the source's", find=markup),
    Rule(code="link", severity=Severity.BLOCK, about="A link points where the source does not", find=link),
)
"""What a finished translation is held to, the gravest first."""
