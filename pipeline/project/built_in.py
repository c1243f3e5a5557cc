"""The templates, style sheets and scripts that come with the program."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def built_in() -> Mapping[str, str]:
    """Return those of the pages that are published, by file name."""
    return _read("templates")


@cache
def of_preview() -> Mapping[str, str]:
    """Return those that only a preview has, by file name, and the style sheet of the pages; no other is published."""
    return {"style.css": built_in()["style.css"], **_read("templates/preview")}


def _read(folder: str) -> Mapping[str, str]:
    found = files("pipeline").joinpath(folder).iterdir()
    return {file.name: file.read_text(encoding="utf-8") for file in found if file.is_file()}
