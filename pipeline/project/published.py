"""A folder that is published: a link that leads to one of the builds beside it, and changes from one to the next in one step.

    policies -> policies.builds/000004
    policies.builds/
      000003/ 000004/       the last builds, whole, and never changed; each holds its own name
      publications.jsonl    what was published when: a line of JSON for each publication and each way back
      pending.json          what is being done, while it is

Everything here raises `Refused` and no other `OSError`.
"""

import errno
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from pipeline.layout import BUILD, NAME_FILE, builds_folder
from pipeline.model import Diagnostic
from pipeline.project.digest import site_digest
from pipeline.project.files import beside, is_leftover, missing_folders, remove, sync
from pipeline.project.journal import Record, begin, finish, forget, recovered
from pipeline.project.lock import locked
from pipeline.project.tree import assemble, discard, walk
from pipeline.project.trouble import Refused, naming, unwritten

KEPT = 5
"""So many builds stay: the one that is shown, and those to which `--rollback` leads from it."""

Tell = Callable[[Diagnostic], None]


def publish_folder(target: Path, files: Mapping[str, bytes], account: Record, tell: Tell) -> Record | None:
    """Publish a site in a folder, in one step: readers get the build before, and then this one.

    Args:
        target: the folder, which is a link, or nothing yet.
        files: all files of the site.
        account: what the log is to say of the publication; ``build`` and ``before`` are added to it.
        tell: told if another run is publishing there.

    Returns:
        What the log says; none if the target shows these very files already, and nothing was done.
    """
    home = _home(target)
    above = missing_folders(home)
    with _told(target):
        try:
            home.mkdir(parents=True, exist_ok=True)
            for made in above:
                sync(made.parent)
            with locked(home, tell):
                return _publish(target, files, account)
        finally:
            for made in reversed(above):  # nothing happens to those that hold something
                remove(made)


def roll_back_folder(target: Path, account: Record, tell: Tell) -> Record:
    """Show the build that was there before the one that is shown, byte for byte.

    Args:
        target: the folder.
        account: what the log is to say of the way back.
        tell: told if another run is publishing there.

    Returns:
        What the log says.
    """
    home = _home(target)
    with _told(target), locked(home, tell):
        current = _current(target)
        if current is None:
            message = "nothing is published here"
            _refuse(message, "publish first, or name the folder that was published", errno.ENOENT)
        log = _recovered(target, current)
        before = next((one["before"] for one in reversed(log) if one["build"] == current), None)
        there = next((one for one in reversed(log) if one["build"] == before), None)
        if there is None or not (home / str(before)).is_dir():
            message = f"there is no build before {current} to go back to"
            _refuse(message, "mend the sources and publish them", errno.ENOENT)
        if site_digest(_contents(home / there["build"])) != there["site"]:
            message = f"build {before} is not as it was published, so nothing was changed"
            _refuse(message, "mend the sources and publish them", errno.EBADMSG)
        record = {**there, **account, "instead_of": current}
        _switch(target, record)
    return record


def _publish(target: Path, files: Mapping[str, bytes], account: Record) -> Record | None:
    home, current = _home(target), _current(target)
    log = _recovered(target, current)
    if current is not None and _contents(home / current) == files:
        return None
    taken = [int(name) for name in (*_builds(home), *(one["build"] for one in log))]
    name = f"{max(taken, default=0) + 1:06}"
    stage = beside(home / name)
    record = {**account, "build": name, "before": current}
    try:
        assemble(home / name, stage, {**files, NAME_FILE: _named(name)}, ())
        stage.rename(home / name)
        sync(home)
        _switch(target, record)
    except BaseException:
        if _link(target) != f"{home.name}/{name}":
            with suppress(OSError):  # the next run clears the rest
                for unfinished in (stage, home / name):
                    discard(unfinished)
                forget(home)
        raise
    with suppress(OSError):  # what cannot be removed stays
        _prune(home, (*log, record))
    return record


def _home(target: Path) -> Path:
    """The folder of the builds, beside the target."""
    return target.with_name(builds_folder(target.name))


def _builds(home: Path) -> Sequence[str]:
    return sorted(path.name for path in home.iterdir() if BUILD.fullmatch(path.name))


def _link(target: Path) -> str | None:
    """Where a link leads, word for word; none if it is no link."""
    return str(target.readlink()) if target.is_symlink() else None


def _current(target: Path) -> str | None:
    """The build that is shown; none if there is nothing yet."""
    if not os.path.lexists(target):
        return None
    link = _link(target)
    if link is None:
        message = f"a {'folder' if target.is_dir() else 'file'} stands here, and only a link can be switched in one step"
        _refuse(message, "move it away, or name another folder", errno.EEXIST)
    folder, _, name = link.partition("/")
    if folder != _home(target).name or not BUILD.fullmatch(name):
        message = f"this link leads to “{link}”, which policyglot did not publish"
        _refuse(message, "remove the link, or name another folder", errno.EEXIST)
    return name


def _switch(target: Path, record: Record) -> None:
    """Let the link lead to a build, and the log say so; what a kill leaves undone, `_recovered` does."""
    home, link = _home(target), beside(target)
    begin(home, record)
    remove(link)
    try:
        link.symlink_to(f"{home.name}/{record['build']}")
    except OSError as error:
        if error.errno in {errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}:
            message = "there are no links on this disk, so nothing was published"
            hint = "name a folder on another disk, or publish to a branch with git:BRANCH"
            _refuse(message, hint, error.errno)
        raise
    link.replace(target)
    try:
        sync(target.parent)
        finish(home, record)
    except OSError as error:
        raise unwritten(error, "", partly=True) from error


def _recovered(target: Path, current: str | None) -> Sequence[Record]:
    """Finish or clear what a killed run left, and return the log."""
    home = _home(target)
    remove(beside(target))
    for path in home.iterdir():
        if is_leftover(path.name):
            discard(path)
    log = recovered(home, current)
    known = {current, *(one["build"] for one in log)}
    for name in _builds(home):
        if name not in known:
            discard(home / name)
    return log


def _prune(home: Path, log: Sequence[Record]) -> None:
    """Remove the builds to which no short way back leads."""
    before = {one["build"]: one["before"] for one in log}
    kept: list[str] = []
    name = log[-1]["build"]
    while name is not None and name not in kept and len(kept) < KEPT:
        kept.append(name)
        name = before.get(name)
    for old in _builds(home):
        if old not in kept:
            discard(home / old)


def _contents(build: Path) -> Mapping[str, bytes]:
    """All files of the site that a build holds; none if it is gone.

    The build's name is none of them, unless it is another one's: then the build is not as it was published. Older versions
    gave no names.
    """
    if not build.is_dir():
        return {}
    files = {path: (build / path).read_bytes() for path, _ in walk(build) if (build / path).is_file()}
    if files.get(NAME_FILE) == _named(build.name):
        del files[NAME_FILE]
    return files


def _named(build: str) -> bytes:
    """What a build says of itself."""
    return f"{build}\n".encode()


def _refuse(message: str, hint: str, number: int) -> NoReturn:
    """Refuse what is asked for; `_told` says where."""
    path = ""
    raise Refused(path, message, hint, number)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Tell of problems with the target's name in front."""
    try:
        with naming(""):
            yield
    except OSError as error:
        refused = unwritten(error, "")
        refused.filename = target.as_posix()
        raise refused from error
