"""A translation that equals its source was perhaps forgotten."""

import re
from collections.abc import Iterator

from pipeline.check.rule import Finding, Pair
from pipeline.reading.addresses import addresses
from pipeline.reading.placeholders import taken_out
from pipeline.reading.sentences import left_over


def unchanged(pair: Pair) -> Iterator[Finding]:
    """Find short texts that equal their source; longer ones hold a whole sentence of it."""
    text = pair.source.text.strip()
    if text != pair.target.text.strip() or pair.brief.is_one_language or text in pair.brief.unchanged:
        return
    rest = addresses(taken_out(text)[1]).rest
    for name in (*pair.brief.untouched, *pair.brief.unchanged):
        rest = rest.replace(name, "")
    words = _WORD.findall(rest)
    if words and not left_over(text, text, pair.brief.untouched):
        yield Finding(
            message="the translation equals the source",
            hint="translate it; if it is the same in this language, name it in allow-unchanged",
            source=(text,),
            target=(text,),
        )


_WORD = re.compile(r"[^\W\d_]{2,}")
