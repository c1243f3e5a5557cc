"""The values that every other module speaks of. No behaviour beyond what a value knows about itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic matters, gravest first."""

    BLOCK = "block"
    """The check fails, and the translation is never published: the source stands in its place."""
    ERROR = "error"
    """The check fails."""
    WARNING = "warning"
    """Somebody should look."""
    INFO = "info"
    """A fact, such as a translation that is still missing."""

    @property
    def fails(self) -> bool:
        """Whether a check that finds it has failed."""
        return self in {Severity.BLOCK, Severity.ERROR}


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A text that a diagnostic is about."""

    text: str
    """The whole text, as it stands in its file once escapes are read."""
    parts: tuple[str, ...] = ()
    """What of it matters, letter by letter, in the order of the text; one that is not in it is passed over."""

    @property
    def places(self) -> Sequence[tuple[int, int]]:
        """Where the parts stand, each after the one before it if it can be: beginnings and ends, counted from 0."""
        found: list[tuple[int, int]] = []
        after = 0
        for part in filter(None, self.parts):
            start = self.text.find(part, after)
            start = self.text.find(part) if start < 0 else start
            if start >= 0:
                found.append((start, start + len(part)))
                after = max(after, start + len(part))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One problem, told so that the reader can mend it."""

    path: str
    """Where it is: relative to the project's folder, with ``/``."""
    line: int | None = None
    """The line in that file, from 1; none if the problem is the file itself."""
    end_line: int | None = None
    """The last line of what it is about, such as a PO entry; none if that is one line."""
    code: str
    """A stable word, for machines and for looking it up."""
    message: str
    """What is wrong."""
    hint: str
    """What to do."""
    severity: Severity = Severity.ERROR
    document: str | None = None
    locale: str | None = None
    source: Excerpt | None = None
    """The source text, if it is about one."""
    target: Excerpt | None = None
    """The translation, if it is about one."""
    accepted: str | None = None
    """Why somebody accepted it; then it fails nothing."""

    @property
    def fails(self) -> bool:
        """Whether a check with this diagnostic among its findings has failed."""
        return self.severity.fails and self.accepted is None

    def __str__(self) -> str:
        """One line: ``path:line: what is wrong: what to do``."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.message}: {self.hint}"


class Kind(StrEnum):
    """What block of the source a unit fills."""

    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    HEADING = "heading"
    CELL = "table cell"
    TITLE = "title of an admonition"
    HTML = "HTML text"
    METADATA = "metadata value"


Key = tuple[str | None, str]
"""What identifies a message in a catalog: its msgctxt, if any, and its msgid."""

SlotKey = tuple[int, ...] | str
"""Where a translation goes: a place in the skeleton, or a metadata key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The smallest block of text that is translated on its own."""

    text: str
    """The msgid: the block's inline Markdown without block marks; a newline is a hard line break."""
    context: str | None = None
    """The msgctxt, where the author asked for one."""
    marks: tuple[str, str] = ("", "")
    """What stands before and after the text in its block and is no part of it."""
    kind: Kind
    type: str
    """The kind in po4a's words (``Plain text``, ``Title ##``, …), for translators."""
    block: str = ""
    """The HTML tag of the block it fills (``p``, ``h1`` to ``h6``, ``th``, ``td``); empty for plain text."""
    headings: tuple[str, ...] = ()
    """The headings above it, outermost first."""
    notes: tuple[str, ...] = ()
    """What the source's author tells translators."""
    path: str = field(compare=False)
    line: int = field(compare=False)
    """Its first line in the source file, from 1."""
    slot: SlotKey = field(compare=False)

    @property
    def key(self) -> Key:
        """What a catalog knows it by."""
        return (self.context, self.text)


class State(StrEnum):
    """How far the translation of a message has come."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """The source text that a fuzzy translation was made for (``#|``)."""

    text: str | None = None
    context: str | None = None
    plural: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One entry of a catalog."""

    text: str
    """The msgid."""
    context: str | None = None
    """The msgctxt."""
    plural: str | None = None
    """The msgid_plural."""
    translations: tuple[str, ...] = ("",)
    """The msgstr; with a plural, one for each form, in order."""
    flags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    """The translator's own lines (``#``)."""
    extracted: tuple[str, ...] = ()
    """Lines from the source (``#.``)."""
    references: tuple[str, ...] = ()
    """Places in the source (``#:``)."""
    previous: Previous | None = None
    obsolete: bool = False
    line: int | None = field(default=None, compare=False)
    """The line in the file where the entry begins, with its comments, from 1."""
    end_line: int | None = field(default=None, compare=False)
    """The line in the file where the entry ends."""

    @property
    def key(self) -> Key:
        """What identifies the message in its catalog."""
        return (self.context, self.text)

    @property
    def translation(self) -> str:
        """The msgstr, or the first plural form."""
        return self.translations[0]

    @property
    def state(self) -> State:
        """How far the translation has come; an empty text is untranslated whatever its flags say."""
        if not all(self.translations):
            return State.UNTRANSLATED
        return State.FUZZY if "fuzzy" in self.flags else State.TRANSLATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """A PO file or a template: header and messages, in the order of the file."""

    headers: Mapping[str, str]
    comments: tuple[str, ...] = ()
    """The comment lines above the header."""
    flags: tuple[str, ...] = ()
    """The header's own flags."""
    extracted: tuple[str, ...] = ()
    """The header's own lines from a source (``#.``)."""
    messages: tuple[Message, ...] = ()
    trailing: tuple[str, ...] = ()
    """Comment lines below the last entry, as they stand there."""
    charset: str = field(default="UTF-8", compare=False)
    """What the file was written in; it is always written in UTF-8."""

    @property
    def active(self) -> tuple[Message, ...]:
        """The messages that the source still has."""
        return tuple(message for message in self.messages if not message.obsolete)
