"""From the bytes of a PO file to a catalog, strictly: what is not understood is told, never dropped.

Reading is our own: polib takes a missing quote or an entry without its msgstr for an empty translation, ends lines at
U+2028, drops ``#~|`` lines and comments at the end, and does not know the ``#=`` lines of gettext 1.0.
"""

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.model import Catalog, Diagnostic, Message, Previous
from pipeline.po import problem

_QUOTED = r'"(?P<text>(?:[^"\\]|\\.)*)"'
_STRING = re.compile(
    rf"(?P<mark>#~\||#\||#~|)\s*(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?|)\s*{_QUOTED}$"
)
_COMMENT = re.compile(r"#(?P<kind>[.:,=]|(?![~|])|~$)(?P<text>.*)$", re.DOTALL)
_CONFLICT = re.compile(r"<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|")
_CHARSET = re.compile(rb"^\"Content-Type:[^\n]*charset=([-\w]+)", re.MULTILINE)
_REFERENCE = re.compile(r"[^\s\u2068]*\u2068[^\u2069]*\u2069\S*|\S+")
"""A place in a source; gettext encloses a file name with blanks in U+2068 and U+2069."""


def read(data: bytes, path: str) -> Catalog | Diagnostic:
    """Read a PO file or template.

    Args:
        data: the whole file.
        path: its name in diagnostics.

    Returns:
        The catalog, with ``charset`` telling what the file was written in; or the one problem for which the file cannot
        be trusted.
    """
    decoded = _decode(data, path)
    if isinstance(decoded, Diagnostic):
        return decoded
    text, charset = decoded
    entries: list[_Entry] = [_Entry()]
    for number, line in enumerate(text.split("\n"), start=1):
        wrong = _take(entries, number, line.strip(" \t"))
        if wrong:
            return problem.syntax(path, *wrong)
    last = entries.pop()
    if "msgid" in last.strings and not last.is_complete():
        return problem.syntax(path, last.begun, "this entry has no msgstr")
    if last.is_complete():
        entries.append(last)
    repeated = _repeated(entries)
    if repeated:
        return problem.syntax(path, *repeated)
    return _catalog(entries, () if last.is_complete() else last.lines, charset)


@dataclass(slots=True)
class _Entry:
    """An entry while its lines are read."""

    line: int = 0
    """Where it begins, with its comments."""
    begun: int = 0
    """Where its first keyword stands."""
    lines: list[str] = field(default_factory=list)
    comments: dict[str, list[str]] = field(default_factory=dict)
    """By the character after ``#``."""
    strings: dict[str, str] = field(default_factory=dict)
    """By keyword, as written."""
    previous: dict[str, str] = field(default_factory=dict)
    obsolete: bool = False
    open: tuple[str, str] | None = None
    """The mark and the keyword of the string that a next line may continue."""

    def is_complete(self) -> bool:
        return any(keyword.startswith("msgstr") for keyword in self.strings)

    def key(self) -> tuple[str | None, str, bool]:
        return (self.strings.get("msgctxt"), self.strings["msgid"], self.obsolete)


def _take(entries: list[_Entry], number: int, line: str) -> tuple[int, str] | None:
    """Take one line into the last entry or a new one; or say where and what is wrong."""
    string, comment = _STRING.match(line), _COMMENT.match(line)
    entry = entries[-1]
    begins = comment or (
        string and (string["mark"].endswith("|") or string["keyword"] in {"msgctxt", "msgid"})
    )
    if begins and entry.is_complete() and not (string and not string["keyword"]):
        entry = _Entry()
        entries.append(entry)
    if line and not entry.line:
        entry.line = number
    entry.lines.append(line)
    if comment:
        entry.comments.setdefault(comment["kind"].replace("=", ","), []).append(comment["text"])
        entry.open = None
        return None
    if string:
        return _take_string(entry, number, string)
    if _CONFLICT.match(line):
        return number, "a conflict mark of a version control merge is left here"
    return (number, "this line is not PO syntax") if line else None


def _take_string(entry: _Entry, number: int, string: re.Match[str]) -> tuple[int, str] | None:
    mark, keyword = string["mark"], string["keyword"]
    strings = entry.previous if mark.endswith("|") else entry.strings
    if not keyword:
        if entry.open is None or entry.open[0] != mark:
            return number, "this line does not belong here"
        strings[entry.open[1]] += string["text"]
        return None
    if strings is entry.strings:
        if keyword in {"msgctxt", "msgid"} and "msgid" in strings:
            return entry.begun, "this entry has no msgstr"
        if not _may_follow(keyword, strings) or (strings and entry.obsolete != (mark == "#~")):
            return number, "this line does not belong here"
        entry.obsolete = mark == "#~"
        entry.begun = entry.begun or number
    strings[keyword] = string["text"]
    entry.open = (mark, keyword)
    return None


def _may_follow(keyword: str, strings: Mapping[str, str]) -> bool:
    """Whether a keyword may stand after those that the entry has."""
    if keyword in strings:
        return False
    if keyword in {"msgctxt", "msgid"}:
        return True
    if keyword == "msgid_plural":
        return "msgid" in strings and not any(other.startswith("msgstr") for other in strings)
    return "msgid" in strings and ("msgid_plural" in strings) == (keyword != "msgstr")


def _repeated(entries: Sequence[_Entry]) -> tuple[int, str] | None:
    seen: dict[tuple[str | None, str, bool], int] = {}
    for entry in entries:
        if entry.key() in seen and not entry.obsolete:
            return entry.line, f"this entry repeats the one of line {seen[entry.key()]}"
        seen.setdefault(entry.key(), entry.line)
    return None


def _catalog(entries: Sequence[_Entry], trailing: Sequence[str], charset: str) -> Catalog:
    messages = [_message(entry) for entry in entries]
    header = next(
        (message for message in messages if message.key == (None, "") and not message.obsolete), None
    )
    if header is None:
        return Catalog(headers={}, messages=tuple(messages), trailing=_trailing(trailing), charset=charset)
    headers = _headers(header.translation)
    if charset != "UTF-8":
        headers["Content-Type"] = "text/plain; charset=UTF-8"
    return Catalog(
        headers=headers,
        comments=header.comments,
        flags=header.flags,
        extracted=header.extracted,
        messages=tuple(message for message in messages if message is not header),
        trailing=_trailing(trailing),
        charset=charset,
    )


def _trailing(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


def _headers(text: str) -> dict[str, str]:
    headers: dict[str, str] = {}
    name = ""
    for line in text.removesuffix("\n").split("\n") if text else ():
        before, colon, after = line.partition(":")
        if colon:
            name = before
            headers[name] = after.strip(" \t")
        elif name:
            headers[name] += f"\n{line}"
    return headers


def _message(entry: _Entry) -> Message:
    strings = {keyword: _unescape(text) for keyword, text in entry.strings.items()}
    previous = {keyword: _unescape(text) for keyword, text in entry.previous.items()}
    flags = (flag.strip() for line in entry.comments.get(",", ()) for flag in line.split(","))
    return Message(
        text=strings["msgid"],
        context=strings.get("msgctxt"),
        plural=strings.get("msgid_plural"),
        translations=tuple(_forms(strings)),
        flags=tuple(dict.fromkeys(flag for flag in flags if flag)),
        comments=tuple(line.removeprefix(" ") for line in entry.comments.get("", ())),
        extracted=tuple(line.removeprefix(" ") for line in entry.comments.get(".", ()) if line),
        references=tuple(place for line in entry.comments.get(":", ()) for place in _REFERENCE.findall(line)),
        previous=Previous(
            text=previous.get("msgid"), context=previous.get("msgctxt"), plural=previous.get("msgid_plural")
        )
        if previous
        else None,
        obsolete=entry.obsolete,
        line=entry.line,
    )


def _forms(strings: Mapping[str, str]) -> Iterator[str]:
    """The msgstr; or the plural forms in the order of their numbers, empty where one is left out."""
    if "msgstr" in strings:
        yield strings["msgstr"]
        return
    numbers = [int(keyword[7:-1]) for keyword in strings if keyword.startswith("msgstr[")]
    for number in range(min(max(numbers), _FORMS) + 1):
        yield strings.get(f"msgstr[{number}]", "")


_FORMS = 9
"""The highest number of a plural form; no language has more than six forms."""


def _decode(data: bytes, path: str) -> tuple[str, str] | Diagnostic:
    """The text, with a line feed at the end of each line, and the charset that it was in."""
    declared = _CHARSET.search(data)
    charset = declared[1].decode("ascii", "replace") if declared else "UTF-8"
    if charset.upper() in {"UTF-8", "UTF8", "ASCII", "US-ASCII", "CHARSET"}:
        charset = "UTF-8"
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode(charset)
    except LookupError:
        return problem.unknown_charset(path, _line(data, declared.start() if declared else 0), charset)
    except UnicodeDecodeError as error:
        return problem.unknown_charset(path, _line(data, error.start), charset)
    return text.replace("\r\n", "\n"), charset


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1


_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\", '"': '"'}
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|(.))", re.DOTALL)


def _unescape(text: str) -> str:
    """Read the escapes of C that gettext knows; a backslash before anything else stands for itself."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(
        lambda found: (
            chr(int(found[1], 16))
            if found[1]
            else chr(int(found[2], 8))
            if found[2]
            else _ESCAPES.get(found[3], found[0])
        ),
        text,
    )
