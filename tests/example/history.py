"""What the example company did over the years: it wrote a version, translated it, signed it off and released it, three times.

The sources, and what is new in the translations of a version, stand in ``tests/fixtures/example/<version>/``. All else is the
work of the program's own commands, at times that are fixed, so that the same texts always give the same bytes.
"""

import contextlib
import datetime
import io
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from unittest import mock

from pipeline import po
from pipeline.cli import main
from pipeline.model import Catalog, Message
from tests.folders import everything, fill

ROOT = Path(__file__).parent.parent.parent
TEXTS = ROOT / "tests" / "fixtures" / "example"
STARTERS = ROOT / "pipeline" / "starters"

VERSIONS = {"1.0": "2023-02-01", "1.1": "2025-05-15", "2.0": "2026-11-02"}
"""Each version's day of announcement, which is also that of its release."""

LOCALES = ("ar", "de", "ja", "ko")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who signs a language off."""

    legal: str
    translator: str = ""


PEOPLE = {
    "ar": People(
        legal="كريم الحداد <karim.alhaddad@example.com>",
        translator="سلمى النجار <salma.alnajjar@example.com>",
    ),
    "de": People(
        legal="Henrike Voßberg <henrike.vossberg@example.com>",
        translator="Jannis Lindhofer <jannis.lindhofer@example.com>",
    ),
    "en": People(legal="Maren Holloway <maren.holloway@example.com>"),
    "ja": People(
        legal="高瀬 健 <ken.takase@example.com>", translator="白石 美咲 <misaki.shiraishi@example.com>"
    ),
    "ko": People(legal="오지훈 <jihoon.oh@example.com>", translator="한서윤 <seoyun.han@example.com>"),
}
"""None of them exists."""


def take_place(folder: Path, texts: Path = TEXTS) -> Mapping[str, bytes]:
    """Let it all happen in an empty folder.

    Args:
        folder: the project's.
        texts: the sources, the translations and the glossaries, if they are not the example's own.

    Returns:
        The sources, releases, templates, catalogs and approvals that came of it, by path.
    """
    fill(folder, {"pyproject.toml": (STARTERS / "example" / "pyproject.toml").read_bytes()})
    for locale in LOCALES:
        # The words around the text are those that this project has for its own pages.
        words = ROOT / "locales" / locale / "LC_MESSAGES" / "site.po"
        catalogs = {"glossary": texts / "glossary" / f"{locale}.po", "site": words}
        for domain, file in catalogs.items():
            fill(folder, {_catalog(locale, domain): file.read_bytes()})
    for version, announced in VERSIONS.items():
        _release(folder, texts / version, datetime.date.fromisoformat(announced))
    return {path: data for path, data in everything(folder).items() if path != "pyproject.toml"}


def run(folder: Path, when: datetime.datetime, *arguments: str) -> None:
    """Run a command of the program in a folder at a time.

    Raises:
        RuntimeError: it ended with another code than 0; its output is the message.
    """
    told = io.StringIO()
    clock = mock.patch.dict(os.environ, {"SOURCE_DATE_EPOCH": str(int(when.timestamp()))})
    with clock, contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        try:
            main(["-C", str(folder), *arguments])
        except SystemExit as ended:
            if ended.code:
                raise RuntimeError(told.getvalue()) from ended


def _release(folder: Path, texts: Path, announced: datetime.date) -> None:
    """Write a version, translate it, have it signed off, and release it on the day of its announcement."""
    written, translated, read = (
        datetime.datetime.combine(announced, datetime.time(9), datetime.UTC) - datetime.timedelta(days=days)
        for days in (28, 14, 7)
    )
    fill(folder, {"source/privacy.md": (texts / "privacy.md").read_bytes()})
    run(folder, written, "update")
    run(folder, read, "approve", "privacy", "en", "--by", PEOPLE["en"].legal)
    for file in sorted(texts.glob("*.po")):
        locale, people = file.stem, PEOPLE[file.stem]
        path = folder / _catalog(locale, "privacy")
        path.write_bytes(_translated(path.read_bytes(), file.read_bytes(), people.translator, translated))
        run(folder, translated, "approve", "privacy", locale, "--by", people.translator)
        run(folder, read, "approve", "privacy", locale, "--by", people.legal, "--role", "legal")
    run(folder, read, "release", "privacy", "--as-of", announced.isoformat())


def _translated(catalog: bytes, new: bytes, translator: str, when: datetime.datetime) -> bytes:
    """Put new translations into a catalog, as a translator does."""
    old, told = (po.read(data, "") for data in (catalog, new))
    assert isinstance(old, Catalog)
    assert isinstance(told, Catalog)
    known = {message.key: message for message in told.messages}
    if strays := known.keys() - {message.key for message in old.active}:
        message = f"the source does not say {sorted(text for _, text in strays)}"
        raise ValueError(message)
    headers = {"PO-Revision-Date": f"{when:%Y-%m-%d %H:%M%z}", "Last-Translator": translator}
    if forms := told.headers.get(
        "Plural-Forms"
    ):  # what Babel says of them differs from one version to the next
        headers["Plural-Forms"] = forms
    messages = tuple(
        _finished(message, known[message.key]) if message.key in known and not message.obsolete else message
        for message in old.messages
    )
    return po.write(replace(old, headers={**old.headers, **headers}, messages=messages))


def _finished(message: Message, told: Message) -> Message:
    return replace(
        message,
        translations=told.translations,
        comments=told.comments,
        flags=tuple(flag for flag in message.flags if flag != "fuzzy"),
        previous=None,
    )


def _catalog(locale: str, domain: str) -> str:
    return f"locales/{locale}/LC_MESSAGES/{domain}.po"
