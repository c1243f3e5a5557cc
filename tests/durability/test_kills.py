"""At least 240 kills: each catalog is the old or the new one, the output folder is one build, and the next run mends all."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import pytest

from tests.durability.conftest import HITS
from tests.durability.runs import Kill, Server, server
from tests.durability.states import LOCALES, OTHERS, snapshot, translated, unformatted, write_sources
from tests.folders import fill, leftovers

pytestmark = pytest.mark.durability

KILLS = 80
"""Kills for each verb that find the run alive."""
ATTEMPTS = 3 * KILLS
DOCUMENTS, PAGES = 12, 5
"""How many there are where catalogs are written, and where pages are, which take more time."""

State = Mapping[str, bytes | str]
Tell = Callable[[str, Counter[str], int], None]


@contextmanager
def started(folder: Path, documents: int) -> Iterator[Server]:
    """Make a project with catalogs for both states, and start what runs the command in it."""
    project = folder / "project"
    with server(project) as runs:
        for state in "BA":
            write_sources(project, state, documents)
            for locale in LOCALES:
                runs.run("add", locale)
        fill(project, translated(project, "A"))
        yield runs


def kills(runs: Server, verb: str, prepare: Callable[[str], None], counts: Counter[str]) -> Iterator[str]:
    """Bring the project into the other state, kill the verb, and so on, until enough kills found the run alive.

    Half of the moments are spread over the whole run, and half over the time in which it writes.

    Yields:
        The state that the killed run was to bring about.
    """
    chance = random.Random(f"{verb} 2021-04-05")  # noqa: S311 - moments, not secrets
    undisturbed = []
    for state in "ABAB":
        prepare(state)
        undisturbed.append(runs.run(verb))
    # A little more than it takes, so that the last steps are hit as well.
    whole = 1.2 * median(ended.before + ended.writing for ended in undisturbed)
    writing = 1.2 * median(ended.writing for ended in undisturbed)
    for attempt in range(ATTEMPTS):
        if counts["alive"] >= KILLS and counts["while writing"] >= HITS:
            return
        state = "AB"[attempt % 2]
        prepare(state)
        late = attempt % 4 > 1
        kill = Kill(seconds=chance.uniform(0, writing if late else whole), writing=late)
        ended = runs.run(verb, kill=kill)
        counts["alive"] += ended.killed
        counts["while writing"] += ended.hit
        counts["too late"] += not ended.killed
        # The machine may have been busier when the times were taken.
        whole *= 1 if ended.killed or late else 0.95
        writing *= 0.95 if late and not ended.hit else 1
        yield state


def test_update(folder: Path, tell: Tell) -> None:
    with started(folder, DOCUMENTS) as runs:
        project, counts = runs.project, Counter[str]()
        locales = project / "locales"

        def prepare(state: str) -> None:
            write_sources(project, state, DOCUMENTS)

        states = steady(runs, "update", prepare, locales)
        for state in kills(runs, "update", prepare, counts):
            check_files(snapshot(locales), states[other(state)], states[state], counts)
            assert runs.run("update").code == 0
            assert snapshot(locales) == states[state]
            assert leftovers(project) == []
        tell("update", counts, KILLS)


def test_format(folder: Path, tell: Tell) -> None:
    with started(folder, DOCUMENTS) as runs:
        project, counts = runs.project, Counter[str]()
        locales = project / "locales"

        before = {state: unformatted(translated(project, state)) for state in "AB"}

        def prepare(state: str) -> None:
            fill(project, before[state])

        states = steady(runs, "format", prepare, locales)
        old = {}
        for state in "AB":
            prepare(state)
            old[state] = snapshot(locales)
        for state in kills(runs, "format", prepare, counts):
            check_files(snapshot(locales), old[state], states[state], counts)
            assert runs.run("format").code == 0
            assert snapshot(locales) == states[state]
            assert leftovers(project) == []
        tell("format", counts, KILLS)


def test_build(folder: Path, tell: Tell) -> None:
    with started(folder, PAGES) as runs:
        project, counts = runs.project, Counter[str]()
        dist = fill(project / "dist", OTHERS)
        (dist / "elsewhere").symlink_to("../../outside")
        fill(project.parent / "outside", {"keep": "1"})

        def prepare(state: str) -> None:
            write_sources(project, state, PAGES)

        states = steady(runs, "build", prepare, dist)
        assert {path for path in states["A"] if "only-A" in path}
        assert not {path for path in states["B"] if "only-A" in path}
        for state in kills(runs, "build", prepare, counts):
            left = snapshot(dist)
            assert left in (states["A"], states["B"])
            counts["new"] += left == states[state]
            counts["old"] += left != states[state]
            counts["with leftovers"] += bool(leftovers(project))
            assert {name: (dist / name).read_text(encoding="utf-8") for name in OTHERS} == OTHERS
            assert runs.run("build").code == 0
            assert snapshot(dist) == states[state]
            assert leftovers(project) == []
            assert snapshot(project.parent / "outside") == {"keep": b"1"}
        tell("build", counts, KILLS)


def steady(runs: Server, verb: str, prepare: Callable[[str], None], folder: Path) -> Mapping[str, State]:
    """What undisturbed runs bring about in each state, however often the state changes."""
    states: dict[str, State] = {}
    for turn in range(3):
        for state in "AB":
            prepare(state)
            assert runs.run(verb).code == 0
            assert turn < 2 or states[state] == snapshot(folder)
            states[state] = snapshot(folder)
    assert states["A"] != states["B"]
    return states


def other(state: str) -> str:
    """The state before."""
    return "B" if state == "A" else "A"


def check_files(left: State, old: State, new: State, counts: Counter[str]) -> None:
    """Hold each file to its old or new content, and count what was found."""
    there = {path: data for path, data in left.items() if ".policyglot-" not in path}
    assert there.keys() == old.keys() == new.keys()
    assert [path for path, data in there.items() if data not in {old[path], new[path]}] == []
    counts["all new" if there == new else "all old" if there == old else "some old, some new"] += 1
    counts["with leftovers"] += len(there) != len(left)
