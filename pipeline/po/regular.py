"""Entries in the form in which `write` writes them, each read with one pattern.

Nearly all entries of nearly all files have this form. Whatever else stands in a file, `read` takes line by line.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.model import Message, Previous
from pipeline.po import comments
from pipeline.po.decode import UTF_8, unescape


def entries(text: str, position: int, line: int) -> tuple[Sequence[Message], int, int]:
    """Read entries as long as they are regular and no line below them can belong to the last one.

    Args:
        text: a whole file that was in UTF-8, with a line feed at the end of each line.
        position: the beginning of a line that cannot belong to an entry above it.
        line: its number.

    Returns:
        The messages, none if the first entry is not regular; and the position and the number of the line after them.
    """
    messages: list[Message] = []
    form, other = _ACTIVE, _OBSOLETE
    while True:
        found = form.entry.match(text, position)
        if not found:
            form, other = other, form
            found = form.entry.match(text, position)
        message = _message(found, form, line) if found else None
        if not found or not message:
            return messages, position, line
        messages.append(message)
        line += text.count("\n", position, found.end())
        position = found.end()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """How entries are written that are obsolete, or that are not."""

    entry: re.Pattern[str]
    plural: re.Pattern[str]
    """One of several msgstr: its number, and its text."""
    seam: str
    """Where a string of several lines goes on."""
    old_seam: str
    """Where a string of the previous text goes on."""
    obsolete: bool


def _form(mark: str, old: str, *, obsolete: bool) -> _Form:
    """Return the form of entries with one mark before their strings and another before those of the previous text.

    The patterns can take no line in two ways, so that trying one costs no more than reading the entry.
    """
    new, past = re.escape(mark), re.escape(old)
    text, past_text = (rf'[^"\\\n]*+(?:(?:\\.|"\n{each}")[^"\\\n]*+)*' for each in (new, past))
    return _Form(
        entry=re.compile(
            r"(?P<words>(?:#(?: [^\n]*+)?\n)*)(?P<extracted>(?:#\.[^\n]*+\n)*)"
            r"(?P<references>(?:#:[^\n]*+\n)*)(?P<flags>(?:#,[^\n]*+\n)*)"
            rf'(?:{past}msgctxt "(?P<old_context>{past_text})"\n)?'
            rf'(?:{past}msgid "(?P<old_text>{past_text})"\n)?'
            rf'(?:{past}msgid_plural "(?P<old_plural>{past_text})"\n)?'
            rf'(?:{new}msgctxt "(?P<context>{text})"\n)?'
            rf'{new}msgid "(?P<text>{text})"\n'
            rf'(?:{new}msgstr "(?P<translation>{text})"\n'
            rf'|{new}msgid_plural "(?P<plural>{text})"\n(?P<translations>(?:{new}msgstr\[[0-9]\] "{text}"\n)+))'
            r'(?P<blank>\n*+)(?=#(?![~|])|(?:#~ |#~?\| )?msg(?:ctxt|id) "|\Z)'
        ),
        plural=re.compile(rf'{new}msgstr\[([0-9])\] "({text})"\n'),
        seam=f'"\n{mark}"',
        old_seam=f'"\n{old}"',
        obsolete=obsolete,
    )


_ACTIVE = _form("", "#| ", obsolete=False)
_OBSOLETE = _form("#~ ", "#~| ", obsolete=True)


def _message(found: re.Match[str], form: _Form, line: int) -> Message | None:
    """Make a message of an entry that begins at a line; none if its plural forms are not in their order."""
    (
        words, extracted, references, flags, old_context, old_text, old_plural,
        context, text, translation, plural, several, blank,
    ) = found.groups()  # fmt: skip
    seam, old_seam = form.seam, form.old_seam
    if several:
        numbered = form.plural.findall(several)
        if any(number != str(index) for index, (number, _) in enumerate(numbered)):
            return None
        translations = tuple(_text(each, seam) for _, each in numbered)
    else:
        translations = (_text(translation, seam),)
    previous = None
    if not (old_context is old_text is old_plural is None):
        previous = Previous(
            text=_optional(old_text, old_seam),
            context=_optional(old_context, old_seam),
            plural=_optional(old_plural, old_seam),
        )
    return Message(
        text=_text(text, seam),
        context=_optional(context, seam),
        plural=_optional(plural, seam),
        translations=translations,
        flags=_flags(flags),
        comments=_words(words, 1),
        extracted=_words(extracted, 2),
        references=_references(references),
        previous=previous,
        obsolete=form.obsolete,
        line=line,
        end_line=line + found[0].count("\n") - len(blank) - 1,
    )


def _text(quoted: str, seam: str) -> str:
    return unescape(quoted.replace(seam, "") if "\n" in quoted else quoted, UTF_8)


def _optional(quoted: str | None, seam: str) -> str | None:
    return None if quoted is None else _text(quoted, seam)


# The same few comments stand above most entries of a file, and of the next one.


@lru_cache(maxsize=1024)
def _words(block: str, after: int) -> tuple[str, ...]:
    return comments.words(_lines(block, after))


@lru_cache(maxsize=1024)
def _references(block: str) -> tuple[str, ...]:
    return comments.references(_lines(block, 2))


@lru_cache(maxsize=1024)
def _flags(block: str) -> tuple[str, ...]:
    return comments.flags(_lines(block, 2))


def _lines(block: str, after: int) -> Sequence[str]:
    """What stands in comment lines, after so many characters."""
    return [line[after:].rstrip(" \t") for line in block.split("\n")[:-1]]
