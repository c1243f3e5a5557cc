"""Work shared out among processes, of which this one is one: values in, values out, in the order of the work."""

import signal
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

_T = TypeVar("_T")
_R = TypeVar("_R")


def shared_out(work: Callable[[_T], _R], given: Sequence[_T], others: int) -> Sequence[_R]:
    """Do work for each value, here and in so many other processes.

    Args:
        work: a function that other processes can import.
        given: the values, for each of which it takes some milliseconds at least.
        others: how many processes are started.

    Raises:
        BrokenProcessPool: a process ended before its work was done.
    """
    parts = [given[start : start + _AT_ONCE] for start in range(0, len(given), _AT_ONCE)]
    context = get_context("spawn")  # no copy of this process, which may have threads
    with ProcessPoolExecutor(others, context, _begin) as pool:
        try:
            futures = [pool.submit(_each, work, part) for part in parts]
            done = {index: _each(work, parts[index]) for index in _left(futures)}
            found = [
                done[index] if index in done else future.result() for index, future in enumerate(futures)
            ]
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return [one for part in found for one in part]


_AT_ONCE = 4
"""So many values go to a process at once: few, so that all are done at about the same time."""


def _left(futures: Sequence[Future[_R]]) -> Iterable[int]:
    """Take from the end what no other process has begun; they take from the beginning."""
    return (index for index in reversed(range(len(futures))) if futures[index].cancel())


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process tells the others when to stop


def _each(work: Callable[[_T], _R], values: Sequence[_T]) -> list[_R]:
    return [work(value) for value in values]


__all__ = ["BrokenProcessPool", "shared_out"]
