"""This tool."""

import os
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline import __version__, po
from pipeline.catalog import start
from pipeline.languages import language
from pipeline.model import Catalog
from tests.bench.running import Run, launched
from tests.bench.tool import Corpus, Tool, write_sources
from tests.bench.translations import translated

_SETTINGS = """[tool.policyglot]
site-url = "https://policies.example.com/"
do-not-translate = ["NexCloud"]
"""
_BEFORE, _AFTER = "entry-before", "entry-after"
"""The folders with a catalog as it is, and with one entry changed."""
CHANGES = 5
"""So many ways there are to change it, for as many runs: the program keeps what it has built once."""
COMMAND = (sys.executable, "-m", "pipeline")


def ready(folder: Path, given: Corpus) -> Tool:
    """Make a project with complete catalogs, and the same with edited sources."""
    project, edited = folder / "project", folder / "edited"
    write_sources(project / "source", given.before)
    (project / "pyproject.toml").write_text(_SETTINGS, encoding="utf-8")
    extract = run(project, "extract", gone=(project / "locales" / "templates",))
    launched(extract)
    _fill(project / "locales", given.locales)
    _write_entry(folder, given)
    write_sources(folder / "after", given.after)
    copied = ((project, edited), (folder / "after", edited / "source"))
    return Tool(
        name="policyglot",
        version=__version__,
        mode="one command for all",
        extract=extract,
        update=replace(run(edited, "update", given.locales[0]), gone=(edited,), copied=copied),
        merge=lambda locales: _merge(project, locales),
        merged=lambda locale, name: (
            project
            / "out"
            / "i18n"
            / locale.replace("_", "-")
            / "docusaurus-plugin-content-docs"
            / "current"
            / f"{name}.md"
        ),
    )


def run(project: Path, *arguments: str, gone: Sequence[Path] = (), processors: int = 0) -> Run:
    """A run of the program in a project, with a cache of its own."""
    root = os.fspath(Path(__file__).parents[3])
    environment = {
        "PYTHONPATH": root,
        "XDG_CACHE_HOME": os.fspath(cache(project)),
        "SOURCE_DATE_EPOCH": "1617580800",
    }
    return Run(
        folder=project,
        commands=((*COMMAND, *arguments),),
        gone=gone,
        environment=environment,
        processors=processors,
    )


def cold(project: Path, *arguments: str, out: str = "dist", processors: int = 0) -> Run:
    """A build that finds nothing of an earlier one, and all entries as they were."""
    gone = (project / out, project / ".policyglot", cache(project))
    found = run(project, "build", *arguments, gone=gone, processors=processors)
    return replace(found, copied=((project.parent / _BEFORE, project / "locales"),))


def entry_changed(project: Path, number: int, *arguments: str) -> Run:
    """A build after one entry has changed, in one of so many ways."""
    changed = ((project.parent / f"{_AFTER}-{number}", project / "locales"),)
    return replace(run(project, "build", *arguments), copied=changed)


def core(project: Path, work: str, processors: int, locales: Sequence[str]) -> Run:
    """Merging or HTML alone, without checks, gate, cache and pages: see `tests.bench.core`."""
    found = run(project, gone=(project / "core",), processors=processors)
    command = (sys.executable, "-m", "tests.bench.core", work, str(processors or 2), *locales)
    return replace(found, commands=(command,))


def cache(project: Path) -> Path:
    """Where the project's runs keep what is kept for the user."""
    return project.parent / "cache"


def _merge(project: Path, locales: Sequence[str]) -> Run:
    """Markdown in the form of the source, as the peers write it."""
    return cold(project, "--target", "docusaurus", "--out", "out", *locales, out="out")


def _fill(folder: Path, locales: Sequence[str]) -> None:
    """Write complete catalogs for the templates."""
    for path in sorted((folder / "templates" / "LC_MESSAGES").glob("policy-*.pot")):
        template = po.read(path.read_bytes(), path.name)
        if not isinstance(template, Catalog):
            raise TypeError(template)
        for locale in locales:
            empty = start(template, language(locale))
            messages = [
                replace(message, translations=(translated(message.text, locale),))
                for message in empty.messages
            ]
            target = folder / locale / "LC_MESSAGES" / f"{path.stem}.po"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(po.write(replace(empty, messages=tuple(messages))))


def rewritten(output: str) -> tuple[int, int] | None:
    """Return how many files a build has, and how many of them it wrote or removed, as it tells itself; or nothing."""
    found = re.search(r"(\d+) files? in .*; (\d+) written or removed", output)
    return (int(found[1]), int(found[2])) if found else None


def _write_entry(folder: Path, given: Corpus) -> None:
    """Write one catalog as it is, and with one translation changed, into folders that are copied over ``locales``."""
    name = Path(given.locales[0], "LC_MESSAGES", f"{given.names[0]}.po")
    data = (folder / "project" / "locales" / name).read_bytes()
    old = po.read(data, name.name)
    if not isinstance(old, Catalog):
        raise TypeError(old)
    text = old.messages[-2].translations[0]
    for target, translation in (
        (_BEFORE, text),
        *((f"{_AFTER}-{number}", f"{text} {'나' * number}다") for number in range(CHANGES)),
    ):
        last = replace(old.messages[-2], translations=(translation,))
        path = folder / target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(po.write(replace(old, messages=(*old.messages[:-2], last, old.messages[-1]))))
