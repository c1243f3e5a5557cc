"""From a catalog to the bytes of a PO file, in the form of ``msgcat --no-wrap``, entry by entry with polib."""

import re

import polib

from pipeline.model import Catalog, Message, Previous

_HEADERS = (
    "Project-Id-Version",
    "Report-Msgid-Bugs-To",
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
    "X-Source-Language",
    "X-Poedit-Basepath",
    "X-Poedit-SearchPath-0",
)
"""The header's order; other fields follow in the order in which they were found."""


def write(catalog: Catalog) -> bytes:
    """Write a catalog: the header, the messages in their order, the obsolete ones, and what stood below them."""
    entries = [*_header(catalog), *sorted(catalog.messages, key=lambda message: message.obsolete)]
    texts = [_entry(message) for message in entries]
    if catalog.trailing:
        texts.append("\n".join(catalog.trailing) + "\n")
    return "\n".join(texts).encode()


def _header(catalog: Catalog) -> list[Message]:
    """The header as the entry that it is; none where there is nothing to say."""
    # What is no field stands first, or it would be read as the end of the field before it.
    known = [(name, catalog.headers[name]) for name in ("", *_HEADERS) if name in catalog.headers]
    other = [(name, value) for name, value in catalog.headers.items() if name and name not in _HEADERS]
    text = "".join(f"{name}: {value}\n" if name else f"{value}\n" for name, value in (*known, *other))
    header = Message(
        text="",
        translations=(text,),
        comments=catalog.comments,
        extracted=catalog.extracted,
        flags=catalog.flags,
    )
    return [header] if text or catalog.comments or not catalog.messages else []


class _Text(str):
    """Text whose lines end at a line feed only: polib asks `str.splitlines`, which also ends them at U+2028 and others."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: FBT001, FBT002 - the signature of str
        return re.findall(r"[^\n]*\n|[^\n]+", self) if keepends else self.removesuffix("\n").split("\n")


def _entry(message: Message) -> str:
    previous = message.previous or Previous()
    forms = message.translations if message.plural is not None else ()
    entry = polib.POEntry(
        msgid=_Text(message.text),
        msgctxt=_text(message.context),
        msgid_plural=_Text(message.plural or ""),
        msgstr=_Text("" if forms else message.translation),
        msgstr_plural={index: _Text(text) for index, text in enumerate(forms)},
        flags=list(message.flags),
        tcomment=_comment(message.comments),
        comment=_comment(message.extracted),
        occurrences=[(reference, "") for reference in message.references],
        previous_msgid=_text(previous.text),
        previous_msgctxt=_text(previous.context),
        previous_msgid_plural=_text(previous.plural),
        obsolete=message.obsolete,
    )
    return "\n".join(map(_line, entry.__unicode__(wrapwidth=0).split("\n")))


def _text(text: str | None) -> _Text | None:
    return None if text is None else _Text(text)


def _comment(lines: tuple[str, ...]) -> str:
    """One text for polib, which takes an empty one for no comment; `_line` takes the blank out again."""
    return "\n".join(line or " " for line in lines)


def _line(line: str) -> str:
    """Mend what polib writes otherwise than gettext: an empty comment, and the bell in a string."""
    if not line.startswith("#") or line.startswith(("#~", "#|")):
        return line.replace("\a", "\\a")
    if line.endswith("\\"):
        return line + " "  # gettext joins lines at a backslash, even those of comments
    return "#" if not line.rstrip(" ").removeprefix("#") else line
