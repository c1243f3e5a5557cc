"""Two runs at once: the second one waits, and says so."""

import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline.cli import building, steps
from pipeline.model import Diagnostic
from pipeline.project import lock
from pipeline.project.lock import alone
from pipeline.project.output import publish
from pipeline.project.survey import Survey, survey
from tests.conftest import ROOT, Run
from tests.folders import everything, fill

HOLD = """
import sys, time
from pathlib import Path
from pipeline.project.lock import alone
with alone(Path(sys.argv[1]), print):
    print("held", flush=True)
    time.sleep(600)
"""


@contextmanager
def held(folder: Path) -> Iterator[Callable[[], None]]:
    """Hold a project's lock, as another process would; give what lets it go earlier."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield lambda: fcntl.flock(descriptor, fcntl.LOCK_UN)
    finally:
        os.close(descriptor)


@contextmanager
def started(folder: Path, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """Start the command in a process of its own."""
    command = [sys.executable, "-m", "pipeline", "-C", str(folder), *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


def line_of(process: "subprocess.Popen[str]") -> str:
    """The next line that a process complains with."""
    assert process.stderr
    return process.stderr.readline()


WRITING = [("extract",), ("add", "ko"), ("update",), ("format",), ("prune",), ("build",), ("publish", "www")]
READING = [("status",), ("check",), *((verb, "--check") for verb in ("extract", "update", "format", "prune"))]


@pytest.mark.skipif(not Path("/proc/locks").is_file(), reason="only Linux tells who holds a lock")
def test_a_second_run_waits_says_so_once_and_then_succeeds(tmp_path: Path) -> None:
    fill(tmp_path, {"source/a.md": "# A\n"})
    with held(tmp_path) as release, started(tmp_path, "extract") as second:
        assert line_of(second) == (
            f"policyglot: another policyglot (process {os.getpid()}) is working in this folder: "
            "this one waits until it ends\n"
        )
        assert second.poll() is None
        assert set(everything(tmp_path)) == {"source/a.md"}
        release()
        out, err = second.communicate(timeout=60)
    assert (second.returncode, err) == (0, "")
    assert out.split("\n")[0] == "wrote locales/templates/LC_MESSAGES/a.pot"


@pytest.mark.skipif(not Path("/proc/locks").is_file(), reason="only Linux tells who holds a lock")
def test_a_stopped_holder_is_named_and_a_killed_one_holds_nothing(tmp_path: Path) -> None:
    fill(tmp_path, {"source/a.md": "# A\n"})
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        holder.send_signal(signal.SIGSTOP)
        with started(tmp_path, "update") as second:
            assert f"another policyglot (process {holder.pid}) is working" in line_of(second)
            holder.kill()
            _, err = second.communicate(timeout=60)
        assert (second.returncode, err) == (0, "")


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_what_writes_is_alone(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    fill(tmp_path, {"source/a.md": "# A\n"})
    loaded = []

    def survey_alone(root: Path) -> Survey | tuple[Diagnostic, ...]:
        with pytest.raises(BlockingIOError), held(root):
            pass
        loaded.append(root)
        return survey(root)

    def publish_alone(
        folder: Path,
        contents: Mapping[str, bytes],
        *,
        whole: bool = True,
        digests: Mapping[str, str] | None = None,
    ) -> Sequence[str]:
        with pytest.raises(BlockingIOError), held(tmp_path):
            pass
        return publish(folder, contents, whole=whole, digests=digests)

    monkeypatch.setattr(steps, "survey", survey_alone)
    monkeypatch.setattr(building, "publish", publish_alone)
    assert run(tmp_path, *arguments).code == 0
    assert loaded == [tmp_path]


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_what_only_reads_does_not_wait(tmp_path: Path, run: Run, arguments: tuple[str, ...]) -> None:
    fill(tmp_path, {"source/a.md": "# A\n"})
    with held(tmp_path):
        outcome = run(tmp_path, *arguments)
    assert (outcome.err, outcome.out != "") == ("", True)


def test_the_lock_leaves_nothing_behind_and_is_free_afterwards(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {"source/a.md": "# A\n"})
    assert run(tmp_path, "build").code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"source", "dist"}
    assert run(tmp_path, "add", "nonsense").code == 2
    with held(tmp_path):
        pass


def test_where_there_is_no_lock_the_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(_descriptor: int, _operation: int) -> None:
        raise OSError(9, "Bad file descriptor")

    monkeypatch.setattr(fcntl, "flock", unsupported)
    told: list[Diagnostic] = []
    with alone(tmp_path, told.append), alone(tmp_path / "missing", told.append):
        pass
    assert told == []


def test_a_holder_that_is_not_known_is_not_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Enough(Exception):  # noqa: N818 - it ends the waiting
        pass

    def tell(problem: Diagnostic) -> None:
        assert str(problem) == (
            "policyglot: another policyglot is working in this folder: this one waits until it ends"
        )
        raise Enough

    monkeypatch.setattr(lock, "_holder", lambda _descriptor: None)
    with held(tmp_path), pytest.raises(Enough), alone(tmp_path, tell):
        pass
