"""What the benchmark asks of a tool, and the corpus on disk that it is asked with."""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import polib

from tests.bench import corpus
from tests.bench.corpus import Policy
from tests.bench.running import Run
from tests.bench.translations import translated

ENVIRONMENTS = Path(__file__).parents[2] / ".nox" / "bench"
"""One for each peer, as the session makes them."""
DRIVING = Path(__file__).parent / "driving"
"""The scripts that call libraries file by file in one process, in the peers' environments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The same policies before and after the edit, and the languages of their translations."""

    before: Sequence[Policy]
    after: Sequence[Policy]
    locales: Sequence[str]

    @property
    def names(self) -> Sequence[str]:
        """The names of the documents, in their order."""
        return [policy.name for policy in self.before]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A tool that is ready to work on the corpus, in a folder of its own."""

    name: str
    version: str
    mode: str
    """How it works on many files, as a phrase."""
    extract: Run
    """All templates."""
    update: Run
    """After the edit: templates, and the catalogs of the first language."""
    merge: Callable[[Sequence[str]], Run]
    """The translated Markdown of the languages, from complete catalogs."""
    merged: Callable[[str, str], Path]
    """Where the Markdown of a language and a document is written."""


def write_sources(folder: Path, policies: Sequence[Policy]) -> None:
    """Write the English files of the policies."""
    folder.mkdir(parents=True, exist_ok=True)
    for policy in policies:
        (folder / f"{policy.name}.md").write_text(corpus.markdown(policy), encoding="utf-8")


def write_expected(folder: Path, given: Corpus) -> None:
    """Write the policies in their languages, as they ought to come out: one folder for each language."""
    for locale in given.locales:
        (folder / locale).mkdir(parents=True, exist_ok=True)
        for policy in given.before:
            text = corpus.markdown(policy, partial(translated, locale=locale))
            (folder / locale / f"{policy.name}.md").write_text(text, encoding="utf-8")


def message_translated(text: str, locale: str) -> str:
    """Return the translation of a message of any tool; identifiers and the keys of front matter stay as they are."""
    if re.fullmatch(r"policy-\d+", text):
        return text
    if not re.search(r"^id: policy-\d+$", text, re.MULTILINE):
        return translated(text, locale)
    return re.sub(
        r"^(title|description): (.*)$",
        lambda found: f"{found[1]}: {translated(found[2], locale)}",
        text,
        flags=re.MULTILINE,
    )


def fill_catalogs(templates: Path, catalogs: Path, given: Corpus) -> None:
    """Write complete catalogs for all templates of a folder: ``CATALOGS/LOCALE/NAME.po``."""
    for template in sorted(templates.glob("*.pot")):
        for locale in given.locales:
            catalog = polib.pofile(os.fspath(template), encoding="utf-8", wrapwidth=0)
            catalog.metadata = {
                "Language": locale,
                "MIME-Version": "1.0",
                "Content-Type": "text/plain; charset=UTF-8",
                "Content-Transfer-Encoding": "8bit",
            }
            catalog.metadata_is_fuzzy = False
            for entry in catalog:
                entry.msgstr = message_translated(entry.msgid, locale)
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
            (catalogs / locale).mkdir(parents=True, exist_ok=True)
            catalog.save(os.fspath(catalogs / locale / f"{template.stem}.po"))
