"""Merging and HTML alone: what the peers do, without the checks, the gate, the cache and the pages of a build.

Called as ``python -m tests.bench.core merge|html PROCESSES LOCALE…`` in a project: it reads ``source/`` and ``locales/``, and writes
``core/LOCALE/NAME.md`` or ``.html``. Each source is parsed once for all languages, and merged Markdown is proved by parsing it again.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline import frontmatter, po
from pipeline.bulk.garbage import collect_seldom
from pipeline.bulk.sharing import shared_out
from pipeline.catalog import CatalogFile
from pipeline.config import Config
from pipeline.languages import language
from pipeline.localize import Localized
from pipeline.localize.filling import fill
from pipeline.localize.translating import with_messages
from pipeline.localize.values import LEFT, Fallback, Translation
from pipeline.markdown import html
from pipeline.markdown.proof import comes_back
from pipeline.markdown.write import markdown
from pipeline.model import Diagnostic, State
from pipeline.segment import Document, segment


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """One document to localize."""

    name: str
    source: str
    catalogs: Mapping[str, bytes]


def main(work: str, processes: int, locales: Sequence[str]) -> None:
    """Do the work for each document, and write what comes of it."""
    collect_seldom()
    given = [_given(path, locales) for path in sorted(Path("source").glob("*.md"))]
    done = (
        shared_out(partial(_localized, work=work), given, processes - 1)
        if processes > 1
        else map(partial(_localized, work=work), given)
    )
    for locale in locales:
        Path("core", locale).mkdir(parents=True, exist_ok=True)
    for files in done:
        for path, text in files.items():
            Path("core", path).write_text(text, encoding="utf-8")


def _given(path: Path, locales: Sequence[str]) -> _Given:
    catalogs = {
        locale: Path("locales", locale, "LC_MESSAGES", f"{path.stem}.po").read_bytes() for locale in locales
    }
    return _Given(name=path.stem, source=path.read_text(encoding="utf-8"), catalogs=catalogs)


def _localized(given: _Given, *, work: str) -> Mapping[str, str]:
    document = segment(
        given.source, name=given.name, path=f"source/{given.name}.md", translate=Config().translate
    )
    if isinstance(document, Diagnostic):
        raise TypeError(document)
    write, ending = (_markdown, "md") if work == "merge" else (_html, "html")
    return {
        f"{locale}/{given.name}.{ending}": write(_filled(document, locale, data))
        for locale, data in given.catalogs.items()
    }


def _filled(document: Document, locale: str, data: bytes) -> Localized:
    """The document with all finished translations of a catalog."""
    catalog = po.read(data, f"{document.name}.po")
    if isinstance(catalog, Diagnostic):
        raise TypeError(catalog)
    chosen = language(locale)
    file = CatalogFile(path=f"{document.name}.po", domain=document.name, language=chosen, catalog=catalog)
    texts, left = {}, []
    for unit, message in with_messages(document.units, file):
        if message.state is State.TRANSLATED:
            texts[unit.slot] = message.translation
        else:
            left.append(Fallback(unit=unit, reason=LEFT[message.state]))
    return fill(document, chosen, Translation(texts=texts, fallbacks=tuple(left), diagnostics=()))


def _markdown(localized: Localized) -> str:
    body = markdown(localized.skeleton)
    if not comes_back(localized.skeleton, body):
        raise ValueError(localized.document.path)
    front_matter = localized.document.front_matter
    values = {key: text for key, text in localized.metadata.items() if front_matter.get(key)}
    return f"{frontmatter.fenced(front_matter, values)}\n{body}" if front_matter.values else body


def _html(localized: Localized) -> str:
    return html(localized.skeleton)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
