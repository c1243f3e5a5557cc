"""Two states of a project, A and B, and what its folders hold."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pipeline import po
from pipeline.model import Catalog
from tests.folders import fill

LOCALES = ("ar", "de", "ja", "ko")
CHANGES = {
    "A": "Visitors may ask what is stored, and get an answer within thirty days.",
    "B": "Nothing here is sold; partners receive figures without any name in them.",
}

OTHERS = {"CNAME": "a.example\n", ".gitignore": "*\n", "figures/2021/map.svg": "<svg/>\n"}
"""Files of others in the output folder."""


def write_sources(project: Path, state: str, documents: int) -> None:
    """Write so many documents, and one that is only there in this state."""
    shutil.rmtree(project / "source", ignore_errors=True)
    names = (*(f"d{number:02}" for number in range(documents)), f"only-{state}")
    fill(project / "source", {f"{name}.md": _source(name, state) for name in names})


def translated(project: Path, state: str) -> Mapping[str, bytes]:
    """Return all catalogs with every message translated, in other words for each state."""
    found: dict[str, bytes] = {}
    for path in sorted((project / "locales").glob("??/LC_MESSAGES/*.po")):
        catalog = po.read(path.read_bytes(), path.name)
        assert isinstance(catalog, Catalog)
        words = f" ({path.parent.parent.name} {state})"
        messages = tuple(
            replace(message, translations=(message.text + words,), flags=(), previous=None)
            for message in catalog.active
        )
        found[path.relative_to(project).as_posix()] = po.write(replace(catalog, messages=messages))
    return found


def unformatted(catalogs: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the catalogs in another form, which `format` changes."""
    return {path: data.replace(b'\nmsgstr "', b'\nmsgstr ""\n"') for path, data in catalogs.items()}


def snapshot(folder: Path) -> Mapping[str, bytes | str]:
    """Return all that is in a folder: files with what they hold, links with where they lead, and folders."""
    return {path.relative_to(folder).as_posix(): _content(path) for path in folder.rglob("*")}


def _content(path: Path) -> bytes | str:
    if path.is_symlink():
        return f"link to {path.readlink()}"
    return "folder" if path.is_dir() else path.read_bytes()


def _source(name: str, state: str) -> str:
    return (
        f"---\ntitle: Document {name}\n---\n\n# Terms of {name}\n\nWe keep *{name}* for a year.\n\n"
        f"- first of {name}\n- second\n\n{CHANGES[state]}\n"
    )
