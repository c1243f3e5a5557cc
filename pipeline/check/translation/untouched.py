"""Names and other texts that no language translates."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from pipeline.check.phrase import quoted
from pipeline.check.rule import Finding, Pair
from pipeline.reading.addresses import addresses


def untouched(pair: Pair) -> Iterator[Finding]:
    """Find texts of ``do-not-translate`` that the translation lost, or has with another letter."""
    source = addresses(pair.source.text).rest
    names = [name for name in pair.brief.untouched if name in source or name in pair.unit.text]
    if not names:
        return
    target = addresses(pair.target.text).rest
    known = set(_WORD.findall(pair.source.text)) | set(pair.brief.untouched)
    for name in names:
        near = tuple(
            word
            for word in get_close_matches(name, set(_WORD.findall(target)) - known, cutoff=_NEAR)
            if name not in word and not name.endswith(word)  # Han letters stand beside it without a blank
        )
        if near:
            yield Finding(
                message=f"the translation says {quoted(near)} where the source says “{name}”",
                hint=f"write “{name}”, letter by letter",
                source=(name,),
                target=near,
            )
        elif name not in pair.target.text and name not in pair.message.translation:
            yield Finding(
                message=f"the translation lacks “{name}”, which is never translated",
                hint=f"write “{name}”, letter by letter",
                source=(name,),
            )


_WORD = re.compile(r"[A-Za-z][\w-]*[A-Za-z0-9](?<![^\x00-\x7f])|[^\W\d_]+")
_NEAR = 0.8
