"""Runs of the command that are let go on to their end, or killed on the way."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """One run that is over."""

    code: int
    """Its exit code, or minus the signal that ended it."""
    began: bool
    """Whether it had begun to write its files."""
    finished: bool
    """Whether it had written them all."""
    before: float
    """Seconds until it began to write, or until it was over."""
    writing: float
    """Seconds that it wrote."""

    @property
    def killed(self) -> bool:
        """Whether the kill found it alive."""
        return self.code == -signal.SIGKILL

    @property
    def hit(self) -> bool:
        """Whether it was killed while it wrote."""
        return self.killed and self.began and not self.finished


@dataclass(frozen=True, slots=True, kw_only=True)
class Kill:
    """When to kill a run."""

    seconds: float
    writing: bool
    """Whether the seconds count from the moment at which it begins to write, and not from its start."""


@dataclass(frozen=True, slots=True)
class Server:
    """A process that starts runs."""

    process: "subprocess.Popen[bytes]"
    project: Path

    def run(self, *arguments: str, kill: Kill | None = None) -> Ended:
        """Run the command in the project."""
        asked, answers = self.process.stdin, self.process.stdout
        assert asked
        assert answers
        asked.write(f"-C {self.project} {' '.join(arguments)}\n".encode())
        asked.flush()
        times: dict[str, float] = {}
        code: int | None = None
        pid = 0
        deadline: float | None = None
        while code is None:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            if not select.select([answers], [], [], left)[0]:
                os.kill(pid, signal.SIGKILL)
                deadline = None
                continue
            word, _, value = answers.readline().decode().strip().partition(" ")
            times[word] = time.monotonic()
            if word == "started":
                pid = int(value)
            elif word == "ended":
                code = int(value)
            if kill and word == ("writing" if kill.writing else "started"):
                deadline = times[word] + kill.seconds
        asked.write(b"\n")
        asked.flush()
        began = times.get("writing", times["ended"])
        return Ended(
            code=code,
            began="writing" in times,
            finished="written" in times,
            before=began - times["started"],
            writing=times.get("written", times["ended"]) - began,
        )


@contextmanager
def server(project: Path) -> Iterator[Server]:
    """Start a server for the time of a test."""
    # 2021-04-05; and the program that stands beside these tests
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1617580800", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.durability.server"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        try:
            yield Server(process, project)
        finally:
            process.kill()
