"""Directives: what an author tells this program and the translators, in comments of the source.

``<!-- i18n: off -->`` and ``<!-- i18n: on -->`` enclose what is not translated; ``<!-- i18n: comment TEXT -->`` is a note
for the translators of the next text; ``<!-- i18n: context=NAME -->`` sets the next text apart from equal ones;
``<!-- i18n: accept CODE, … — REASON -->`` accepts what the check finds in the next block.
"""

import re
from dataclasses import dataclass
from difflib import get_close_matches

KNOWN = ("off", "on", "comment", "context", "accept")

_SHAPE = re.compile(
    r"<!--\s*i18n\b\s*(?P<colon>:?)\s*(?P<name>[^\s=:>]*)(?:\s*=|\s*:)?\s*(?P<value>.*?)\s*-->",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """One directive."""

    name: str
    """One of `KNOWN`."""
    value: str
    """On one line; empty for ``off`` and ``on``. What ``accept`` says, the check reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with a directive, and what to do."""

    message: str
    hint: str


def read(text: str) -> Directive | Problem:
    """Read a comment that begins with ``<!-- i18n``, in letters of either case."""
    match = _SHAPE.match(text)
    name, value = (match["name"].lower(), " ".join(match["value"].split())) if match else ("", "")
    if match and not match["colon"]:
        return Problem(message="a directive lacks its colon", hint=f"write <!-- i18n: {name} … -->")
    if name not in KNOWN:
        near = get_close_matches(name, KNOWN, n=1, cutoff=0)[0]
        return Problem(message=f"unknown directive “{name}”", hint=f"did you mean “{near}”?")
    if name in {"comment", "context"} and not value:
        return Problem(
            message=f"the directive “{name}” says nothing", hint=f"write <!-- i18n: {_USAGE[name]} -->"
        )
    if name in {"off", "on"} and value:
        return Problem(message=f"the directive “{name}” takes no value", hint=f"write <!-- i18n: {name} -->")
    return Directive(name=name, value=value)


_USAGE = {"comment": "comment TEXT", "context": "context=NAME"}
