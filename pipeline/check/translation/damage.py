"""Text that was read in another encoding than it was written in, and characters that are none."""

import re
from collections.abc import Iterator

from pipeline.check.phrase import named, quoted
from pipeline.check.rule import Finding, Pair
from pipeline.reading.damage import damage as damaged


def damage(pair: Pair) -> Iterator[Finding]:
    """Find mojibake, lost letters, control characters, private and unassigned ones, that the source lacks."""
    source, target = pair.unit.text, pair.message.translation
    found = [one for one in damaged(target) if one.part not in source]
    for one in found:
        hint = "write the letters again" if one.mended is None else f"write “{one.mended}”"
        yield Finding(
            message=f"{quoted([one.part])} is damaged: it was read in the wrong encoding",
            hint=hint,
            target=(one.part,),
        )
    if found or (target.isprintable() and _LOST not in target):
        return
    strange = set(_STRANGE.findall(target)) - set(source)
    if strange:
        yield Finding(
            message=f"the translation has characters that show nothing, or not everywhere the same: {named(strange)}",
            hint="remove them",
            target=tuple(sorted(strange)),
        )


_LOST = "\ufffd"
"""The one character of those below that Python takes for printable."""
_STRANGE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufffe\uffff\ufffd"
    r"\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
)
