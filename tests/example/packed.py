"""What comes with the program and is made by it: the texts of the example project, and the templates of an empty one."""

import datetime
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.example.history import STARTERS, run, take_place
from tests.folders import everything, fill

MADE = {"example": ("locales", "source"), "minimal": ("locales",)}
"""By starter: the folders in which all is made, and nothing is written by hand."""


def made(folder: Path) -> Mapping[str, bytes]:
    """Make all of it in an empty folder.

    Returns:
        The files, by their paths below ``pipeline/starters``.
    """
    minimal, example = folder / "minimal", folder / "example"
    fill(minimal, {"source/privacy.md": (STARTERS / "minimal/source/privacy.md").read_bytes()})
    run(minimal, datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC), "extract")
    texts = everything(minimal / "locales")
    return {
        **{f"minimal/locales/{path}": data for path, data in texts.items()},
        **{f"example/{packed(path)}": data for path, data in take_place(example).items()},
    }


def packed(path: str) -> str:
    """Return what a file of a project is called in the program."""
    return "/".join(f"dot-{name[1:]}" if name.startswith(".") else name for name in path.split("/"))


def kept() -> Mapping[str, bytes]:
    """Return the same as it comes with the program now."""
    return {
        f"{starter}/{name}/{path}": data
        for starter, names in MADE.items()
        for name in names
        for path, data in everything(STARTERS / starter / name).items()
    }


def renew(folder: Path) -> None:
    """Make all of it in an empty folder, and put it in the place of what comes with the program now."""
    files = made(folder)
    for starter, names in MADE.items():
        for name in names:
            shutil.rmtree(STARTERS / starter / name, ignore_errors=True)
    fill(STARTERS, files)
