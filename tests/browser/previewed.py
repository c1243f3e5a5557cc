"""This project with catalogs in the middle of their translators' work, as a preview shows it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline import po
from pipeline.model import Message, Previous
from tests.partial import configure, copy, read
from tests.serving import running

LOCALES = ("ar", "ja", "ko")

SECURITY = "Install and operate access control system"
"""A text that is fuzzy in all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Previewed:
    """A project and the address of its preview."""

    folder: Path
    origin: str

    def path(self, locale: str) -> Path:
        """Return where a locale's catalog of the policy is."""
        return self.folder / "locales" / locale / "LC_MESSAGES" / "privacy.po"

    def save(self, locale: str, old: str, new: str) -> None:
        """Save a catalog with a text in the place of another, as an editor does: over the file itself."""
        text = self.path(locale).read_text(encoding="utf-8")
        assert old in text
        self.path(locale).write_text(text.replace(old, new, 1), encoding="utf-8")


@contextmanager
def previewed(folder: Path) -> Iterator[Previewed]:
    """Serve a copy of this project until the context ends."""
    copy(folder)
    configure(folder, f"languages = {list(LOCALES)}".replace("'", '"'))
    for locale in LOCALES:
        catalog = read(folder, locale)
        messages = (_changed(number, message) for number, message in enumerate(catalog.messages))
        path = folder / "locales" / locale / "LC_MESSAGES" / "privacy.po"
        path.write_bytes(po.write(replace(catalog, messages=tuple(messages))))
    with running(folder) as (port, _):
        yield Previewed(folder=folder, origin=f"http://127.0.0.1:{port}")


def _changed(number: int, message: Message) -> Message:
    """Ten entries without a translation, one that is fuzzy, one whose markup is refused, and one with another date and a comment."""
    if message.text == SECURITY:
        previous = Previous(text="Install and operate the access control systems")
        return replace(message, flags=("fuzzy", *message.flags), previous=previous)
    if number in range(20, 30):
        return replace(message, translations=("",))
    if number == 31:
        return replace(message, translations=(f"<b>{message.translation}</b>",))
    if number == 4:
        translation = re.sub(r"[4٤](?=\s*(?:월|月))", "5", message.translation)
        return replace(message, translations=(translation,), comments=("메모 ملاحظة",))
    return message
