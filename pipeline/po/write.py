"""From a catalog to the bytes of a PO file, in the form of ``msgcat --no-wrap``.

Entries of the plainest kind, which are nearly all, are put together here; whatever else an entry has is written by polib.
"""

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
    texts = [plain_entry(message) or entry(message) for message in entries]
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


def plain_entry(message: Message) -> str | None:
    """Write a message as `entry` does, if it is in use, has no plural and no previous text, and no character that needs care."""
    if message.obsolete or message.plural is not None or message.previous:
        return None
    context, text, translation = message.context, message.text, message.translation
    if _CARE.search(f"{context or ''}{text}{translation}"):
        return None
    lines = []
    for mark, words in (("# ", message.comments), ("#. ", message.extracted)):
        for line in words:
            if not line.strip(" "):
                return None
            lines.append(mark + line)
    if message.references:
        lines.append(f"#: {' '.join(message.references)}")
    if message.flags:
        lines.append(f"#, {', '.join(message.flags)}")
    if any("\n" in line or line.endswith("\\") for line in lines):
        return None
    if context is not None:
        lines.append(f"msgctxt {_quoted(context)}")
    lines += f"msgid {_quoted(text)}", f"msgstr {_quoted(translation)}\n"
    return "\n".join(lines)


_CARE = re.compile(r"[\x00-\x09\x0b-\x1f]")
"""Control characters but the line feed."""


def _quoted(text: str) -> str:
    """Write a string between quotation marks; one of several lines, a line in each, below an empty one."""
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    if "\n" not in text:
        return f'"{text}"'
    whole, end = (text[:-1], "\\n") if text.endswith("\n") else (text, "")
    if "\n" not in whole:
        return f'"{whole}{end}"'
    seam = '\\n"\n"'
    return f'""\n"{whole.replace(chr(10), seam)}{end}"'


class _Text(str):
    """Text whose lines end at a line feed only: polib asks `str.splitlines`, which also ends them at U+2028 and others."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: FBT001, FBT002 - the signature of str
        return re.findall(r"[^\n]*\n|[^\n]+", self) if keepends else self.removesuffix("\n").split("\n")


def entry(message: Message) -> str:
    """Write any message, with polib."""
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
