"""The comparison: all works of all tools on the same files, by turns, and what became of the texts."""

import shutil
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench import corpus, figures, identity
from tests.bench.figures import CORE, LIMIT, OURS, PYTHON, Figure, Figures
from tests.bench.identity import Faults
from tests.bench.running import ONE_PROCESSOR, FailedError, Run, Taken, measured
from tests.bench.tool import DRIVING, Corpus, Tool, write_expected
from tests.bench.tools import TOOLS, policyglot

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What came of it."""

    figures: Figures
    tools: Sequence[Tool]
    faults: Mapping[str, Faults]
    """By tool: what is wrong in the merged Markdown of all languages."""
    rewritten: tuple[int, int] | None
    """Of how many files so many were written again after one entry had changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    name: str
    ways: Mapping[str, Sequence[Run]]
    """By the tool that does it: what is run in a round, by turns with the others'."""


def compare(folder: Path, given: Corpus, rounds: int, tell: Tell, wanted: Collection[str] = ()) -> Comparison:
    """Run everything in a folder, which is emptied first.

    Args:
        folder: where the corpus is written and all tools work.
        given: the corpus.
        rounds: how often each work is measured.
        tell: takes what happens, a line at a time.
        wanted: the names of the works; all if there are none.
    """
    shutil.rmtree(folder, ignore_errors=True)
    write_expected(folder / "expected", given)
    tools = list(_ready(folder, given, tell))
    every = (*_shared(folder, tools, given), *_own(folder, given))
    works = [work for work in every if not wanted or work.name in wanted]
    taken: dict[tuple[str, str], list[Taken]] = {}
    for number in range(rounds):
        for work in works:
            for way, run in _turns(work, number):
                try:
                    one = measured(run)
                except FailedError as error:
                    tell(f"{work.name}: {error}")
                    continue
                taken.setdefault((work.name, way), []).append(one)
                tell(
                    f"round {number + 1}: {work.name:24}{way:18}{one.seconds:8.2f} s {one.kilobytes // 1024:6} MB"
                )
    ordered = [(work.name, way) for work in works for way in work.ways if (work.name, way) in taken]
    return Comparison(
        figures=Figures(tuple(_figure(*key, taken[key]) for key in ordered)),
        tools=tools,
        faults={tool.name: _faults(tool, folder / "expected", given) for tool in tools}
        if not wanted or figures.MERGE_ALL in wanted
        else {},
        rewritten=policyglot.rewritten(taken[figures.ENTRY, OURS][-1].output)
        if (figures.ENTRY, OURS) in taken
        else None,
    )


def _ready(folder: Path, given: Corpus, tell: Tell) -> Iterator[Tool]:
    for name, ready in TOOLS.items():
        (folder / name).mkdir()
        tool = ready(folder / name, given)
        tell(f"{tool.name} {tool.version} is ready" if tool else f"{name} is not installed, and is left out")
        if tool:
            yield tool


def _shared(folder: Path, tools: Sequence[Tool], given: Corpus) -> Iterator[_Work]:
    """What all tools do."""
    project = folder / OURS / "project"
    yield _Work(name=figures.EXTRACT, ways={tool.name: (tool.extract,) * _OFTEN for tool in tools})
    yield _Work(name=figures.UPDATE, ways={tool.name: (tool.update,) for tool in tools})
    one, every = given.locales[:1], given.locales
    yield _Work(name=figures.MERGE_ONE, ways={tool.name: (tool.merge(one),) for tool in tools})
    ways = {tool.name: (tool.merge(every),) for tool in tools}
    core = policyglot.core(project, "merge", 2 if ONE_PROCESSOR else 0, every)
    yield _Work(name=figures.MERGE_ALL, ways={**ways, CORE: (core,)})


_OFTEN = 5
"""What takes a moment is run so often in each round: a single run of it says more of the machine than of the tool."""


def _own(folder: Path, given: Corpus) -> Iterator[_Work]:
    """What only we do, and what it is held to; the builds after the cold one find what it left."""
    project = folder / OURS / "project"
    alone = 1 if ONE_PROCESSOR else 0
    script = str(DRIVING / "plain_files.py")
    plain = Run(
        folder=folder / "plain",
        commands=((sys.executable, script, str(folder / "expected"), "pages"),),
        gone=(folder / "plain" / "pages",),
        made=(folder / "plain",),
        processors=alone,
    )
    html = policyglot.cold(project, "--format", "html", *given.locales, processors=alone)
    core = policyglot.core(project, "html", alone, given.locales)
    yield _Work(name=figures.HTML_ALL, ways={OURS: (html,), CORE: (core,), LIMIT: (plain,)})
    yield _Work(name=figures.SITE_ONE, ways={OURS: (policyglot.cold(project, given.locales[0]),)})
    if ONE_PROCESSOR:
        cold = policyglot.cold(project, *given.locales, processors=1)
        yield _Work(name=figures.SITE_ALL_ALONE, ways={OURS: (cold,)})
    cold = policyglot.cold(project, *given.locales, processors=2 if ONE_PROCESSOR else 0)
    yield _Work(name=figures.SITE_ALL, ways={OURS: (cold,)})
    again = policyglot.run(project, "build", *given.locales)
    yield _Work(name=figures.AGAIN, ways={OURS: (again,) * _OFTEN})
    changed = [
        policyglot.entry_changed(project, number, *given.locales) for number in range(policyglot.CHANGES)
    ]
    yield _Work(name=figures.ENTRY, ways={OURS: changed})
    start = Run(folder=folder, commands=((sys.executable, "-c", "pass"),))
    told = policyglot.run(project, "--version")
    yield _Work(name=figures.START, ways={OURS: (told,) * _OFTEN, PYTHON: (start,) * _OFTEN})


def _turns(work: _Work, number: int) -> Iterator[tuple[str, Run]]:
    """What is run in a round: another way is first in each."""
    ways = list(work.ways)
    first = number % len(ways)
    turned = [*ways[first:], *ways[:first]]
    for runs in zip(*(work.ways[way] for way in turned), strict=True):
        yield from zip(turned, runs, strict=True)


def _figure(work: str, way: str, taken: Sequence[Taken]) -> Figure:
    return Figure(
        work=work,
        way=way,
        seconds=tuple(one.seconds for one in taken),
        worked=tuple(one.worked for one in taken),
        kilobytes=max(one.kilobytes for one in taken),
    )


def _faults(tool: Tool, expected: Path, given: Corpus) -> Faults:
    """Look at all that a tool merged; what is there is of its last run, that with all languages."""
    found = []
    for locale in given.locales:
        for policy in given.before:
            path = tool.merged(locale, policy.name)
            text = path.read_text(encoding="utf-8") if path.is_file() else None
            wanted = (expected / locale / f"{policy.name}.md").read_text(encoding="utf-8")
            found.append(identity.faults(corpus.markdown(policy), wanted, text))
    return identity.together(found)
