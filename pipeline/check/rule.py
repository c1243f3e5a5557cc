"""What a rule looks at, and what it says."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pipeline.markdown import Features, References
from pipeline.model import Message, Severity, Unit

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of a glossary."""

    source: str
    """The term, as the source has it; with a capital letter, it is only that."""
    target: str
    """The one way to say it."""
    forbidden: tuple[str, ...] = ()
    """Ways not to say it."""
    exclusive: bool = False
    """Whether the target may only stand where the source has the term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What translators of one language are told, and what their work is held to."""

    source: str
    """The locale of the sources."""
    target: str
    """The locale of the translations."""
    terms: tuple[Term, ...] = ()
    """The glossary of that locale."""
    untouched: tuple[str, ...] = ()
    """What is never translated: ``do-not-translate``."""
    unchanged: tuple[str, ...] = ()
    """Texts whose translation may be equal to them: ``allow-unchanged``."""
    links: Mapping[str, str] = field(default_factory=dict)
    """Beginnings of link targets, and what may stand in their place in that locale: ``link-swaps``."""

    @property
    def is_one_language(self) -> bool:
        """Whether source and target are forms of one language, so that equal texts say nothing."""
        one, other = (locale.split("_", maxsplit=1)[0] for locale in (self.source, self.target))
        return one == other


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One unit and its translation, each parsed once for all rules."""

    unit: Unit
    message: Message
    source: Features
    target: Features
    references: References
    """The link references that the document defines."""
    brief: Brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule has to say."""

    message: str
    """What is wrong."""
    hint: str
    """What to do."""
    source: tuple[str, ...] = ()
    """The parts of the source that it is about, letter by letter."""
    target: tuple[str, ...] = ()
    """The parts of the translation that it is about, letter by letter."""
    line: int | None = None
    """The source file's line, from 1, where the rule is about a source."""
    pair: Pair | None = None
    """The translation that it is about, where the rule is about several."""
    path: str = ""
    """The file that it is about, where the rule is about several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[T]):
    """One row of a table of rules."""

    code: str
    """A stable word, by which a finding is looked up and accepted."""
    severity: Severity
    about: str
    """What it finds, in one sentence without a full stop."""
    find: Callable[[T], Iterator[Finding]]
    is_last_word: bool = False
    """Whether nothing is left to say once it has found something."""
    needs: str = ""
    """Characters, of which the text or the translation has one if there is something to find; without any, all are looked at.

    A zero is any figure, a full stop one before a letter or a mark, and a blank one that is doubled or at an end.
    """
