"""Approvals as the text of a TOML file that git can merge: one line for each approval and each text, sorted.

Each line says by itself what it belongs to, so that both sides of a conflict may be kept, in any order. The order is that of
names and digests, so that a text that moves in its document moves no line here.
"""

import datetime
import json
from collections.abc import Iterator, Sequence
from unicodedata import category

from pipeline.approvals.digest import Signature
from pipeline.approvals.read import VERSION, read
from pipeline.approvals.values import Approval, key_of


def write(approvals: Sequence[Approval]) -> str:
    """Write the approvals of one language.

    Raises:
        ValueError: the text would not read back the same; that is a fault of this program.
    """
    ordered = tuple(sorted(approvals, key=key_of))
    text = "".join(f"{line}\n" for line in _lines(ordered))
    if read(text, "") != ordered:
        message = "the approvals would not read back the same"
        raise ValueError(message)
    return text


def _lines(approvals: Sequence[Approval]) -> Iterator[str]:
    yield from _HEAD
    yield from ("", f"version = {VERSION}", "", "approvals = [")
    for approval in approvals:
        # Git takes changes in lines side by side for a conflict: what never changes stands between two approvals.
        yield f"  # {key_of(approval)}"
        yield _head(approval)
        yield from (_text(key_of(approval), text) for text in approval.texts)
        yield ""
    yield "]"


def _head(approval: Approval) -> str:
    when = approval.when.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    note = f", note = {_string(approval.note)}" if approval.note else ""
    key = _string(key_of(approval))
    return f"  {{ approval = {key}, by = {_string(approval.by)}, when = {when}{note} }},"


def _text(key: str, text: Signature) -> str:
    both = f", both = {_string(text.both)}" if text.both else ""
    return (
        f"  {{ approval = {_string(key)}, begins = {_string(text.begins)}, "
        f"source = {_string(text.source)}{both} }},"
    )


def _string(text: str) -> str:
    """A basic string, in which nothing is unseen or turns the order of letters round."""
    return "".join(
        _escaped(char) if category(char) in _UNSEEN else char for char in json.dumps(text, ensure_ascii=False)
    )


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"  # noqa: PLR2004 - four digits


_UNSEEN = {"Cc", "Cf", "Zl", "Zp"}

_HEAD = (
    "# Who approved which exact text; written by policyglot approve. The digests are of context and source text, and of both",
    "# with the translation. In a conflict of a merge, keep the lines of both sides.",
)
