"""A run that ends without a word, at each of its steps in turn."""

import os
import shutil
import signal
import traceback
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import NoReturn

from tests.folders import fill

STEPS = ("mkdir", "link", "symlink", "rename", "replace", "unlink", "rmdir")
"""The functions of `os` that change what stands where; before each call, the run may end."""


def crashes(folder: Path, contents: Mapping[str, bytes], work: Callable[[Path], object]) -> Iterator[Path]:
    """Do some work in a process of its own that is killed: before its first step, before its second, and so on.

    Args:
        folder: where there is room.
        contents: the files that the work begins with.
        work: the work, which is given the folder that holds the files.

    Yields:
        The folder as the killed process left it, once for each step; the last one is complete.
    """
    for last in count():
        project = fill(folder / f"{last}", contents)
        child = os.fork()
        if child == 0:
            _work(project, work, last)
        _, status = os.waitpid(child, 0)
        assert os.WIFEXITED(status) or os.WTERMSIG(status) == signal.SIGKILL
        assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0
        yield project
        shutil.rmtree(project)
        if os.WIFEXITED(status):
            return


def _work(project: Path, work: Callable[[Path], object], last: int) -> NoReturn:
    """Work, and never return into the tests."""
    code = 1
    try:
        _die_at(last)
        work(project)
        code = 0
    except BaseException:  # noqa: BLE001 - this process is nobody's but ours
        traceback.print_exc()
    finally:
        os._exit(code)


def _die_at(last: int) -> None:
    """Let this process kill itself at its so-manieth step."""
    steps = iter(range(last))

    def dying(step: Callable[..., object]) -> Callable[..., object]:
        def run(*arguments: object, **options: object) -> object:
            if next(steps, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
            return step(*arguments, **options)

        return run

    for name in STEPS:
        setattr(os, name, dying(getattr(os, name)))
