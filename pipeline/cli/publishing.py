"""The verb that puts a site online."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from pipeline.cli.command import command
from pipeline.cli.steps import (
    FINDINGS,
    FINE,
    complain,
    epoch,
    good,
    now,
    sound,
    stop,
    wanted_formats,
    writing,
)
from pipeline.model import Diagnostic
from pipeline.project.branch import Branch, publish_branch, roll_back_branch
from pipeline.project.destination import destination, outside
from pipeline.project.published import publish_folder, roll_back_folder
from pipeline.report.progress import progress
from pipeline.report.publications import went_back, went_online
from pipeline.report.words import counted
from pipeline.workflow import choose, publishing
from pipeline.workflow.order import FORMATS, Order
from pipeline.workflow.pdfs import Making
from pipeline.workflow.publishing import Publication


@command.command()
@click.argument("target")
@click.option("--rollback", is_flag=True, help="Go back to the publication before.")
@click.option(
    "--push",
    "remote",
    is_flag=False,
    flag_value="origin",
    metavar="[REMOTE]",
    help="Push the branch (to origin).",
)
@click.option(
    "--format",
    "formats",
    metavar="LIST",
    default="html,markdown",
    show_default=True,
    help=f"What to publish: {', '.join(FORMATS)}.",
)
@writing
def publish(folder: Path, target: str, remote: str | None, formats: str, *, rollback: bool) -> int:
    """Put a site online, if the gate lets it pass.

    TARGET is a folder of this machine, or git:BRANCH. Exits with 1, and changes nothing, if something is refused.
    """
    place = destination(folder, target, remote)
    if isinstance(place, Diagnostic):
        return stop([place])
    wanted = wanted_formats(formats)
    if "html" not in wanted:
        return stop([choose.misuse("a site is nothing without its pages", "add html to --format")])
    if rollback:
        account = publishing.way_back(now=now())
        back = (
            roll_back_branch(place, account)
            if isinstance(place, Branch)
            else roll_back_folder(place, account, _tell)
        )
        click.echo(went_back(back, target))
        return FINE
    project, locales = sound(folder)
    if not isinstance(place, Branch) and (problem := outside(folder, project.config, place)):
        return stop([problem])
    with _making() as plan:
        time = now()
        order = Order(formats=wanted, day=time.date())
        publication = good(publishing.publication(project, locales, order, plan, now=time))
    if publication.reasons:
        stop(publication.reasons)
        reasons = counted(len(publication.reasons), "reason")
        complain(target, f"not published, for {reasons}", "mend what is told above; what was online stays")
        return FINDINGS
    click.echo(went_online(_put(place, publication), publication.account, target))
    return FINE


def _put(place: Path | Branch, publication: Publication) -> Mapping[str, Any] | None:
    """Publish it there; nothing comes back if it is there already."""
    if isinstance(place, Branch):
        return publish_branch(place, publishing.for_branch(publication), publication.account)
    return publish_folder(place, publication.files, publication.account, _tell)


def _tell(problem: Diagnostic) -> None:
    click.echo(str(problem), err=True)


@contextmanager
def _making() -> Iterator[Making]:
    """Give how PDFs are made: as many at once as there are processors, and told while the block runs."""
    with progress("PDFs") as told:
        yield Making(created=epoch(), workers=os.cpu_count() or 1, progress=told)
