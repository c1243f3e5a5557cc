"""The log of what was published in a folder: a line of JSON for each publication and each way back, the oldest first.

A publication is written down before it is done, as pending, so that the next run can tell whether it was: the log then has a
line for each publication that took place, and for no other.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from pipeline.layout import BUILD
from pipeline.project.files import existing, remove, sync
from pipeline.project.store import store

LOG = "publications.jsonl"

Record = Mapping[str, Any]
"""A publication, ready for JSON; it names a ``build``, the build ``before`` it, and the digest of the ``site``."""


def begin(home: Path, record: Record) -> None:
    """Write down what is about to be published."""
    store(home, {_PENDING: _line(record)})


def finish(home: Path, record: Record) -> None:
    """Append to the log what was published. The log is written anew, so a line is there whole or not at all."""
    store(home, {LOG: (existing(home / LOG) or b"") + _line(record)})
    forget(home)


def forget(home: Path) -> None:
    """Strike what was about to be published."""
    remove(home / _PENDING)
    sync(home)


def recovered(home: Path, current: str | None) -> Sequence[Record]:
    """Return the log, after the publication that a killed run left pending was finished or struck.

    A line that is none of ours is passed over, so that nothing depends on what somebody wrote there.

    Args:
        home: the folder of the builds.
        current: the build that is shown.
    """
    log = list(_records(existing(home / LOG)))
    pending = next(_records(existing(home / _PENDING)), None)
    if pending and pending["build"] == current and log[-1:] != [pending]:
        finish(home, pending)
        log.append(pending)
    elif (home / _PENDING).exists():
        forget(home)
    return log


_PENDING = "pending.json"


def _records(data: bytes | None) -> Iterator[Record]:
    for line in (data or b"").decode("utf-8", "replace").split("\n"):
        with suppress(ValueError):
            one = json.loads(line)
            if (
                isinstance(one, dict)
                and {"before", "site", "build"} <= one.keys()
                and BUILD.fullmatch(str(one["build"]))
            ):
                yield one


def _line(record: Record) -> bytes:
    # JSON has an escape for half a character, as a file's name may hold it, and UTF-8 has not.
    return f"{json.dumps(record, ensure_ascii=False)}\n".encode("utf-8", "backslashreplace")
