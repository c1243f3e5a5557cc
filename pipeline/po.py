"""PO files: bytes to `Catalog` and back, canonical and deterministic. Nothing else imports polib.

polib forgives what would lose a translation (a missing quote, an entry without its msgstr), so the shape of every
line is checked before polib sees it. The canonical form is that of ``msgcat --no-wrap``: UTF-8, LF, unwrapped.
"""

import codecs
import re
from collections.abc import Iterable, Sequence

import polib

from pipeline.model import Catalog, Diagnostic, Message, Previous

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


def read(data: bytes, path: str) -> Catalog | Diagnostic:
    """Read a PO file or template.

    Args:
        data: the whole file.
        path: its name in diagnostics.

    Returns:
        The catalog, or the one problem for which the file cannot be trusted.
    """
    text = _decode(data, path)
    if isinstance(text, Diagnostic):
        return text
    problem = _first_bad_line(text, path)
    if problem:
        return problem
    text = re.sub(r"^#=", "#,", text, flags=re.MULTILINE)  # flag lines of gettext 1.0
    text = re.sub(r"^#~\|", "#|", text, flags=re.MULTILINE)  # polib drops them; the msgid line says obsolete
    try:
        file = polib.pofile(_Text(text + "\n"), encoding="utf-8", klass=_File)
    except OSError as error:  # polib's name for a syntax error
        line = re.search(r"\(line (\d+)\)", str(error))
        return _syntax(path, int(line[1]) if line else None, "this line does not belong here")
    catalog = Catalog(
        headers=dict(file.metadata),
        comments=_lines(file.header),
        messages=tuple(_message(entry) for entry in file),
    )
    return _first_duplicate(catalog, path) or catalog


def write(catalog: Catalog) -> bytes:
    """Write a catalog in canonical form, obsolete messages last."""
    file = _File(wrapwidth=0)
    file.header = "\n".join(catalog.comments)
    file.metadata = {name: _Text(value) for name, value in catalog.headers.items()}
    file.extend(_entry(message) for message in catalog.messages)
    return str(file).encode()


class _Text(str):
    """Text whose lines end at a line feed only: polib asks `str.splitlines`, which also ends them at U+2028 and others."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: FBT001, FBT002 - the signature of str
        return re.findall(r"[^\n]*\n|[^\n]+", self) if keepends else self.removesuffix("\n").split("\n")


class _File(polib.POFile):
    """polib's file with our header order, and without a comment line where there is no comment."""

    def ordered_metadata(self) -> list[tuple[str, str]]:
        known = [(name, self.metadata[name]) for name in _HEADERS if name in self.metadata]
        return known + [(name, value) for name, value in self.metadata.items() if name not in _HEADERS]

    def metadata_as_entry(self) -> polib.POEntry:
        entry = super().metadata_as_entry()
        entry.msgid, entry.msgstr = _Text(entry.msgid), _Text(entry.msgstr)
        return entry

    def __str__(self) -> str:
        text = super().__str__()
        return text if self.header else text.removeprefix("#\n")


def _decode(data: bytes, path: str) -> str | Diagnostic:
    declared = re.search(rb"^\"Content-Type:[^\n]*charset=([-\w]+)", data, re.MULTILINE)
    charset = declared[1].decode("ascii", "replace") if declared else "UTF-8"
    if charset.upper() not in {"UTF-8", "UTF8", "ASCII", "US-ASCII", "CHARSET"}:
        return Diagnostic(
            path=path,
            line=data[: declared.start()].count(b"\n") + 1 if declared else None,
            code="po-charset",
            message=f"the file declares the charset {charset}",
            hint="save it as UTF-8 and declare charset=UTF-8",
        )
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return Diagnostic(
            path=path,
            line=data[: error.start].count(b"\n") + 1,
            code="po-charset",
            message="the file is not UTF-8",
            hint="save it as UTF-8",
        )
    return text.replace("\r\n", "\n")


_STRING = r'"(?:[^"\\]|\\.)*"'
_KEYWORD = re.compile(
    rf"(?P<previous>#~?\|)?(?:#~)?\s*(?P<keyword>msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*{_STRING}$"
)
_OTHER = re.compile(rf"#(?!~|\|).*$|#~?$|(?:#~?\||#~)?\s*{_STRING}$")
"""A comment, or a string that goes on."""
_CONFLICT = re.compile(r"<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|")


def _first_bad_line(text: str, path: str) -> Diagnostic | None:
    """Find the first line that is not PO, or the first entry without a msgstr."""
    begun: int | None = None  # the line of an entry's msgctxt or msgid, until its msgstr comes
    last = ""
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.strip(" \t")
        match = _KEYWORD.match(line)
        if match and not match["previous"]:
            begins = match["keyword"] == "msgctxt" or (match["keyword"] == "msgid" and last != "msgctxt")
            if begun and begins:
                break
            last = match["keyword"]
            begun = None if last.startswith("msgstr") else begun or number
        elif _CONFLICT.match(line):
            return _syntax(path, number, "a conflict mark of a version control merge is left here")
        elif line and not match and not _OTHER.match(line):
            return _syntax(path, number, "this line is not PO syntax")
    return _syntax(path, begun, "this entry has no msgstr") if begun else None


def _first_duplicate(catalog: Catalog, path: str) -> Diagnostic | None:
    seen: dict[tuple[object, bool], int | None] = {}
    for message in catalog.messages:
        key = (message.key, message.obsolete)
        if key in seen and not message.obsolete:
            return _syntax(path, message.line, f"this entry repeats the one of line {seen[key]}")
        seen.setdefault(key, message.line)
    return None


def _syntax(path: str, line: int | None, message: str) -> Diagnostic:
    return Diagnostic(
        path=path,
        line=line,
        code="po-syntax",
        message=message,
        hint="mend it in a text editor; nothing was read from this file and nothing written to it",
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def _message(entry: polib.POEntry) -> Message:
    previous = Previous(
        text=entry.previous_msgid, context=entry.previous_msgctxt, plural=entry.previous_msgid_plural
    )
    forms: Iterable[tuple[int, str]] = entry.msgstr_plural.items()
    return Message(
        text=entry.msgid,
        context=entry.msgctxt,
        plural=entry.msgid_plural or None,
        translations=tuple(text for _, text in sorted(forms)) or (entry.msgstr,),
        flags=tuple(dict.fromkeys(flag for flag in entry.flags if flag)),
        comments=_lines(entry.tcomment),
        extracted=_lines(entry.comment),
        references=tuple(f"{path}:{line}" if line else path for path, line in entry.occurrences),
        previous=None if previous == Previous() else previous,
        obsolete=bool(entry.obsolete),
        line=entry.linenum or 1,
    )


def _entry(message: Message) -> polib.POEntry:
    previous = message.previous or Previous()
    forms: Sequence[str] = message.translations if message.plural is not None else ()
    return polib.POEntry(
        msgid=_Text(message.text),
        msgctxt=_text(message.context),
        msgid_plural=_Text(message.plural or ""),
        msgstr=_Text("" if forms else message.translation),
        msgstr_plural={index: _Text(text) for index, text in enumerate(forms)},
        flags=list(message.flags),
        tcomment="\n".join(message.comments),
        comment="\n".join(message.extracted),
        occurrences=[(reference, "") for reference in message.references],
        previous_msgid=_text(previous.text),
        previous_msgctxt=_text(previous.context),
        previous_msgid_plural=_text(previous.plural),
        obsolete=message.obsolete,
    )


def _text(text: str | None) -> _Text | None:
    return None if text is None else _Text(text)
