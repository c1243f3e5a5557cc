"""Waiting for saves. Nothing else imports watchfiles."""

from collections.abc import Callable, Iterator, Sequence
from threading import Event

from watchfiles import Change, watch

_QUIET, _LONGEST = 50, 500
"""Milliseconds without another change after which a save is over, and after which it is taken as it is."""
_ROUND = 1000
"""Milliseconds after which a round without changes ends."""


def saves(places: Callable[[], Sequence[str]], stop: Event) -> Iterator[None]:
    """Return after each save, or what may be one, until told to stop.

    Folders come and go, so which ones are watched is asked again after each save. A save in a folder that is not watched yet is
    not missed: there is one more return when the watching of another set of folders begins.

    Args:
        places: gives the folders to watch, each without what is below it; none if there is nothing to watch.
        stop: ends the waiting.
    """
    while not stop.is_set() and (watched := places()):
        try:
            for number, changes in enumerate(_rounds(watched, stop)):
                if changes or not number:
                    yield
                if places() != watched:
                    break
        except FileNotFoundError:  # a folder has gone between the question and the watching
            continue


def _rounds(watched: Sequence[str], stop: Event) -> Iterator[set[tuple[Change, str]]]:
    """The changes of each round."""
    return watch(
        *watched,
        watch_filter=_may_matter,
        debounce=_LONGEST,
        step=_QUIET,
        stop_event=stop,
        rust_timeout=_ROUND,
        yield_on_timeout=True,
        recursive=False,
    )


def _may_matter(_: Change, path: str) -> bool:
    """Whether a file or folder may be one of a project's; editors and this program hide what they write on the way."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return not name.startswith(".") and not name.endswith("~")
