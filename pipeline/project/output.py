"""The output folder: a build is put together beside it and then switched in, all at once."""

import errno
import hashlib
import os
import re
import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath

from pipeline.config import Config, overlap
from pipeline.model import Diagnostic
from pipeline.project.files import beside, existing, missing_folders, real, remove, sync
from pipeline.project.store import store
from pipeline.project.swap import exchange
from pipeline.project.tree import assemble, behind_links, carry, clear_empty, discard, plain, unfinished
from pipeline.project.trouble import Refused, naming, unwritten


def output_folder(root: Path, chosen: Config, out: Path | None) -> Path | Diagnostic:
    """Return where a build goes, or why it cannot go there.

    Args:
        root: the project's folder.
        chosen: its configuration.
        out: the folder that the user named, relative to the project's; it may be anywhere.
    """
    name = Path(chosen.output_dir) if out is None else out
    target = real(root / name)
    for other in (chosen.source_dir, chosen.locales_dir):
        if overlap(target.as_posix(), real(root / other).as_posix()):
            key = "output-dir" if out is None else "--out"
            message = f"{key} cannot be “{name}”, because “{other}” is no output"
            return Diagnostic(path="policyglot", code="usage", message=message, hint="name another folder")
    if out is None and not target.is_relative_to(real(root)):
        return Diagnostic(
            path=name.as_posix(),
            code="environment",
            message="this link leads out of the project, so nothing was written",
            hint="replace it by a folder, or name the folder with --out",
        )
    return root / name


def publish(
    folder: Path,
    contents: Mapping[str, bytes],
    *,
    whole: bool = True,
    digests: Mapping[str, str] | None = None,
) -> Sequence[str]:
    """Make an output folder hold exactly one build, in one step: there is the build before, and then there is this one.

    Files that an earlier build wrote and this one does not are removed; files of others stay. Where a whole folder cannot
    be put beside or switched in (a mount point, no permission above it), file after file is written in place.

    Args:
        folder: the output folder.
        contents: the files of the build, by path. Each is asked for when it is written, and may be read only then.
        whole: whether the folder is the build's; if not, it belongs to another program, and file after file is written in place.
        digests: the SHA-256 of each of the files, if they are known, so that those that have not changed need not be read.

    Returns:
        The paths of the files that were written or removed, sorted.

    Raises:
        Refused: a file cannot be written or removed.
    """
    place = real(folder)
    listing = _list(contents)
    wanted = _Files(contents, (*contents, _LISTING), listing)
    try:
        _recover(place, contents)
        if place.is_symlink():
            message = "this link leads in a circle, so nothing was written"
            raise Refused(str(place), message, "remove the link and run it again", errno.ELOOP)
        for path in behind_links(place, wanted):
            message = "a link stands here, and a build is not written through links"
            raise Refused(path, message, "move the link away and run it again", errno.ELOOP)
        differing = (path for path in wanted if not _is_there(f"{place}/{path}", path, wanted, digests or {}))
        new = _Files(contents, tuple(differing), listing)
        gone = [path for path in _listed(place) - wanted.keys() if _is_ours(place, path)]
        if (new or gone) and not (whole and _switch(place, new, gone)):
            _write_in_place(place, wanted, new, gone)
    except OSError as error:
        refused = unwritten(error, os.fsdecode(error.filename or ""))
        refused.filename = (folder / refused.filename).as_posix()
        raise refused from error
    return sorted([*(new.keys() - {_LISTING}), *gone])


def _is_there(place: str, path: str, wanted: Mapping[str, bytes], digests: Mapping[str, str]) -> bool:
    """Whether a file holds already what it shall hold."""
    data = existing(place)
    if data is None:
        return False
    known = digests.get(path)
    return hashlib.sha256(data).hexdigest() == known if known else data == wanted[path]


class _Files(Mapping[str, bytes]):
    """Some files of a build, and the list; none is read before it is asked for."""

    def __init__(self, contents: Mapping[str, bytes], paths: tuple[str, ...], listing: bytes) -> None:
        self._contents, self._paths, self._listing = contents, dict.fromkeys(paths), listing

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        return self._listing if path == _LISTING else self._contents[path]

    def __contains__(self, path: object) -> bool:
        return path in self._paths  # the mapping's own way would read the file

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def without(self, path: str) -> "_Files":
        return _Files(self._contents, tuple(one for one in self._paths if one != path), self._listing)


_LISTING = ".policyglot"
"""In an output folder: the files of the last build, so that the next one can clear what it no longer writes."""

_NOT_AS_A_WHOLE = {errno.EXDEV, errno.EBUSY, errno.EACCES, errno.EPERM, errno.EROFS}
"""Why a folder cannot be put beside another or change places with it, although its files may be written."""


def _switch(folder: Path, new: Mapping[str, bytes], gone: Collection[str]) -> bool:
    """Put the new state together beside the folder and switch it in.

    Returns:
        Whether that can be done with this folder; if not, nothing has changed.
    """
    if folder.is_dir() and (folder.is_mount() or folder.stat().st_mode & stat.S_ISVTX):
        return False
    stage, there = beside(folder), folder.is_dir()
    above = missing_folders(folder.parent)
    try:
        with naming(""):
            folder.parent.mkdir(parents=True, exist_ok=True)
        stamps = assemble(folder, stage, new, gone)
        with naming(""):
            if not there:
                stage.rename(folder)
            elif not exchange(stage, folder):
                _two_steps(stage, folder)
    except BaseException as error:
        with suppress(OSError):
            discard(stage)
        for made in reversed(above):
            remove(made)
        if there and isinstance(error, OSError) and error.errno in _NOT_AS_A_WHOLE:
            return False
        raise
    try:
        for made in (folder, *above):
            sync(made.parent)
        if there:
            carry(stage, folder, {*_listed(stage), *new, _LISTING}, stamps)
            discard(stage, _LISTING)
    except OSError as error:
        raise unwritten(error, os.fsdecode(error.filename or ""), partly=True) from error
    return True


def _two_steps(stage: Path, folder: Path) -> None:
    """Let two folders change places where one step is not to be had; `_recover` mends what a crash in between leaves."""
    aside = beside(folder, "old")
    folder.rename(aside)
    try:
        stage.rename(folder)
    except BaseException:
        aside.rename(folder)
        raise
    aside.rename(stage)


def _recover(folder: Path, contents: Collection[str]) -> None:
    """Bring an output folder, and what stands beside it, into the state of one build after a run was killed.

    A folder beside it that has a list was switched out, and may hold what others put there in the last moment; or it was
    about to be switched in, and holds nothing of others that the output folder lacks. One without a list was not finished,
    or is being removed.
    """
    stage, aside = beside(folder), beside(folder, "old")
    if os.path.lexists(aside):
        if os.path.lexists(folder):
            discard(stage)
            aside.rename(stage)
        else:
            aside.rename(folder)
    if os.path.lexists(stage):
        if folder.is_dir() and not stage.is_symlink() and (stage / _LISTING).is_file():
            carry(stage, folder, {*_listed(stage), _LISTING})
        discard(stage, _LISTING)
    for path in unfinished(folder, {*_listed(folder), *contents, _LISTING}):
        remove(path)


def _write_in_place(folder: Path, wanted: Collection[str], new: "_Files", gone: Collection[str]) -> None:
    """Write the new files, each whole, and then remove the others; at every moment, the list names the files of both."""
    ours = set(wanted) - {_LISTING}
    store(folder, {_LISTING: _list({*ours, *gone})})
    store(folder, new.without(_LISTING))
    for path in gone:
        try:
            (folder / path).unlink()
        except OSError as error:
            raise unwritten(error, path, partly=True) from error
        clear_empty(folder, path)
    store(folder, {_LISTING: _list(ours)})


def _list(paths: Collection[str]) -> bytes:
    return "".join(f"{path}\n" for path in sorted(paths)).encode()


def _listed(folder: Path) -> set[str]:
    """What the last build wrote, as its list says; paths that lead out of the folder are passed over."""
    lines = (existing(folder / _LISTING) or b"").decode("utf-8", "replace").split("\n")
    return {path for path in lines if _is_below(path)}


def _is_below(path: str) -> bool:
    """Whether a path is in its plain form and leads to something below the folder."""
    if len(path) <= _LONGEST and _PLAIN.fullmatch(path):
        return True
    pure = PurePosixPath(path)
    fits = len(path) <= _LONGEST and all(len(part.encode()) <= _LONGEST_NAME for part in pure.parts)
    return (
        fits and str(pure) == path != "." and path[0] != "/" and ".." not in pure.parts and "\0" not in path
    )


_PLAIN = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9._-]{0,200}(?:/(?=.)|$))+")
"""The form of most paths: one look instead of one at each part."""
_LONGEST, _LONGEST_NAME = 1000, 255
"""Characters of a path, and bytes of a name in it: no build writes longer ones."""


def _is_ours(folder: Path, path: str) -> bool:
    """Whether a file that is on the list may be removed: it is there, and no link leads to it."""
    return plain(folder, str(PurePosixPath(path).parent)) and (
        (folder / path).is_symlink() or (folder / path).is_file()
    )
