"""What the gate decides, as values."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.approvals import Role
from pipeline.languages import Language
from pipeline.localize import Localized


class Form(StrEnum):
    """What the page of a document in a language shows."""

    ORIGINAL = "original"
    """The source text: the page is in the language of the sources."""
    TRANSLATED = "translated"
    """Every unit in the page's language."""
    MIXED = "mixed"
    """What is translated, and the source text for the rest, marked."""
    ENGLISH = "english"
    """The source text, with the words around it in the reader's language."""
    FORMER = "last-release"
    """The newest release that the language has, where the one in force is not released in it."""
    HIDDEN = "hidden"
    """There is no page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One reason why a translation does not pass."""

    code: str
    """``units``, ``words``, ``required-unit``, ``release`` or ``pseudo``."""
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many texts of a document stand in which state."""

    total: int
    translated: int
    fuzzy: int = 0
    untranslated: int = 0
    refused: int = 0
    """Translated, and kept from the page by a finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How many words the source has, and how many of them stand in translated units."""

    total: int
    translated: int


def percent(part: int, whole: int) -> int:
    """Return a share in per cent, never rounded up: 100 only if nothing is missing."""
    return part * 100 // max(whole, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """What a page says of which text binds."""

    language: Language
    """The language of the text that prevails."""
    text: str | None = None
    """The project's own notice, in the page's language; none stands for the standard one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A text for which an approval does not hold: it has changed since, or has come later."""

    path: str
    """Where it is: in its catalog; in the source, if it has no entry there."""
    line: int
    text: str
    """The source text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """What the people of one role approve of a document in a language, as it is now."""

    role: Role
    by: tuple[str, ...]
    """The names of those who approved it, or an earlier text of it."""
    since: datetime.date
    """The day of the latest approval."""
    total: int
    """How many texts it has, equal ones counted once."""
    changed: tuple[Changed, ...] = ()
    """The texts for which no approval holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What becomes of one document in one language."""

    document: str
    language: Language
    form: Form
    passes: bool
    """Whether it is published as a text of this language: found by search engines, and named as an alternate of the others."""
    is_required: bool = False
    """Whether the configuration says that the document has to be there in this language."""
    reasons: tuple[Refusal, ...] = ()
    """Why it does not pass."""
    units: Tally
    messages: Tally
    """The same by messages, as gettext's tools count: a text that stands in two places once."""
    words: Words
    findings: Mapping[str, int] = field(default_factory=dict)
    """How many findings nobody accepted, by severity, and how many are ``accepted``."""
    binding: Binding | None = None
    """The notice of which text binds; none where the page needs none."""
    former: str | None = None
    """The version that a page shows, where that is the last release that its language has."""
    sign_offs: tuple[SignOff, ...] = ()
    """By role; none for a role in which nobody approved it."""

    @property
    def is_original(self) -> bool:
        """Whether the language is that of the sources."""
        return self.form is Form.ORIGINAL

    @property
    def is_translation(self) -> bool:
        """Whether a reader gets a text that somebody translated, in whole or in part."""
        return self.form in {Form.TRANSLATED, Form.MIXED, Form.FORMER}

    @property
    def is_reviewed(self) -> bool:
        """Whether counsel approved each text of the translation as it is now, and a reader gets all of it."""
        legal = (one for one in self.sign_offs if one.role is Role.LEGAL)
        is_whole = self.is_translation and self.units.translated == self.units.total
        return is_whole and any(one.total and not one.changed for one in legal)

    @property
    def has_page(self) -> bool:
        """Whether a reader gets a page at all."""
        return self.form is not Form.HIDDEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One document in one language, as a reader gets it."""

    localized: Localized
    """What the page shows: the original document, if that is all that may be published."""
    decision: Decision
