"""The verbs that tell and write nothing."""

from collections.abc import Sequence
from pathlib import Path

import click

from pipeline.cli.command import command
from pipeline.cli.steps import (
    FINDINGS,
    FINE,
    as_of_option,
    day,
    form_option,
    good,
    locales_argument,
    sound,
    usable,
)
from pipeline.model import Severity
from pipeline.project.load import way
from pipeline.render.hosting import HOSTS
from pipeline.render.hosting.offer import ROOT
from pipeline.report.data import status_json
from pipeline.report.forms import FORMS
from pipeline.report.releases import releases_table
from pipeline.report.tables import status_table
from pipeline.workflow import checking, choose, editions, hosting, releasing


@command.command()
@locales_argument
@form_option(type=click.Choice(list(FORMS)))
@click.option("--strict", is_flag=True, help="Exit 1 on warnings, too.")
@click.pass_obj
def check(folder: Path, locales: Sequence[str], form: str, *, strict: bool) -> int:
    """Find what is wrong.

    Exits with 1 if there is an error that nobody accepted.
    """
    project = usable(folder)
    found = checking.check(project, good(choose.select(project, locales)))
    if shown := FORMS[form](found, way(folder)):
        click.echo(shown)
    warned = strict and any(p.severity is Severity.WARNING and p.accepted is None for p in found)
    return FINDINGS if warned or any(problem.fails for problem in found) else FINE


@command.command()
@locales_argument
@form_option(type=click.Choice(["text", "json"]))
@as_of_option
@click.pass_obj
def status(folder: Path, locales: Sequence[str], form: str, as_of: str | None) -> int:
    """Tell what is published, what is translated, and why something is not published.

    And of each release what it is: announced, in force, or superseded.
    """
    today = day(as_of)
    project, chosen = sound(folder, locales)
    documents = editions.editions(project, chosen).listed
    standings = releasing.standings(project, day=today)
    if form == "json":
        click.echo(status_json(documents, standings, today))
        return FINE
    click.echo(status_table(documents))
    if shown := releases_table(standings, releasing.changed(project), today):
        click.echo(f"\n{shown}")
    return FINE


@command.command("hosting")
@click.argument("host", type=click.Choice(list(HOSTS)))
@click.option(
    "--root", metavar="DIR", default=ROOT, help=f"What the server shows as its /; by default {ROOT}."
)
@click.pass_obj
def hosting_(folder: Path, host: str, root: str) -> int:
    """Tell how to set up a web server.

    It sends readers to their language. The configuration is made for the languages that have pages.
    """
    click.echo(good(hosting.hosting(*sound(folder), host, root, day=day(None))), nl=False)
    return FINE
