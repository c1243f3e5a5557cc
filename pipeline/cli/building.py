"""The verb that writes the site."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from pipeline import report, workflow
from pipeline.cli.command import command
from pipeline.cli.steps import (
    FINDINGS,
    FINE,
    as_of_option,
    complain,
    day,
    good,
    locales_argument,
    making,
    sound,
    stop,
    wanted_formats,
    writing,
)
from pipeline.project import output_folder, publish


@command.command()
@locales_argument
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Write there, not into dist/; relative to the project's folder.",
)
@click.option(
    "--format",
    "formats",
    metavar="LIST",
    default="html,markdown",
    show_default=True,
    help="What to write: html, markdown, pdf.",
)
@click.option(
    "--target",
    type=click.Choice(["site", "docusaurus"]),
    default="site",
    show_default=True,
    help="For whom: a site, or the folder of a Docusaurus project, which --out names.",
)
@as_of_option
@click.option("--draft", is_flag=True, help="Show working texts in the place of their releases, as drafts.")
@writing
def build(folder: Path, locales: Sequence[str], out: Path | None, target: str, **asked: Any) -> int:  # noqa: ANN401 - the options of `_order`
    """Write the pages, the Markdown and the PDFs.

    Of the source language and of the named languages, or of all.
    """
    order = _order(**asked)
    if target == "docusaurus":
        return _docusaurus(folder, locales, out, order)
    project, chosen = sound(folder, locales, pseudo=True)
    if out is None and (problem := workflow.unpublishable(chosen)):
        return stop([problem])
    place = good(output_folder(folder, project.config, out))
    with making() as plan:
        built = good(workflow.build(project, chosen, order, plan))
    return _written(place, built, publish(place, built.files))


def _order(formats: str, as_of: str | None, *, draft: bool) -> workflow.Order:
    return workflow.Order(formats=wanted_formats(formats), day=day(as_of), draft=draft)


def _docusaurus(folder: Path, locales: Sequence[str], out: Path | None, order: workflow.Order) -> int:
    """Write Markdown into a Docusaurus project."""
    if out is None:
        return stop([workflow.misuse("Docusaurus needs a folder", "name that of its project with --out DIR")])
    project, chosen = sound(folder, locales)
    place = good(output_folder(folder, project.config, out))
    built = workflow.build_docusaurus(project, chosen, order)
    return _written(place, built, publish(place, built.files, whole=False))


def _written(place: Path, built: workflow.Build, changed: Sequence[str]) -> int:
    """Tell what was written, and what was not."""
    click.echo(report.build_table(built.shown))
    files = report.counted(len(built.files), "file")
    click.echo(f"\n{files} in {place.as_posix()}; {len(changed)} written or removed")
    if built.errors:
        count = report.counted(built.errors, "error")
        complain("policyglot", f"{count} in the translations", "see policyglot check")
    return stop(built.diagnostics, FINDINGS) if built.diagnostics else FINE
