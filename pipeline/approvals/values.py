"""An approval as a value: one person, in one role, approves a document in a language, text by text."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category

from pipeline.approvals.digest import Signature


class Role(StrEnum):
    """As what somebody approves."""

    LEGAL = "legal"
    """As counsel."""
    TRANSLATOR = "translator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """What one person approves of a document, in one role."""

    document: str
    role: Role
    by: str
    """Who: ``Name <mail>``, as `person` returns it."""
    when: datetime.datetime
    """With its offset from UTC, to the second."""
    note: str = ""
    """What the person wants to have said with it."""
    texts: tuple[Signature, ...] = ()
    """What was approved, sorted, each once."""


def person(words: str) -> str | None:
    """Return a name and a mail address as they are written down, ``Name <mail>``; none if it has another form."""
    match = _PERSON.fullmatch(words)
    if match is None or any(category(char) in _UNSEEN for char in words):
        return None
    name = " ".join(match["name"].split())
    return f"{name} <{match['mail']}>" if any(char.isalnum() for char in name) else None


def name_of(by: str) -> str:
    """Return the name of a person."""
    return by.rpartition(" <")[0]


def mail_of(by: str) -> str:
    """Return what tells a person from others: the mail address, in small letters."""
    return by.rpartition(" <")[2].removesuffix(">").lower()


def key_of(approval: Approval) -> str:
    """Return what an approval is called in its file: the document, the role and the mail address."""
    return f"{approval.document} {approval.role} {mail_of(approval.by)}"


def renewed(approvals: Sequence[Approval], approval: Approval) -> tuple[Approval, ...]:
    """Return the approvals with one more; it takes the place of an earlier one by the same person in the same role."""
    kept = (other for other in approvals if key_of(other) != key_of(approval))
    return tuple(sorted((*kept, approval), key=key_of))


_PERSON = re.compile(r" *(?P<name>[^<>]+?) *<(?P<mail>[^<>@\s\"\\]+@[^<>@\s\"\\]+)> *")
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Controls, also of direction; halves of characters; separators of lines and paragraphs."""
