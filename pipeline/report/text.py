"""Findings as text for people: file by file, each with the two texts, marks below what differs, and what to do."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Console, Group
from rich.text import Text

from pipeline.model import Diagnostic, Excerpt, Severity
from pipeline.reading.visible import visible
from pipeline.report.excerpt import centre, line
from pipeline.report.words import summary, word

_WIDTH = 100
_LABELS = ("source", "target", "fix")
_INDENT = "  "
_LEFT = len(_INDENT) + max(map(len, _LABELS)) + len(_INDENT)
"""So many columns stand before a text."""
_STYLES = {
    Severity.BLOCK: "bold red",
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.INFO: "cyan",
}

Told = tuple[str, Excerpt]
"""A label and the text that was shown beside it."""


def findings(found: Sequence[Diagnostic]) -> str:
    """List the findings that nobody accepted, file by file in the order given, and count all by severity.

    It has colours where standard output is a terminal and NO_COLOR is not set.
    """
    console = Console(highlight=False, soft_wrap=True)
    width = min(_WIDTH, console.width) if console.is_terminal else _WIDTH
    left = [problem for problem in found if problem.accepted is None]
    files = groupby(left, key=lambda problem: problem.path)
    lines = [text for path, problems in files for text in _file(path, list(problems), width)]
    with console.capture() as capture:
        console.print(Group(*lines, Text(summary(found), style="bold")))
    return capture.get().removesuffix("\n")


def _file(path: str, problems: Sequence[Diagnostic], width: int) -> Iterator[Text]:
    """A heading, the findings with an empty line around those of several lines, and an empty line at the end."""
    yield Text(f"{visible(path)} ({summary(problems)})", style="bold")
    below = False
    for _, entry in groupby(problems, key=_entry):
        told: set[Told] = set()
        for problem in entry:
            lines = list(_finding(problem, width, told))
            if below or len(lines) > 1:
                yield Text()
            below = len(lines) > 1
            yield from lines
    yield Text()


def _entry(problem: Diagnostic) -> tuple[object, ...]:
    """What the findings of one translation share."""
    return (problem.line, *(text and text.text for text in (problem.source, problem.target)))


def _finding(problem: Diagnostic, width: int, told: set[Told]) -> Iterator[Text]:
    place = problem.path if problem.line is None else f"{problem.path}:{problem.line}"
    first = Text.assemble(
        f"{visible(place)}: ",
        (word(problem.severity), _STYLES[problem.severity]),
        f": {visible(problem.message)}",
    )
    code = (f" [{visible(problem.code)}]", "dim")
    if not _comparable(problem):
        yield first.append(f": {visible(problem.hint)}").append(*code)
        return
    yield first.append(*code)
    for label, excerpt, other in (
        ("source", problem.source, problem.target),
        ("target", problem.target, problem.source),
    ):
        if excerpt is not None and _news(label, excerpt, told):
            yield from _lines(label, excerpt, width, near=centre(other), style=_STYLES[problem.severity])
    yield _label("fix").append(visible(problem.hint))


def _comparable(problem: Diagnostic) -> bool:
    """Whether to show the texts: a part of one is marked, or there are two to compare."""
    texts = [text for text in (problem.source, problem.target) if text is not None]
    return any(text.parts for text in texts) or sum(bool(text.text) for text in texts) > 1


def _news(label: str, excerpt: Excerpt, told: set[Told]) -> bool:
    """Whether a text is not shown yet, or not with these marks; from then on it is."""
    unmarked = Excerpt(text=excerpt.text)
    news = bool(excerpt.text) and (label, excerpt) not in told
    told |= {(label, excerpt), (label, unmarked)}
    return news


def _lines(label: str, excerpt: Excerpt, width: int, *, near: float, style: str) -> Iterable[Text]:
    shown = line(excerpt, width - _LEFT, near=near)
    yield _label(label).append_tokens((text, style if marked else None) for text, marked in shown.runs)
    if shown.marks:
        yield Text(" " * _LEFT + shown.marks, style=style)


def _label(label: str) -> Text:
    return Text.assemble(_INDENT, (label.ljust(_LEFT - len(_INDENT)), "dim"))
