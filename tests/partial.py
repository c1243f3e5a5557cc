"""Copies of this project that are translated in part, and what of a document is then not translated."""

import re
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pipeline import po
from pipeline.model import Catalog
from tests.conftest import ROOT

_KEYS = ("site-url", "on-incomplete", "min-units", "min-words", "required-units", "required-locales")


def copy(folder: Path) -> Path:
    """Copy this project's sources, catalogs and configuration; return the folder."""
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def configure(folder: Path, *lines: str) -> None:
    """Set keys of the table ``[tool.policyglot]``, in place of those that decide what is published and where."""
    path = folder / "pyproject.toml"
    before, head, table = path.read_text(encoding="utf-8").partition("[tool.policyglot]\n")
    keys = "|".join(_KEYS)
    table = re.sub(rf"^(?:{keys}) *=.*\n", "", table, flags=re.MULTILINE)
    path.write_text("".join((before, head, *(f"{line}\n" for line in lines), table)), encoding="utf-8")


def halve(folder: Path, locales: Iterable[str], document: str = "privacy") -> frozenset[str]:
    """Take the translation from every second message of a document's catalogs; return these messages' texts."""
    untranslated: set[str] = set()
    for locale in locales:
        name = f"locales/{locale}/LC_MESSAGES/{document}.po"
        catalog = po.read((folder / name).read_bytes(), name)
        assert isinstance(catalog, Catalog)
        untranslated |= {message.text for message in catalog.messages[1::2]}
        messages = tuple(
            replace(message, translations=("",)) if message.text in untranslated else message
            for message in catalog.messages
        )
        (folder / name).write_bytes(po.write(replace(catalog, messages=messages)))
    return frozenset(untranslated)
