"""Approvals from the text of their file, or what is wrong with it."""

import datetime
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.approvals.digest import Signature
from pipeline.approvals.values import Approval, Role, key_of, person
from pipeline.model import Diagnostic

VERSION = 1
"""Of the form of the file."""

CODE = "approvals-file"


def read(text: str, path: str) -> tuple[Approval, ...] | Diagnostic:
    """Read the approvals of one language; the order of the lines is of no account, and neither are lines that stand twice.

    Args:
        text: the whole file.
        path: its name in diagnostics.

    Returns:
        The approvals by document, role and mail address, or the first problem: then none of them is taken.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _no_toml(text, path, str(error))
    except RecursionError:
        return _no_toml(text, path, "Brackets nest too deeply")
    if (version := data.get("version")) != VERSION:
        message = f"the version of its form is {version}, and only {VERSION} is known"
        return _problem(path, None, message, "use the policyglot that wrote it")
    entries = data.get("approvals")
    if data.keys() != {"version", "approvals"} or not isinstance(entries, list):
        return _problem(path, None, "it holds something else than a list “approvals”", _RESTORE)
    try:
        return _approvals(entries)
    except _Broken as broken:
        return _problem(path, _line(text, broken.index, len(entries)), str(broken), _RESTORE)


class _Broken(Exception):  # noqa: N818 - it never leaves this module
    """What is wrong with one entry."""

    def __init__(self, index: int, message: str) -> None:
        super().__init__(message)
        self.index = index
        """Which entry, from 0."""


def _approvals(entries: Sequence[object]) -> tuple[Approval, ...]:
    approvals: dict[str, Approval] = {}
    signed: defaultdict[str, set[Signature]] = defaultdict(set)
    first: dict[str, int] = {}
    for index, entry in enumerate(entries):
        if approval := _approval(entry):
            key = key_of(approval)
            if key not in approvals or approvals[key].when < approval.when:
                approvals[key] = approval
        elif text := _text(entry):
            key, signature = text
            first.setdefault(key, index)
            signed[key].add(signature)
        else:
            raise _Broken(index, "this is neither an approval nor an approved text")
    for key, index in first.items():
        if key not in approvals:
            raise _Broken(index, f"there is no approval “{key}”")
    return tuple(replace(approvals[key], texts=tuple(sorted(signed[key]))) for key in sorted(approvals))


def _approval(entry: object) -> Approval | None:
    match entry:
        case {
            "approval": str(key),
            "by": str(by),
            "when": datetime.datetime(tzinfo=zone) as when,
            **rest,
        } if zone:
            pass
        case _:
            return None
    document, _, role = key.rpartition(" ")[0].rpartition(" ")
    note = rest.pop("note", "")
    if rest or not isinstance(note, str) or role not in set(Role) or person(by) != by:
        return None
    found = Approval(document=document, role=Role(role), by=by, when=when, note=note)
    return found if key_of(found) == key else None


def _text(entry: object) -> tuple[str, Signature] | None:
    match entry:
        case {"approval": str(key), "begins": str(begins), "source": str(source), **rest}:
            both = rest.pop("both", None)
        case _:
            return None
    if rest or not _DIGEST.fullmatch(source):
        return None
    if both is None:
        return key, Signature(source=source, begins=begins)
    fits = isinstance(both, str) and _DIGEST.fullmatch(both)
    return (key, Signature(source=source, both=str(both), begins=begins)) if fits else None


def _line(text: str, index: int, entries: int) -> int | None:
    """The line of an entry, if each stands on a line of its own."""
    lines = [
        number for number, line in enumerate(text.split("\n"), start=1) if line.lstrip(" \t").startswith("{")
    ]
    return lines[index] if len(lines) == entries else None


def _no_toml(text: str, path: str, message: str) -> Diagnostic:
    lines = text.split("\n")
    if conflict := next(_conflicts(lines), None):
        hint = "keep the lines of both sides, without the marks"
        return _problem(path, conflict, "a conflict of a merge is not resolved here", hint)
    match = _PLACE.fullmatch(message)
    line = int(match["line"]) if match and match["line"] else len(text.rstrip("\n").split("\n"))
    told = match["told"] if match else message
    return _problem(path, line, f"this is not TOML: {told[:1].lower()}{told[1:]}", _RESTORE)


def _conflicts(lines: Sequence[str]) -> Iterator[int]:
    return (number for number, line in enumerate(lines, start=1) if line.startswith(("<<<<<<<", ">>>>>>>")))


def _problem(path: str, line: int | None, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path=path, line=line, code=CODE, message=message, hint=hint)


_RESTORE = "take the file back from version control"
_DIGEST = re.compile(r"[0-9a-f]{64}")
_PLACE = re.compile(r"(?P<told>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)", re.DOTALL)
