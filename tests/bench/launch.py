"""Run one command and tell its time and memory; a small process of its own, because a child begins with its parent's peak.

Called as ``python launch.py LOG CPUS COMMAND…``: the command's output goes to LOG, and it runs on as many processors as
CPUS says, or on all if that is 0. Prints an object of JSON: the ``seconds`` on the clock, those that processors ``worked``, ``kilobytes`` and the exit ``code``.

The memory is that of the command and all processes it started, where Linux tells it, and never less than the largest process had.
"""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

_PAUSE = 0.25
"""Seconds between two looks at the memory, which hold up whoever is looked at for a moment."""


def main(log: str, processors: int, command: list[str]) -> None:
    """Run the command and print its seconds, kilobytes and exit code."""
    if processors:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:processors])
    with Path(log).open("ab") as output:
        began = time.perf_counter()
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output) as child:
            watch = _Watch(child.pid)
            watch.start()
            _, status, used = os.wait4(child.pid, 0)
            seconds = time.perf_counter() - began
            watch.ended.set()
            child.returncode = os.waitstatus_to_exitcode(status)
    watch.join()
    kilobytes = max(watch.peak, used.ru_maxrss // (1024 if sys.platform == "darwin" else 1))
    worked = used.ru_utime + used.ru_stime
    told = {"seconds": seconds, "worked": worked, "kilobytes": kilobytes, "code": child.returncode}
    sys.stdout.write(json.dumps(told) + "\n")


class _Watch(threading.Thread):
    """Looks now and then at the memory of a process and of those that it started."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process = process
        self.ended = threading.Event()
        self.peak = 0

    def run(self) -> None:
        while not self.ended.wait(_PAUSE):
            self.peak = max(self.peak, _kilobytes(self.process))


def _kilobytes(process: int) -> int:
    """The memory of a process and those that it started, shared pages counted once; 0 where nothing is told."""
    folder = Path("/proc", str(process))
    try:
        told = (folder / "smaps_rollup").read_text()
        children = (folder / "task" / str(process) / "children").read_text().split()
    except OSError:  # it has ended, or this is not Linux
        return 0
    own = next((int(line.split()[1]) for line in told.split("\n") if line.startswith("Pss:")), 0)
    return own + sum(_kilobytes(int(child)) for child in children)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
