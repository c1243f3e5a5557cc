"""Korean particles fit the syllable before them, also where a mark stands between (Korean Orthography, chapter 5)."""

import re
from collections.abc import Iterator, Mapping

from pipeline.check.rule import Finding, Pair


def particle(pair: Pair) -> Iterator[Finding]:
    """Find particles behind marked-up words that end otherwise; behind a placeholder it cannot be known."""
    if not pair.brief.target.startswith("ko"):
        return
    for match in _MARKED.finditer(pair.message.translation):
        last = (ord(match["syllable"]) - _FIRST) % _FINALS
        ending = last != 0 and not (last == _RIEUL and match["particle"] in {"으로", "로"})
        wanted = _PAIRS[match["particle"]][0 if ending else 1]
        if match["particle"] != wanted:
            yield Finding(
                message=f"the particle “{match['particle']}” cannot follow “{match['syllable']}”",
                hint=f"write “{wanted}”",
                target=(match[0],),
            )


_TWINS = (
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("으로", "로"),
    ("이나", "나"),
    ("이라", "라"),
)
"""Particles behind a final consonant, and behind a vowel."""

_PAIRS: Mapping[str, tuple[str, str]] = {form: pair for pair in _TWINS for form in pair}
_MARKED = re.compile(
    rf"(?P<syllable>[가-힣])(?:\*{{1,3}}|_{{1,3}}|`|~~|\]\([^)]*\)|\]\[[^\]]*\])+(?P<particle>{'|'.join(sorted(_PAIRS, key=len, reverse=True))})(?![가-힣])"
)
_FIRST = ord("가")
_FINALS = 28
_RIEUL = 8
