"""Work for several processes: how they are started and stopped, and how work is shared out among them and this one."""

import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

from pipeline.bulk.garbage import collect_seldom

_T = TypeVar("_T")
_R = TypeVar("_R")


@contextmanager
def processes(number: int, begin: Callable[[], None] | None = None) -> Iterator[ProcessPoolExecutor]:
    """Give a pool of processes while the block runs; if it fails, what is not begun is not done.

    Args:
        number: how many.
        begin: called in each before its first work; other processes must be able to import it.
    """
    context = get_context("spawn")  # no copy of this process, which may have threads
    pool = ProcessPoolExecutor(number, context, _begin, (begin,))
    try:
        yield pool
    finally:
        # This process goes on while they end; its own end waits for theirs.
        pool.shutdown(wait=False, cancel_futures=True)


def _begin(begin: Callable[[], None] | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process tells the others when to stop
    collect_seldom()
    if begin:
        begin()


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
    with processes(others) as pool, _giving_way():
        futures = [pool.submit(_each, work, part) for part in parts]
        done = {index: _each(work, parts[index]) for index in _left(futures)}
        found = [done[index] if index in done else future.result() for index, future in enumerate(futures)]
    return [one for part in found for one in part]


@contextmanager
def _giving_way() -> Iterator[None]:
    """Let the thread that hands work to the other processes have its turn at once: they wait for it, while this one works."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


_TURN = 0.0002
"""In seconds; 0.005 is usual, and each piece of work takes three turns."""

_AT_ONCE = 4
"""So many values go to a process at once: few, so that all are done at about the same time."""


def _left(futures: Sequence[Future[_R]]) -> Iterable[int]:
    """Take from the end what no other process has begun; they take from the beginning."""
    return (index for index in reversed(range(len(futures))) if futures[index].cancel())


def _each(work: Callable[[_T], _R], values: Sequence[_T]) -> list[_R]:
    return [work(value) for value in values]


__all__ = ["BrokenProcessPool", "processes", "shared_out"]
