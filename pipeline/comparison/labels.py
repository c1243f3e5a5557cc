"""The numbers of clauses with which texts begin: 3., 3.2, (a), § 5, 제3조, 第三条, ٣., ①.

A number that is taken for a label does not count as changed. So what may as well be a quantity, a date or a reference to
another clause is none: “30 days”, “5. April 2021”, “Section 3 applies”.
"""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.reading.digits import HAN, western


def label(text: str, *, is_heading: bool) -> str:
    """Return the label with which a text begins, with the blanks after it; empty if it has none.

    Args:
        text: what is seen, without markup.
        is_heading: whether it is a heading, where fewer signs make a label.
    """
    plain = western(text)
    for pattern in _patterns(is_heading=is_heading):
        if match := pattern.match(plain):
            return text[: match.end()]
    return ""


@cache
def _patterns(*, is_heading: bool) -> Sequence[re.Pattern[str]]:
    return tuple(map(re.compile, (*_ANYWHERE, *(_IN_HEADINGS if is_heading else ()))))


_BLANK = "[ \u00a0\u2000-\u200a\u202f\u3000]"
_END = rf"(?:{_BLANK}++|$)"
_NUMBER = r"\d{1,3}(?:[.\-]\d{1,2})*"
_ROMAN = r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_NUMERAL = rf"[{HAN}]{{1,4}}"
_SMALL = "[a-zа-яα-ω]|[가나다라마바사아자차카타파하]|[أابجدهوزحطيكلمن]|[ก-ฮ]|[ァ-ヶぁ-ん]"
_LETTER = rf"[A-Z]|{_SMALL}"
_AND = r"(?!(?:and|or|to|through|und|oder|bis|sowie|et|ou|à|y|o|e)\b|및|또는|내지|本文|但書|본문|단서|각|と|及び|又は|并|和|或|与|و|أو|และ|หรือ|[제第])"
"""What follows a reference to another clause rather than a label."""
_QUANTITY = (
    r"(?![^\W\d_]+[.,]? ?\d{4}|[A-Z]{2}|[^\W\d_]{1,2}/|(?:Million|Milliard|Mrd|Mio|Billion|Euro|Dollar|Percent|Prozent|Uhr)"
    rf"|[천만억조십백十百千万萬億亿兆](?:{_BLANK}|$|[원명円元]))"
)
"""What follows a day of a month, or a decimal fraction, rather than a label."""
_PARTS = "조|장|절|관|편|부|条|條|章|節|节|款|編|编|部"
_WORDS = (
    "Article|Section|Clause|Chapter|Part|Annex|Appendix|Schedule|Artikel|Abschnitt|Ziffer|Kapitel|Anhang|Anlage|Teil|Art[íi]culo|"
    "Secci[óo]n|Cap[íi]tulo|Cláusula|Anexo|Chapitre|Annexe|Artigo|Articolo|المادة|البند|القسم|الفصل|Статья|Раздел|Điều"
)
_WORDED = rf"(?i:{_WORDS})\s?(?:{_NUMBER}|[A-Z]\b|[IVXL]+\b)"


def _counted(parts: str) -> str:
    """제3조, 第三条: a blank, a bracket or a sign must follow, for particles follow references."""
    return rf"[제第]\s?(?:{_NUMBER}|{_NUMERAL})\s?(?:{parts})(?:[의の之]\s?\d+)?(?:[.:：、．]?{_END}|(?=[(（「【]))(?!{_BLANK}){_AND}"


_ANYWHERE = (
    rf"[(（\[<〈【](?:{_NUMBER}|{_NUMERAL})[)）\]>〉】][.:]?{_BLANK}*+{_AND}",
    rf"[(（](?:{_LETTER}|{_ROMAN})[)）](?:{_END}|(?=[가-힣぀-ヿ一-鿿])){_AND}",
    rf"(?:{_NUMBER}|{_ROMAN}|{_SMALL}|{_NUMERAL})(?:[.)）]{_END}|[．、]{_BLANK}*+)(?!\d){_AND}{_QUANTITY}",
    rf"[A-Z]\){_END}",
    rf"\d{{1,2}}(?:\.\d{{1,2}})+{_BLANK}++(?=[^\W\d_])(?![a-zà-öø-ÿа-яα-ω]){_AND}{_QUANTITY}",
    rf"[①-⑳㉑-㉟㊱-㊿⑴-⒛ⓐ-ⓩ]{_BLANK}*+{_AND}",
    _counted(_PARTS),
    rf"{_WORDED}\s?[.:：–—]{_END}",
)
_IN_HEADINGS = (
    rf"(?:{_NUMBER}|[A-Z]|[IVXL]{{1,6}})[.:]{_END}(?!\d){_QUANTITY}",
    rf"\d{{1,2}}(?:\.\d{{1,2}})+{_END}(?=[^\W\d_]|$)(?![a-zà-öø-ÿа-яα-ω]){_QUANTITY}",
    rf"(?:§|ข้อ|มาตรา|หมวด){_BLANK}?{_NUMBER}[a-z]?[.:]?{_END}{_AND}",
    _counted("항|호|項|项|号"),
    rf"{_WORDED}(?:$|{_BLANK}*(?=\())",
)
