"""Users' stories as transcripts: a file holds a title, the files of a folder, and what commands print there.

    A title, and what the story is about.

    ::: source/terms.md
    the file's text
    :::

    $ policyglot build
    what it prints
    ! what it prints on standard error
    = 2

A line ``= CODE`` stands only where the exit code is not 0. In what is printed, ``…`` stands for any text on the line, and on a
line of its own for any lines: the words of the pages come and go.
"""

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True, kw_only=True)
class Step:
    """One command and all that it should print."""

    command: Sequence[str]
    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)
    code: int = 0


@dataclass(slots=True, kw_only=True)
class Story:
    """A folder of files, and the steps taken in it."""

    title: str
    parts: list["tuple[str, str] | Step"]
    """Files, as path and text, and steps, in the order of the transcript."""


def read(path: Path) -> Story:
    """Read a transcript."""
    lines = path.read_text(encoding="utf-8").split("\n")
    story = Story(title=lines[0], parts=[])
    rest = iter(lines[1:])
    for line in rest:
        if line.startswith("::: "):
            story.parts.append((line[4:], "".join(_until_end(rest))))
        elif line.startswith("$ policyglot"):
            story.parts.append(Step(command=shlex.split(line)[2:]))
        elif story.parts and isinstance(step := story.parts[-1], Step):
            _expect(step, line)
    return story


def matches(expected: Sequence[str], printed: str) -> bool:
    """Whether what was printed is what the story tells; trailing empty lines do not count."""
    told = "\n".join(expected).rstrip("\n").split("\n")
    pattern = "".join(
        _ANY_LINES if line == "…" else f"{re.escape(line).replace('…', '.*')}\n" for line in told
    )
    return re.fullmatch(pattern, printed.rstrip("\n") + "\n") is not None


_ANY_LINES = r"(?:.*\n)*?"


def _until_end(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if line == ":::":
            return
        yield line + "\n"


def _expect(step: Step, line: str) -> None:
    if line.startswith("! "):
        step.err.append(line[2:])
    elif re.fullmatch(r"= \d", line):
        step.code = int(line[2:])
    else:
        step.out.append(line)
