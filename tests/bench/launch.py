"""Run one command and tell its time and memory; a small process of its own, because a child begins with its parent's peak.

Called as ``python launch.py LOG CPUS COMMAND…``: the command's output goes to LOG, and it runs on as many processors as
CPUS says, or on all if that is 0. Prints an object of JSON: the ``seconds`` on the clock, those that processors ``worked``, ``kilobytes`` and the exit ``code``.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path


def main(log: str, processors: int, command: list[str]) -> None:
    """Run the command and print its seconds, kilobytes and exit code."""
    if processors:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:processors])
    with Path(log).open("ab") as output:
        began = time.perf_counter()
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output) as child:
            _, status, used = os.wait4(child.pid, 0)
            seconds = time.perf_counter() - began
            child.returncode = os.waitstatus_to_exitcode(status)
    kilobytes = used.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    worked = used.ru_utime + used.ru_stime
    told = {"seconds": seconds, "worked": worked, "kilobytes": kilobytes, "code": child.returncode}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
