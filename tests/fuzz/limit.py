"""A limit on time, so that a hang is a failure with a traceback."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Hang(BaseException):
    """A case that did not end within its limit; no ``except Exception`` on the way takes it."""


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Raise `Hang` where the body is after some seconds; in the main thread, on POSIX."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        message = f"not done after {seconds:g} s"
        raise Hang(message)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
