"""A new project on the disk: all of it or nothing, and never in the place of anything."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from pipeline.model import Diagnostic
from pipeline.project.files import beside, missing_folders, real, remove, sync
from pipeline.project.store import store
from pipeline.project.tree import discard
from pipeline.project.trouble import Refused, unwritten


def in_the_way(place: Path, shown: Path, paths: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Tell of all that stands where the files of a new project are to come.

    Args:
        place: the project's folder, which need not be there.
        shown: how the user calls it.
        paths: the files, relative to it.

    Returns:
        A problem for each thing in the way, sorted by its path.
    """
    if _is_file(place):
        return (
            _problem(str(shown), "this is no folder, so nothing was written", "name a folder, or a new one"),
        )
    found = sorted({one for path in paths for one in _first(place, path)})
    message, hint = "this is there already, so nothing was written", "move it away, or name another folder"
    return tuple(_problem(str(shown / path), message, hint) for path in found)


def begin(place: Path, shown: Path, contents: Mapping[str, bytes]) -> None:
    """Write the files of a new project. A folder that is not there comes with all of them in one step.

    Args:
        place: the project's folder.
        shown: how the user calls it.
        contents: what each file shall hold, by its path relative to the folder.

    Raises:
        Refused: something cannot be written, or somebody has just put a file there; every file is as it was.
    """
    try:
        if place.is_dir():
            store(place, contents, read={})
        else:
            _begin_new(real(place), contents)
    except Refused as error:
        error.filename = str(shown / error.filename)
        raise
    except OSError as error:
        raise unwritten(error, str(shown)) from error


def _begin_new(place: Path, contents: Mapping[str, bytes]) -> None:
    """Put all of it together beside the place, and move it there."""
    made, stage = missing_folders(place.parent), beside(place)
    try:
        discard(stage)
        store(stage, contents)
        stage.rename(place)
        for parent in (place.parent, *(one.parent for one in made)):
            sync(parent)
    except BaseException:
        with suppress(OSError):
            discard(stage)
        for parent in reversed(made):
            remove(parent)
        raise


def _first(place: Path, path: str) -> Iterable[str]:
    """The file, if it is there; or what stands where one of its folders belongs."""
    above = [folder for folder in reversed(Path(path).parents) if _is_file(place / folder)]
    return [above[0].as_posix()] if above else [path] * os.path.lexists(place / path)


def _is_file(path: Path) -> bool:
    """Whether something is there that is no folder, be it a link to nowhere."""
    return os.path.lexists(path) and not path.is_dir()


def _problem(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path=path, code="environment", message=message, hint=hint)
