"""Starts runs quickly: the program is loaded once, and each run is a process of its own that goes on from there.

It is asked on standard input and answers on standard output, a line each. A line is the arguments of a run. The answers are
`started PID`, then from the run itself `writing` before it writes its files and `written` after that, and `ended CODE` when
it is over, with minus the signal that ended it. It is let go with an empty line; until then its process id is its own.
"""

import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn, ParamSpec, TypeVar

from pipeline import cli
from pipeline.cli import building, publishing, steps

_P = ParamSpec("_P")
_T = TypeVar("_T")

ANSWERS = os.dup(1)

WRITERS = (
    (steps, "store"),
    (building, "publish"),
    (publishing, "publish_folder"),
    (publishing, "roll_back_folder"),
)
"""What writes, where the verbs find it."""


def serve() -> None:
    """Start runs until nobody asks any more."""
    for line in sys.stdin:
        process = os.fork()
        if process == 0:
            _run(line.split())
        _say(f"started {process}")
        over = os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
        if over is not None:
            _say(f"ended {over.si_status if over.si_code == os.CLD_EXITED else -over.si_status}")
        sys.stdin.readline()
        os.waitpid(process, 0)


def _run(arguments: Sequence[str]) -> NoReturn:
    """Be the command, which tells when its writing begins and ends."""
    sys.stdin.close()
    for module, name in WRITERS:
        setattr(module, name, _telling(getattr(module, name)))
    code = 1
    try:
        cli.main(arguments)
    except SystemExit as stopped:
        code = stopped.code if isinstance(stopped.code, int) else 1
    finally:
        os._exit(code)


def _telling(write: Callable[_P, _T]) -> Callable[_P, _T]:
    def told(*arguments: _P.args, **options: _P.kwargs) -> _T:
        _say("writing")
        result = write(*arguments, **options)
        _say("written")
        return result

    return told


def _say(line: str) -> None:
    os.write(ANSWERS, f"{line}\n".encode())


if __name__ == "__main__":
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    serve()
