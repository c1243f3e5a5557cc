"""A locale's glossary: the one way to say each defined term.

It is a catalog of its own, ``locales/<locale>/LC_MESSAGES/glossary.po``: msgid is the term, msgstr the one way to say it. A
translator's comment ``# forbid: A, B`` names ways not to say it, and ``# exclusive`` says that the way to say it means this
term and no other, so that it may only stand where the source has the term.
"""

import re
from collections.abc import Iterator

from pipeline.check.rule import Term
from pipeline.model import Catalog, Message, State

_FORBID = re.compile(r"\s*forbid\s*:\s*(?P<ways>.+)", re.IGNORECASE)
_EXCLUSIVE = re.compile(r"\s*exclusive\s*", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,、，،;]\s*")


def terms(catalog: Catalog | None) -> tuple[Term, ...]:
    """Return the terms of a glossary, in its order; those without a finished translation are none yet."""
    messages = catalog.active if catalog else ()
    return tuple(_term(message) for message in messages if message.state is State.TRANSLATED)


def _term(message: Message) -> Term:
    return Term(
        source=message.text,
        target=message.translation,
        forbidden=tuple(_forbidden(message)),
        exclusive=any(_EXCLUSIVE.fullmatch(line) for line in message.comments),
    )


def _forbidden(message: Message) -> Iterator[str]:
    for line in message.comments:
        if match := _FORBID.fullmatch(line):
            yield from filter(None, _COMMA.split(match["ways"].strip()))
