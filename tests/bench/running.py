"""Running commands, and what they take."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_LAUNCHER = Path(__file__).with_name("launch.py")
ONE_PROCESSOR = hasattr(os, "sched_setaffinity")
"""Whether a command can be held to one processor here."""


class FailedError(Exception):
    """A tool did not do its work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Commands whose time counts together, and what is put in order before, which does not count."""

    folder: Path
    """Where the commands run."""
    commands: Sequence[Sequence[str]]
    gone: Sequence[Path] = ()
    """Files and folders that are moved away before."""
    made: Sequence[Path] = ()
    """Empty folders that are made before."""
    copied: Sequence[tuple[Path, Path]] = ()
    """Folders that are copied before, the one into the other."""
    environment: Mapping[str, str] = field(default_factory=dict)
    processors: int = 0
    """How many, or 0 for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a run took."""

    seconds: float
    """On the clock."""
    worked: float
    """The seconds that processors worked for it, which other work on the machine changes less."""
    kilobytes: int
    """The most memory that a command and what it started had at a time."""
    output: str = ""
    """The end of what the last command printed."""


def measured(run: Run) -> Taken:
    """Put everything in order, run the commands and return what they took.

    Raises:
        FailedError: a command ended with an error; the message holds the end of its output.
    """
    prepare(run)
    return launched(run)


def prepare(run: Run) -> None:
    """Move away, make and copy what the run asks for."""
    for path in run.gone:
        if os.path.lexists(path):
            _move(path, run.folder.parent / "gone")
    for path in run.made:
        path.mkdir(parents=True, exist_ok=True)
    for before, after in run.copied:
        shutil.copytree(before, after, dirs_exist_ok=True)
    if hasattr(os, "sync"):
        os.sync()  # what others left to write is not this run's work


def _move(path: Path, away: Path) -> None:
    """Move a file or folder into another one, which is removed as the next benchmark begins.

    Removing it would slow the run down: some file systems pass over, for some seconds, each place that has just become free.
    """
    away.mkdir(exist_ok=True)
    path.rename(away / f"{len(list(away.iterdir()))}")


def launched(run: Run) -> Taken:
    """Run the commands and return what they took; see `measured`."""
    taken = [_one(run, command) for command in run.commands]
    return Taken(
        seconds=sum(one.seconds for one in taken),
        worked=sum(one.worked for one in taken),
        kilobytes=max(one.kilobytes for one in taken),
        output=taken[-1].output,
    )


def _one(run: Run, command: Sequence[str]) -> Taken:
    log = run.folder / "log"
    log.unlink(missing_ok=True)
    launcher = [sys.executable, "-I", "-S", str(_LAUNCHER), str(log), str(run.processors), *command]
    environment = {**os.environ, **run.environment}
    environment.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # whoever installs a tool does not compile it in each run
    told = subprocess.run(
        launcher, cwd=run.folder, env=environment, check=True, capture_output=True, text=True
    )
    found = json.loads(told.stdout)
    output = log.read_text(encoding="utf-8", errors="replace")[-2000:]
    if found["code"]:
        message = f"{' '.join(command[:3])} ended with {found['code']}: {output}"
        raise FailedError(message)
    return Taken(
        seconds=found["seconds"], worked=found["worked"], kilobytes=found["kilobytes"], output=output
    )
