"""Copies of this project that are translated in part, and what of a document is then not translated."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

from pipeline import po
from pipeline.model import Catalog
from tests.conftest import ROOT

_KEYS = (
    "languages",
    "site-url",
    "on-incomplete",
    "min-units",
    "min-words",
    "required-units",
    "required-locales",
)


def copy(folder: Path) -> Path:
    """Copy this project's sources, catalogs and configuration; return the folder.

    The glossaries stay behind: to look them up takes half of the time of a build, and changes none of its pages.
    """
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("glossary.po", "releases"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def configure(folder: Path, *lines: str) -> None:
    """Set keys of the table ``[tool.policyglot]``, in place of those that decide what is published and where."""
    path = folder / "pyproject.toml"
    before, head, table = path.read_text(encoding="utf-8").partition("[tool.policyglot]\n")
    keys = "|".join(_KEYS)
    table = re.sub(rf"^(?:{keys}) *=.*\n", "", table, flags=re.MULTILINE)
    path.write_text("".join((before, head, *(f"{line}\n" for line in lines), table)), encoding="utf-8")


def halve(folder: Path, locale: str, first: int = 1) -> None:
    """Take the translation from every second message of the policy's catalog, from one on."""
    catalog = read(folder, locale)
    messages = (
        replace(message, translations=("",)) if number % 2 == first else message
        for number, message in enumerate(catalog.messages)
    )
    (folder / _path(locale, "privacy")).write_bytes(po.write(replace(catalog, messages=tuple(messages))))


def read(folder: Path, locale: str, domain: str = "privacy") -> Catalog:
    """Read a catalog of a project."""
    path = _path(locale, domain)
    catalog = po.read((folder / path).read_bytes(), path)
    assert isinstance(catalog, Catalog)
    return catalog


def _path(locale: str, domain: str) -> str:
    return f"locales/{locale}/LC_MESSAGES/{domain}.po"
