"""The verbs that write templates and catalogs."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from pipeline.bulk.catalogs import Verb, written
from pipeline.cli.command import command
from pipeline.cli.steps import (
    dry_option,
    good,
    locales_argument,
    now,
    processors,
    sound,
    stop,
    store_files,
    surveyed,
    writing,
)
from pipeline.project.inputs import Inputs, read_all
from pipeline.workflow import catalogs


@command.command()
@dry_option
@writing
def extract(folder: Path, *, dry: bool) -> int:
    """Write the templates."""
    found, chosen = surveyed(folder)
    return _made(folder, read_all(found, ()), chosen, partial(catalogs.extract, now=now()), dry=dry)


@command.command()
@click.argument("locale")
@writing
def add(folder: Path, locale: str) -> int:
    """Start a language."""
    project, _ = sound(folder)
    return store_files(folder, project.read, good(catalogs.add(project, locale, now=now())), dry=False)


@command.command()
@locales_argument
@dry_option
@writing
def update(folder: Path, locales: Sequence[str], *, dry: bool) -> int:
    """Bring catalogs into step with the sources.

    Writes the templates as well. No translation is lost.
    """
    found, chosen = surveyed(folder, locales)
    verb = partial(catalogs.update, locales=chosen, now=now())
    return _made(folder, read_all(found, chosen), chosen, verb, dry=dry)


@command.command("format")
@locales_argument
@dry_option
@writing
def format_(folder: Path, locales: Sequence[str], *, dry: bool) -> int:
    """Bring catalogs into canonical form.

    That is the form of msgcat --no-wrap, in UTF-8.
    """
    project, chosen = sound(folder, locales, any_charset=True)
    return store_files(folder, project.read, catalogs.format_(project, chosen), dry=dry)


@command.command()
@locales_argument
@dry_option
@writing
def prune(folder: Path, locales: Sequence[str], *, dry: bool) -> int:
    """Remove obsolete messages."""
    project, chosen = sound(folder, locales)
    return store_files(folder, project.read, catalogs.prune(project, chosen), dry=dry)


def _made(folder: Path, inputs: Inputs, locales: Sequence[str], verb: Verb, *, dry: bool) -> int:
    """Make templates and catalogs, by as many processes as there are processors, and write them; stop if a file cannot be trusted."""
    files = written(inputs, locales, verb, processors())
    return store_files(folder, inputs.read, files, dry=dry) if isinstance(files, Mapping) else stop(files)
