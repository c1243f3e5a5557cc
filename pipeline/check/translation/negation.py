"""What is denied in the source is denied in the translation."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.check.rule import Finding, Pair


def negation(pair: Pair) -> Iterator[Finding]:
    """Find translations from English that deny nothing where the source denies, or deny where it does not.

    Only the presence of a negation is compared, and only in languages whose negations are known here.
    """
    tongue = pair.brief.target.split("_", maxsplit=1)[0]
    if not pair.brief.source.startswith("en") or tongue not in _NEGATIONS:
        return
    strict, loose = _negations(tongue)
    source = _read(pair.source.text)
    if source.denial and not loose.search(pair.target.text):
        yield Finding(
            message=f"the source denies something (“{source.denial}”), the translation does not",
            hint="see whether the negation is lost",
            source=(source.denial,),
        )
    elif not source.has_hint and (found := strict.search(_without_terms(pair))):
        yield Finding(
            message=f"the translation denies something (“{found[0]}”), the source does not",
            hint="see whether the negation is the source's",
            target=(found[0],),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """What a source denies, read once for all languages."""

    denial: str
    """What denies without a condition, if anything does."""
    has_hint: bool
    """Whether a negation in the translation may stand for another word."""


@lru_cache(maxsize=1024)
def _read(text: str) -> _Source:
    plain = _NO_DENIAL.sub(" ", text)
    denied = _DENIAL.search(plain)
    return _Source(
        denial=denied[0] if denied and not _CONDITION.search(plain) else "",
        has_hint=bool(_HINT.search(text)),
    )


@cache
def _negations(tongue: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    strict, loose = _NEGATIONS[tongue]
    return re.compile(strict, re.IGNORECASE), re.compile(loose, re.IGNORECASE)


def _without_terms(pair: Pair) -> str:
    """The translation without defined terms, which may hold a negation: “nicht kommerziell”."""
    return _any_of(tuple(term.target for term in pair.brief.terms)).sub(" ", pair.target.text)


@lru_cache(maxsize=64)
def _any_of(ways: tuple[str, ...]) -> re.Pattern[str]:
    """The ways to say the terms of a glossary, the longest first."""
    longest = sorted(ways, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest)) or r"\0", re.IGNORECASE)


_CONDITION = re.compile(r"\b(?:unless|until|except|save|other\s+than)\b", re.IGNORECASE)
"""“Not unless” and “not except” are often said as “only”."""

_NO_DENIAL = re.compile(
    r"\b(?:not?\s+(?:later|more|less|fewer|earlier|longer|only|limited|least)\b|no\s+\d|no\.\s*\d|whether\s+or\s+not|or\s+not\b"
    r"|not\s+exceed\w*|if\s+not\b|in\s+no\s+(?:case|event)\s+(?:more|less|exceed\w*)|do(?:es)?\s+not\s+hesitate|(?:at\s+no|without(?:\s+any)?)\s+(?:cost|charge|fee)|no\s+doubt|not\s+until|why\s+not|cannot\s+but)",
    re.IGNORECASE,
)
"""What has a negation's form and is often said without one: “no later than”, “without charge”."""

_DENIAL = re.compile(
    r"\b(?:not|cannot|never|neither|nor|no|none|nothing|nobody|without)\b|n['’]t\b", re.IGNORECASE
)
_HINT = re.compile(
    r"\b(?:not?|cannot|never|neither|nor|none|nothing|nobody|without|unless|except\w*|only|solely|unable|un(?!d|t|it|iv|if)\w+|non\w*"
    r"|in(?:valid|complet|activ|accura|depend|capab|eligib|suffic|appropri|direct|definit|voluntar|tact|adequa|visib|correct|compatib|sol)\w*"
    r"|im(?:poss|proper|parti|prud)\w*|il(?:leg|lic)\w*|ir(?:rev|resp|reg)\w*|dis\w+|lack\w*|fail\w*|refus\w*|reject\w*|prohibit\w*|forbid\w*"
    r"|prevent\w*|avoid\w*|deny|denie\w*|declin\w*|exclu\w*|free|other\w*|absen\w*|void|restrict\w*|limit\w*|less|few\w*|regardless|irrespective"
    r"|until|under|below|yet|before|instead|rather|stop\w*|cease\w*|withdraw\w*|opt\w*|missing|lost|loss|missed|delay\w*|object\w*|immediately|prompt\w*"
    r"|waive\w*|hardly|barely|beyond|minor\w*|default\w*|neglig\w*|against|revok\w*|terminat\w*|delet\w*|remov\w*|eras\w*|minim\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words of the source behind which a negation in the translation may stand for something else."""

_NEGATIONS: Mapping[str, tuple[str, str]] = {
    "ko": (
        r"지\s?(?:않|아니하|못하|말아)|(?:수|바)\s?없",
        r"않|아니|못|없|말아|말고|금지|금하|제외|불가|불[가-힣]|비(?!영리)[가-힣]|미[가-힣]|무[가-힣]|배제|거부|외에|말\s",
    ),
    "ja": (
        r"ません|(?<!少)ない(?:。|もの|こと)|できな",
        r"な[いかくけ]|ませ?ん|ず[、に。]|ぬ|禁|不|非(?!営利)|無|未|除|以外|否|までも|反",
    ),
    "zh": (r"不得|不会|不能|不可以|不应", r"不|非(?!商业)|无|没|未|勿|禁|除|免|拒|别|否|莫|無|沒"),
    "de": (
        r"\b(?:nicht(?!\s(?:unter|über|weniger|mehr|später|früher|länger|nur|vor)\b)|kein\w*|niemals)\b",
        (
            r"\b(?:nicht\w*|kein\w*|nie\w*|ohne|weder|noch|außer|un(?!d\b|s\b|ser|ter)\w+|ausgeschlossen|ausgenommen|untersag\w*|verbot\w*|verzicht\w*"
            r"|ablehn\w*|lehn\w+|verweiger\w*)\b|los\w*\b|frei\b"
        ),
    ),
    "fr": (
        r"\b(?:ne\s|n['’]\w+).*\b(?:pas|jamais|aucun\w*)\b",
        (
            r"\b(?:ne\b|n['’]|non(?!\scommercia)\b|pas\b|sans\b|aucun|jamais|ni\b|nul|sauf|hormis|interdi|exclu|déclin|gratuit|refus|dépourvu|exempt|empêch|évit|rejet"
            r"|imposs|incap|invalid|inaccess|illég|irré|illic)"
        ),
    ),
    "es": (
        r"\bno\b|\bnunca\b",
        (
            r"\b(?:no\b(?!\scomercial)|nunca|sin\b|ni\b|ning|nada\b|nadie|salvo|excepto|prohib|exclu|tampoco|declin|gratuit|rechaz|neg|evit|impid"
            r"|impos|incapa|inválid|ilegal|ilícit|irre)"
        ),
    ),
    "ar": (
        r"(?<!\w)(?:لا يجوز|لن|ليس|لم)(?!\w)",
        r"(?<!\w)[وف]?(?:لا|لم|لن|ليس\w*|ما|غير(?! تجاري)|دون|بدون|عدم|بلا|إلا|باستثناء|سوى|بغير|ولا|بعدم|لعدم)(?!\w)|حظر|يمنع|ممنوع|مجان|تعذر|يستحيل|امتناع|يمتنع",
    ),
}
"""By language: what certainly denies, and all that may."""
