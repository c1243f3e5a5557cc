"""From the bytes of a PO file to a catalog, strictly: what is not understood is told, never dropped.

Reading is our own: polib takes a missing quote or an entry without its msgstr for an empty translation, ends lines at
U+2028, drops ``#~|`` lines and comments at the end, and does not know the ``#=`` lines of gettext 1.0.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.model import Catalog, Diagnostic, Key, Message, Previous
from pipeline.po import comments, problem, regular
from pipeline.po.decode import UTF_8, decode, unescape

_QUOTED = r'"(?P<text>(?:[^"\\]|\\.)*)"'
_STRING = re.compile(
    rf"(?P<mark>#~\||#\||#~|)\s*(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d\d?\])?|)\s*{_QUOTED}$"
)
_COMMENT = re.compile(r"(?:#~[ \t]*(?=#))?#(?P<kind>[.:,=]|(?![~|])|~$)(?P<text>.*)$", re.DOTALL)
_CONFLICT = re.compile(r"<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|")


def read(data: bytes, path: str) -> Catalog | Diagnostic:
    """Read a PO file or template.

    Args:
        data: the whole file.
        path: its name in diagnostics.

    Returns:
        The catalog, with ``charset`` telling what the file was written in; or the one problem for which the file cannot
        be trusted.
    """
    decoded = decode(data, path)
    if isinstance(decoded, Diagnostic):
        return decoded
    text, charset = decoded
    parts: list[Message | _Entry] = []
    entries = [_Entry()]
    position, number = 0, 1
    while position <= len(text):
        if charset == UTF_8 and (entries[-1].is_complete() or not entries[-1].line):
            found, position, number = regular.entries(text, position, number)
            if found:
                parts += [*(entry for entry in entries if entry.is_complete()), *found]
                entries = [_Entry()]
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        wrong = _take(entries, number, text[position:end].strip(" \t"))
        if wrong:
            return problem.syntax(path, *wrong)
        position, number = end + 1, number + 1
    last = entries[-1]
    if last.strings and not last.is_complete():
        return problem.syntax(path, last.begun, "this entry has no msgstr")
    parts += [entry for entry in entries if entry.is_complete()]
    messages = [part if isinstance(part, Message) else _message(part, charset) for part in parts]
    repeated = _repeated(messages)
    if repeated:
        return problem.syntax(path, *repeated)
    return _catalog(messages, () if last.is_complete() else last.lines, charset)


@dataclass(slots=True)
class _Entry:
    """An entry while its lines are read."""

    line: int = 0
    """Where it begins, with its comments."""
    begun: int = 0
    """Where its first keyword stands."""
    ended: int = 0
    """Where its last line stands."""
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
    entry.ended = number if line else entry.ended
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


def _repeated(messages: Sequence[Message]) -> tuple[int, str] | None:
    seen: dict[Key, int | None] = {}
    for message in messages:
        if not message.obsolete and message.key in seen:
            return message.line or 1, f"this entry repeats the one of line {seen[message.key]}"
        if not message.obsolete:
            seen[message.key] = message.line
    return None


def _catalog(messages: Sequence[Message], trailing: Sequence[str], charset: str) -> Catalog:
    header = next(
        (message for message in messages if message.key == (None, "") and not message.obsolete), None
    )
    rest = tuple(message for message in messages if message is not header)
    if header is None:
        return Catalog(headers={}, messages=rest, trailing=_trailing(trailing), charset=charset)
    headers = _headers(header.translation)
    if charset != "UTF-8":
        headers["Content-Type"] = "text/plain; charset=UTF-8"
    return Catalog(
        headers=headers,
        comments=header.comments,
        flags=header.flags,
        extracted=header.extracted,
        messages=rest,
        trailing=_trailing(trailing),
        charset=charset,
    )


def _trailing(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


def _headers(text: str) -> dict[str, str]:
    """The header's fields. A field that stands twice stays with the first; what is no field, with the one before it."""
    headers: dict[str, str] = {}
    name = ""
    for line in text.removesuffix("\n").split("\n") if text else ():
        before, colon, after = line.partition(":")
        is_field = bool(colon and before)
        name = before if is_field else name
        if is_field and name not in headers:
            headers[name] = after.strip(" \t")
        else:
            headers[name] = f"{headers[name]}\n{line}" if name in headers else line
    return headers


def _message(entry: _Entry, charset: str) -> Message:
    strings = {keyword: unescape(text, charset) for keyword, text in entry.strings.items()}
    previous = {keyword: unescape(text, charset) for keyword, text in entry.previous.items()}
    return Message(
        text=strings["msgid"],
        context=strings.get("msgctxt"),
        plural=strings.get("msgid_plural"),
        translations=tuple(_forms(strings)),
        flags=comments.flags(entry.comments.get(",", ())),
        comments=comments.words(entry.comments.get("", ())),
        extracted=comments.words(entry.comments.get(".", ())),
        references=comments.references(entry.comments.get(":", ())),
        previous=Previous(
            text=previous.get("msgid"), context=previous.get("msgctxt"), plural=previous.get("msgid_plural")
        )
        if previous
        else None,
        obsolete=entry.obsolete,
        line=entry.line,
        end_line=entry.ended,
    )


def _forms(strings: Mapping[str, str]) -> Iterator[str]:
    """The msgstr; or the plural forms in the order of their numbers, empty where one is left out."""
    if "msgstr" in strings:
        yield strings["msgstr"]
        return
    numbers = [int(keyword[7:-1]) for keyword in strings if keyword.startswith("msgstr[")]
    for number in range(max(numbers) + 1):
        yield strings.get(f"msgstr[{number}]", "")
