"""Publishing under fire: while publishers are killed, each page that a reader gets is whole and of one build, and the log is true."""

import json
import random
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from pipeline.project.digest import site_digest
from tests.durability.conftest import HITS
from tests.durability.runs import Kill, Server, server
from tests.folders import fill, leftovers, online

pytestmark = pytest.mark.durability

KILLS = 100
"""Kills that find the run alive."""
ATTEMPTS = 4 * KILLS
PAGES = 6
ROUNDS = 12

Files = Mapping[str, bytes]


@dataclass(slots=True, kw_only=True)
class Reader:
    """Somebody who reads page after page, and what came of it."""

    site: Path
    builds: tuple[Files, ...]
    pages: int = 0
    faults: list[str] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)

    def read(self) -> None:
        """Read all pages that each build has, over and over."""
        paths = sorted(set.intersection(*map(set, self.builds)))
        while not self.done.is_set():
            for path in paths:
                try:
                    data = (self.site / path).read_bytes()
                except OSError as error:
                    self.faults.append(f"{path}: {error}")
                    continue
                self.pages += 1
                if all(data != build[path] for build in self.builds):
                    self.faults.append(f"{path}: {len(data)} bytes of no build")


@contextmanager
def reading(site: Path, *builds: Files) -> Iterator[Reader]:
    """Let somebody read as long as the context lasts."""
    reader = Reader(site=site, builds=builds)
    thread = threading.Thread(target=reader.read)
    thread.start()
    try:
        yield reader
    finally:
        reader.done.set()
        thread.join()


def write_project(project: Path, state: str) -> None:
    """Write documents that differ from state to state, with a Korean text of each; the second state has one more."""
    names = [f"d{number}" for number in range(PAGES)]
    other = project / "source" / "only.md"
    other.unlink(missing_ok=True)
    if state == "B":
        names.append("only")
    catalogs = ((name, f"locales/ko/LC_MESSAGES/{name}.po") for name in names)
    fill(project, {f"source/{name}.md": f"---\ntitle: Terms\n---\n\n{state} rules.\n" for name in names})
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    text = f'{head}\nmsgid "Terms"\nmsgstr "약관"\n\nmsgid "{state} rules."\nmsgstr "{state}가 다스립니다."\n'
    fill(project, dict.fromkeys((path for _, path in catalogs), text))


def log(site: Path) -> list[dict[str, str]]:
    lines = (site.with_name("site.builds") / "publications.jsonl").read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    return [json.loads(line) for line in lines]


def run_well(runs: Server, *arguments: str) -> None:
    assert runs.run("publish", "../site", *arguments).code == 0


def test_a_hundred_kills(folder: Path, tell: Callable[[str, Counter[str], int], None]) -> None:
    project, site, counts = folder / "project", folder / "site", Counter[str]()
    builds: dict[str, Files] = {}
    with server(project) as runs:
        for state in "AB":
            write_project(project, state)
            run_well(runs)
            builds[state] = online(site)
        assert set(builds["B"]) > set(builds["A"])
        with reading(site, *builds.values()) as reader:
            for number, state in enumerate(kills(runs, project, counts)):
                left = online(site)
                assert left in builds.values()
                counts["new"] += left == builds[state]
                if number % 4 == 3:
                    mended(runs, project, site, builds, state)
    counts["pages read"] = reader.pages
    assert reader.faults == []
    tell("publish", counts, KILLS)
    assert reader.pages > KILLS


def kills(runs: Server, project: Path, counts: Counter[str]) -> Iterator[str]:
    """Kill publishers, and every fourth time one that goes back, at moments spread over the run, or over its writing.

    Yields:
        The state that the killed run was to bring about.
    """
    chance = random.Random("fire 2021-04-05")  # noqa: S311 - moments, not secrets
    undisturbed = []
    for state in "ABAB":
        write_project(project, state)
        undisturbed.append(runs.run("publish", "../site"))
    whole = 1.1 * median(ended.before + ended.writing for ended in undisturbed)
    writing = 1.1 * median(ended.writing for ended in undisturbed)
    for attempt in range(ATTEMPTS):
        if counts["alive"] >= KILLS and counts["while writing"] >= HITS:
            return
        state = "AB"[attempt % 2]
        write_project(project, state)
        late, back = attempt % 4 > 0, attempt % 4 == 2
        kill = Kill(seconds=chance.uniform(0, writing if late else whole), writing=late)
        ended = runs.run("publish", "../site", *(["--rollback"] if back else []), kill=kill)
        counts["alive"] += ended.killed
        counts["while writing"] += ended.hit
        counts["too late"] += not ended.killed
        counts["on the way back"] += back and ended.killed
        whole *= 1 if ended.killed or late else 0.95
        writing *= 0.95 if late and not ended.hit else 1
        yield state


def mended(runs: Server, project: Path, site: Path, builds: Mapping[str, Files], state: str) -> None:
    """Let undisturbed runs publish the other state and this one, and go back: nothing is left of what was killed."""
    other = "B" if state == "A" else "A"
    for each in (other, state):
        write_project(project, each)
        run_well(runs)
        assert online(site) == builds[each]
    run_well(runs, "--rollback")
    assert online(site) == builds[other]
    assert leftovers(site.parent) == []
    records = log(site)
    assert [record["site"] for record in records[-2:]] == [
        site_digest(builds[each]) for each in (state, other)
    ]
    for before, record in pairwise(records):
        came_from = record["instead_of"] if record["action"] == "rollback" else record["before"]
        assert came_from == before["build"]
    names = {path.name for path in site.with_name("site.builds").iterdir()}
    assert names - {"publications.jsonl"} <= {record["build"] for record in records}


def test_two_publishers_at_once(folder: Path) -> None:
    site, builds = folder / "site", {}
    for state in "AB":
        write_project(folder / state, state)
    with server(folder / "A") as one, server(folder / "B") as other:
        for state, runs in zip("AB", (one, other), strict=True):
            run_well(runs)
            builds[state] = online(site)
        with reading(site, *builds.values()) as reader:
            for _ in range(ROUNDS):
                before = len(log(site))
                threads = [threading.Thread(target=run_well, args=(runs,)) for runs in (one, other)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
                new = log(site)[before:]
                assert 1 <= len(new) <= 2
                assert [record["site"] for record in new[-1:]] == [site_digest(online(site))]
                assert online(site) in builds.values()
                for record in new:
                    build = online(site.with_name("site.builds") / record["build"])
                    assert site_digest(build) == record["site"]
    assert reader.faults == []
    assert leftovers(folder) == []
