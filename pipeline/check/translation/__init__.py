"""The rules for one translation: one rule, one module, one row in the table.

To add a rule, write its module beside the others, its row here, and its section in ``docs/checks.md``.
"""

from collections.abc import Sequence

from pipeline.check.rule import Pair, Rule
from pipeline.check.translation.address import address
from pipeline.check.translation.bidi import bidi
from pipeline.check.translation.blanks import blanks
from pipeline.check.translation.brackets import brackets
from pipeline.check.translation.clause import clause
from pipeline.check.translation.conflict import conflict
from pipeline.check.translation.damage import damage
from pipeline.check.translation.date import date
from pipeline.check.translation.empty import empty
from pipeline.check.translation.end import end
from pipeline.check.translation.front_matter import front_matter
from pipeline.check.translation.glossary import glossary
from pipeline.check.translation.leftover import leftover
from pipeline.check.translation.length import length
from pipeline.check.translation.link import link
from pipeline.check.translation.literal import literal
from pipeline.check.translation.markup import markup
from pipeline.check.translation.negation import negation
from pipeline.check.translation.number import number
from pipeline.check.translation.particle import particle
from pipeline.check.translation.phone import phone
from pipeline.check.translation.placeholder import placeholder
from pipeline.check.translation.quotes import quotes
from pipeline.check.translation.raw_html import raw_html
from pipeline.check.translation.script import script
from pipeline.check.translation.source_sentence import source_sentence
from pipeline.check.translation.state import fuzzy, untranslated
from pipeline.check.translation.structure import structure
from pipeline.check.translation.unchanged import unchanged
from pipeline.check.translation.untouched import untouched
from pipeline.check.translation.wrong_script import wrong_script
from pipeline.model import Severity

UNFINISHED: Sequence[Rule[Pair]] = (
    Rule(code="untranslated", severity=Severity.INFO, about="A text has no translation", find=untranslated),
    Rule(code="fuzzy", severity=Severity.INFO, about="A translation was made for another text", find=fuzzy),
)
"""What is said of a translation that is not finished; that it is not published needs no rule."""

FINISHED: Sequence[Rule[Pair]] = (
    Rule(
        code="empty",
        severity=Severity.BLOCK,
        about="A translation shows nothing, though its source does",
        find=empty,
        is_last_word=True,
    ),
    Rule(
        code="raw-html",
        severity=Severity.BLOCK,
        about="HTML tags differ from the source's",
        find=raw_html,
        needs="<",
    ),
    Rule(
        code="script",
        severity=Severity.BLOCK,
        about="Something in a translation could run in a browser, or hides tags behind entities",
        find=script,
        is_last_word=True,
        needs="&:%︓﹕：⩴=＜",
    ),
    Rule(
        code="structure",
        severity=Severity.BLOCK,
        about="A translation does not fit into its block",
        find=structure,
        is_last_word=True,
    ),
    Rule(
        code="placeholder",
        severity=Severity.BLOCK,
        about="Placeholders or template marks differ from the source's",
        find=placeholder,
        needs="{}%?",
    ),
    Rule(
        code="link",
        severity=Severity.BLOCK,
        about="A link or an image points where the source does not",
        find=link,
        needs="[<:@.",
    ),
    Rule(
        code="address",
        severity=Severity.BLOCK,
        about="An e-mail or web address in the text differs",
        find=address,
        needs="@/.",
    ),
    Rule(
        code="bidi",
        severity=Severity.BLOCK,
        about="A character can show the text in another order",
        find=bidi,
        needs="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    ),
    Rule(
        code="front-matter",
        severity=Severity.BLOCK,
        about="A value of the front matter carries a key or a mark of YAML",
        find=front_matter,
        needs=":：=!&*<%-.",
    ),
    Rule(
        code="literal",
        severity=Severity.BLOCK,
        about="A word such as None or TODO stands in for a missing text",
        find=literal,
    ),
    Rule(
        code="conflict",
        severity=Severity.BLOCK,
        about="A conflict mark of a version control merge is left in a translation",
        find=conflict,
        needs="<=>|",
    ),
    Rule(
        code="markup",
        severity=Severity.ERROR,
        about="Emphasis, code, links, images or line breaks differ in number",
        find=markup,
        needs="*_`~[<:@.\n",
    ),
    Rule(
        code="damage",
        severity=Severity.ERROR,
        about="Letters were read in the wrong encoding, or are no letters",
        find=damage,
    ),
    Rule(
        code="leftover",
        severity=Severity.ERROR,
        about="A mark of Markdown would be seen as a letter",
        find=leftover,
        needs="*_`~[]",
    ),
    Rule(
        code="phone",
        severity=Severity.ERROR,
        about="A telephone number differs",
        find=phone,
        needs="0",
    ),
    Rule(code="date", severity=Severity.ERROR, about="A date differs", find=date),
    Rule(
        code="number",
        severity=Severity.ERROR,
        about="A number differs",
        find=number,
        needs="0",
    ),
    Rule(
        code="clause",
        severity=Severity.ERROR,
        about="A reference leads to another clause",
        find=clause,
        needs="0",
    ),
    Rule(
        code="source-sentence",
        severity=Severity.ERROR,
        about="A sentence of the source was not translated",
        find=source_sentence,
    ),
    Rule(
        code="glossary",
        severity=Severity.ERROR,
        about="A defined term is not said as in the glossary",
        find=glossary,
    ),
    Rule(
        code="do-not-translate",
        severity=Severity.ERROR,
        about="A name that is never translated differs",
        find=untouched,
    ),
    Rule(
        code="unchanged",
        severity=Severity.WARNING,
        about="A short translation equals its source",
        find=unchanged,
    ),
    Rule(
        code="wrong-script",
        severity=Severity.WARNING,
        about="Letters are not those of the language",
        find=wrong_script,
    ),
    Rule(
        code="length",
        severity=Severity.WARNING,
        about="A translation is unusually short or long",
        find=length,
    ),
    Rule(
        code="negation",
        severity=Severity.WARNING,
        about="The source denies something and the translation does not, or the other way round",
        find=negation,
    ),
    Rule(
        code="end", severity=Severity.WARNING, about="A sentence ends with a mark of another class", find=end
    ),
    Rule(
        code="brackets",
        severity=Severity.WARNING,
        about="A bracket has no partner",
        find=brackets,
        needs="()[]{}（）［］｛｝【】〔〕〖〗",
    ),
    Rule(
        code="quotes",
        severity=Severity.WARNING,
        about="A quotation mark has no partner, or is another language's",
        find=quotes,
        needs="“”‘’„‚«»‹›「」『』《》〈〉\"'",
    ),
    Rule(
        code="blanks",
        severity=Severity.WARNING,
        about="A blank is doubled, or stands at an end",
        find=blanks,
        needs=" \u00a0\t\u3000\n",
    ),
    Rule(
        code="particle",
        severity=Severity.WARNING,
        about="A Korean particle does not fit the syllable before it",
        find=particle,
        needs="*_`~]",
    ),
)
"""What a finished translation is held to, the gravest first."""
