"""Words that stand twice: “the the”."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Finding
from pipeline.check.source.subject import Source, excerpt, located

ORDINARY = {
    "en": "that had her so no bye very really many far long will can do ha blah there now please well hear such",
    "de": "die der das den dem des sie ihr ihnen so sehr ja nein viele",
    "fr": "nous vous en que très",
    "es": "no muy sí que",
    "it": "via piano man mano così pian poco molto quasi",
    "pt": "não muito que se",
    "nl": "die dat heel ja nee zo",
}
"""By language, words that stand twice where all is well. A language that is not here is not looked at: in many, ordinary
words are doubled."""


def doubled_word(source: Source) -> Iterator[Finding]:
    """Find words of letters that have capitals, in a row and with nothing but a blank between them."""
    language = source.locale.split("_")[0]
    if language not in ORDINARY:
        return
    ordinary = set(ORDINARY[language].split(" "))
    for passage in source.passages:
        for found in _DOUBLED.finditer(passage.text):
            first, second = found["word"], found["again"]
            is_known = second.lower() in ordinary or (
                second in _PARTICLES and _PHRASAL.search(found["before"])
            )
            is_word = second.islower() and (
                first == second or (first == second.capitalize() and _begins(found))
            )
            if is_word and not is_known:
                start, end = found.span("both")
                yield Finding(
                    message=f"“{second}” stands twice in “{excerpt(passage.text, start, end)}”",
                    hint="delete one of them",
                    source=(found["both"],),
                    line=located(source, passage, found["both"]),
                )


def _begins(found: re.Match[str]) -> bool:
    """Whether a sentence begins there, so that the first of the two words has its capital from that."""
    before = found.string[: found.start("both")].rstrip(" ")
    return not before or before[-1] in ".!?…\n"


_WORD = r"[^\W\d_]++(?:['’][^\W\d_]++)*+"
_DOUBLED = re.compile(
    rf"""
      (?<!\w)(?P<before>(?:{_WORD}[ \u00a0]+)?)
      (?<![\w'’"“:@./–-])  # no part of a longer word or address, and not spoken of
      (?P<both>(?P<word>{_WORD})(?:[ \u00a0]+(?P<again>(?i:(?P=word))))+)
      (?![\w"”–-]|['’.:@/]\w)
    """,
    re.VERBOSE,
)
_PARTICLES = {"in", "on"}
_PHRASAL = re.compile(
    r"\b(?:log|sign|opt|check|phone|call|hand|fill|move|turn|carry|keep|go|get|pass|hold|put|switch)(?:s|ed|ged|ted|ing|ging|ting)?\W*$|\b(?:carries|carried|went|gone|got|kept|held)\W*$",
    re.IGNORECASE,
)
