"""The files of new projects, which come with the program."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable


def starter(folder: str) -> Mapping[str, bytes]:
    """Return the files below a folder of ``pipeline/starters/``, by the path that each has in a project.

    In the program, ``dot-`` stands for a point at the beginning of a name, so that no tool obeys or passes over what is meant
    for others; and a name that ends in ``.in`` has that ending there alone, so that no Python of a project is one of ours.
    """
    return dict(_below(files("pipeline").joinpath("starters", folder), ""))


def _below(folder: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        name = f".{item.name.removeprefix('dot-')}" if item.name.startswith("dot-") else item.name
        if item.is_dir():
            yield from _below(item, f"{above}{name}/")
        else:
            yield f"{above}{name.removesuffix('.in')}", item.read_bytes()
