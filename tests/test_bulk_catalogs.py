"""Templates and catalogs of many documents: however many processes there are, they are the same bytes and the same findings."""

import shutil
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from pipeline.bulk import catalogs, sharing
from tests.building import catalog
from tests.conftest import Outcome, Run
from tests.folders import everything, fill

NAMES = tuple(f"{name}{number}" for number in range(3) for name in ("a", "b", "개인정보"))
FILES: Mapping[str, str | bytes] = {
    **{f"source/{name}.md": f"---\ntitle: {name}\n---\n\n# {name}\n\nWe keep it.\n" for name in NAMES},
    **{f"locales/ko/LC_MESSAGES/{name}.po": catalog({"We keep it": "보관합니다."}) for name in NAMES[2:]},
    "locales/ko/LC_MESSAGES/site.po": catalog({}),
    "locales/ko/LC_MESSAGES/gone.po": catalog({"Gone.": "없음."}),
    "locales/templates/LC_MESSAGES/gone.pot": catalog({}),
}
BROKEN: Mapping[str, str | bytes] = {
    "source/a1.md": "---\neffective: soon\n---\n",
    "source/b0.md": b"\xff",
    "locales/templates/LC_MESSAGES/a0.pot": "msgid",
    "locales/ko/LC_MESSAGES/b1.po": "msgid",
    "locales/ko/LC_MESSAGES/gone.po": "msgid",
    "locales/ko/approvals.toml": "=",
    "source/templates/page.html": "{% if %}",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return fill(tmp_path / "project", FILES)


@pytest.fixture
def several(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any project is a large one, on a machine with two processors."""
    monkeypatch.setattr("pipeline.cli.catalogs.processors", lambda: 2)
    monkeypatch.setattr(catalogs, "MUCH", 0)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many processes each pool may have."""
    found: list[int] = []

    def counted(others: int, *rest: Any) -> ProcessPoolExecutor:  # noqa: ANN401
        found.append(others)
        return ProcessPoolExecutor(others, *rest)

    monkeypatch.setattr(sharing, "ProcessPoolExecutor", counted)
    return found


def written(run: Run, project: Path, *verb: str) -> tuple[Outcome, dict[str, bytes]]:
    """What a verb says and leaves behind, in a copy of the project."""
    copy = project.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(project, copy)
    return run(copy, *verb), dict(everything(copy))


VERBS = (("extract",), ("extract", "--check"), ("update",), ("update", "ko", "--check"))


def test_processes_change_nothing(
    project: Path, run: Run, started: list[int], request: pytest.FixtureRequest
) -> None:
    alone = [written(run, project, *verb) for verb in VERBS]
    assert started == []
    request.getfixturevalue("several")
    assert [written(run, project, *verb) for verb in VERBS] == alone
    assert started == [1] * len(VERBS)


def test_processes_change_no_finding(
    project: Path, run: Run, started: list[int], request: pytest.FixtureRequest
) -> None:
    fill(project, BROKEN)
    alone = [written(run, project, *verb) for verb in VERBS]
    assert len(alone[2][0].err.split("\n")) > len(BROKEN)
    assert started == []
    request.getfixturevalue("several")
    assert [written(run, project, *verb) for verb in VERBS] == alone


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize("processors", [1, 3, 100])
def test_no_more_processes_than_processors_and_parts(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, processors: int
) -> None:
    found: list[int] = []

    def here(work: Callable[[Any], Any], given: Any, others: int) -> list[Any]:  # noqa: ANN401
        found.append(others)
        return [work(one) for one in given]

    monkeypatch.setattr("pipeline.cli.catalogs.processors", lambda: processors)
    monkeypatch.setattr(sharing, "shared_out", here)
    assert run(project, "extract").code == 0
    assert found == {1: [], 3: [2], 100: [len(NAMES)]}[processors]


def test_a_process_is_started_for_much_work_only(
    project: Path, run: Run, started: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.cli.catalogs.processors", lambda: 2)
    size = sum(len(data) for path, data in everything(project).items() if path.startswith("source/"))
    monkeypatch.setattr(catalogs, "MUCH", size + 1)
    run(project, "extract")
    assert started == []
    monkeypatch.setattr(catalogs, "MUCH", size)
    run(project, "extract")
    assert started == [1]


@pytest.mark.usefixtures("several")
def test_one_document_is_done_here(tmp_path: Path, run: Run, started: list[int], parses: list[str]) -> None:
    run(fill(tmp_path / "small", {"source/a.md": "# A\n"}), "extract")
    assert started == []
    assert parses == ["a"]


@pytest.mark.usefixtures("several")
def test_each_source_is_parsed_once(
    project: Path, run: Run, parses: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As long as no other process takes one, all are parsed here."""

    class Idle(ProcessPoolExecutor):
        """A pool whose processes never come to begin."""

        def submit(self, *_: Any, **__: Any) -> Future[Any]:  # noqa: ANN401
            return Future()

    monkeypatch.setattr(sharing, "ProcessPoolExecutor", Idle)
    assert run(project, "extract").code == 0
    assert sorted(parses) == sorted(NAMES)


@pytest.mark.usefixtures("several")
def test_a_process_that_ends_costs_only_time(
    project: Path, run: Run, parses: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise BrokenProcessPool

    monkeypatch.setattr(sharing, "shared_out", broken)
    assert run(project, "extract").code == 0
    assert sorted(parses) == sorted(NAMES)
