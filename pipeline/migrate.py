"""Catalogs made under older rules for units are brought under today's, so that no change of ours costs a translation.

The header ``X-Policyglot-Rules`` tells under which rules a template or catalog was made; without it, under the first. A
new rule is a function in `_STEPS` that says which text of today was which text before. It pairs texts that the same block
of the source has under both rules, never by position.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pipeline.model import Catalog, Key, Message, Previous, Unit

HEADER = "X-Policyglot-Rules"


def migrate(catalog: Catalog, units: Sequence[Unit]) -> Catalog:
    """Return a catalog whose texts are those of today's rules; one that is up to date is returned as it is.

    Args:
        catalog: the catalog as it is on disk.
        units: the document's units under today's rules.
    """
    found = catalog.headers.get(HEADER, "1")
    made = int(found) if re.fullmatch(r"[0-9]{1,4}", found) else 1
    for step in _STEPS[made - 1 :]:
        catalog = replace(catalog, messages=step(catalog.messages, units))
    return replace(catalog, headers={**catalog.headers, HEADER: str(max(made, RULES))})


def _marks_left_the_text(messages: Sequence[Message], units: Sequence[Unit]) -> tuple[Message, ...]:
    """Rules 2: the box of a task (``[x]``) and the explicit id of a heading (``{#id}``) are no part of the text."""
    before: Mapping[Key, Unit] = {
        (unit.context, unit.text.join(unit.marks)): unit for unit in units if any(unit.marks)
    }
    present = {message.key for message in messages}
    return tuple(
        _without_marks(message, before[message.key])
        if message.key in before and before[message.key].key not in present
        else message
        for message in messages
    )


def _without_marks(message: Message, unit: Unit) -> Message:
    """The same message under the new text; fuzzy if a translation did not keep the marks as the source has them."""
    first, last = unit.marks
    texts = [text for text in message.translations if text]
    kept = all(text.startswith(first) and text.endswith(last) for text in texts)
    bare = (text.removeprefix(first).removesuffix(last) for text in message.translations)
    moved = replace(message, text=unit.text, translations=tuple(bare))
    if kept or "fuzzy" in message.flags:
        return moved
    return replace(moved, flags=("fuzzy", *message.flags), previous=Previous(text=message.text))


_STEPS: Sequence[Callable[[Sequence[Message], Sequence[Unit]], tuple[Message, ...]]] = (_marks_left_the_text,)
RULES = len(_STEPS) + 1
"""The number of today's rules."""
