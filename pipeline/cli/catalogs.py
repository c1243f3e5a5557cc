"""The verbs that write templates and catalogs."""

from collections.abc import Sequence
from pathlib import Path

import click

from pipeline.cli.command import command
from pipeline.cli.steps import dry_option, good, locales_argument, now, sound, store_files, writing
from pipeline.workflow import catalogs


@command.command()
@dry_option
@writing
def extract(folder: Path, *, dry: bool) -> int:
    """Write the templates."""
    project, _ = sound(folder, catalogs=False)
    return store_files(folder, project, catalogs.extract(project, now=now()), dry=dry)


@command.command()
@click.argument("locale")
@writing
def add(folder: Path, locale: str) -> int:
    """Start a language."""
    project, _ = sound(folder)
    return store_files(folder, project, good(catalogs.add(project, locale, now=now())), dry=False)


@command.command()
@locales_argument
@dry_option
@writing
def update(folder: Path, locales: Sequence[str], *, dry: bool) -> int:
    """Bring catalogs into step with the sources.

    Writes the templates as well. No translation is lost.
    """
    project, chosen = sound(folder, locales)
    return store_files(folder, project, catalogs.update(project, chosen, now=now()), dry=dry)


@command.command("format")
@locales_argument
@dry_option
@writing
def format_(folder: Path, locales: Sequence[str], *, dry: bool) -> int:
    """Bring catalogs into canonical form.

    That is the form of msgcat --no-wrap, in UTF-8.
    """
    project, chosen = sound(folder, locales, any_charset=True)
    return store_files(folder, project, catalogs.format_(project, chosen), dry=dry)


@command.command()
@locales_argument
@dry_option
@writing
def prune(folder: Path, locales: Sequence[str], *, dry: bool) -> int:
    """Remove obsolete messages."""
    project, chosen = sound(folder, locales)
    return store_files(folder, project, catalogs.prune(project, chosen), dry=dry)
