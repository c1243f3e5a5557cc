"""What a text is known by, so that a change of one letter makes it another one."""

import hashlib
import json
from dataclasses import dataclass, field

from pipeline.model import Key


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Signature:
    """One text as somebody approved it."""

    source: str
    """The SHA-256 of context and source text, as 64 hexadecimal digits."""
    both: str = ""
    """The SHA-256 of context, source text and translation; empty where the source itself is approved."""
    begins: str = field(default="", compare=False)
    """How the source text begins, for whoever reads the file; nothing depends on it."""


def sign(key: Key, translation: str | None) -> Signature:
    """Return what a text is known by.

    Args:
        key: its context, if any, and its source text, folded as a unit's text is.
        translation: its translation; none where the source itself is meant.
    """
    context, text = key
    return Signature(
        source=_digest(context, text),
        both="" if translation is None else _digest(context, text, translation),
        begins=text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…",
    )


def _digest(*parts: str | None) -> str:
    """The digest of a JSON array, in which no two lists of parts look the same; all but ASCII is escaped there."""
    return hashlib.sha256(json.dumps(parts, separators=(",", ":")).encode()).hexdigest()


_SHOWN = 48
"""Characters."""
