"""The verb that begins a project."""

import shlex
from pathlib import Path

import click

from pipeline.cli.command import command
from pipeline.cli.steps import FINE, stop
from pipeline.project.begin import begin, in_the_way
from pipeline.workflow import starting


@command.command()
@click.argument("target", metavar="DIR")
@click.option(
    "--example", is_flag=True, help="A policy with three versions in five languages, to look at and to try."
)
@click.pass_obj
def init(folder: Path, target: str, *, example: bool) -> int:
    """Begin a project in a folder.

    Writes a policy to be edited, settings, sessions of nox and a workflow for GitHub. The folder may be there; nothing in it is
    touched. Exits with 2, and writes nothing, if one of the files is there already.
    """
    place, shown = folder / target, Path(target)
    files = starting.start(example=example)
    if problems := in_the_way(place, shown, files):
        return stop(problems)
    begin(place, shown, files)
    for path in sorted(files):
        click.echo(f"wrote {shown / path}")
    there = "" if place == Path() else f" -C {shlex.quote(str(place))}"
    click.echo(f"next: policyglot{there} {'build' if example else 'serve'}")
    return FINE
