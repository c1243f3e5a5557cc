"""The verb that writes the site."""

from collections.abc import Sequence
from pathlib import Path

import click

from pipeline import report, workflow
from pipeline.cli.command import command
from pipeline.cli.steps import (
    FINDINGS,
    FINE,
    complain,
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
@writing
def build(folder: Path, locales: Sequence[str], out: Path | None, formats: str, target: str) -> int:
    """Write the pages, the Markdown and the PDFs.

    Of the source language and of the named languages, or of all.
    """
    if target == "docusaurus":
        return _docusaurus(folder, locales, out)
    wanted = wanted_formats(formats)
    project, chosen = sound(folder, locales, pseudo=True)
    if out is None and (problem := workflow.unpublishable(chosen)):
        return stop([problem])
    place = good(output_folder(folder, project.config, out))
    with making() as plan:
        built = good(workflow.build(project, chosen, wanted, plan))
    return _written(place, built, publish(place, built.files))


def _docusaurus(folder: Path, locales: Sequence[str], out: Path | None) -> int:
    """Write Markdown into a Docusaurus project."""
    if out is None:
        return stop([workflow.misuse("Docusaurus needs a folder", "name that of its project with --out DIR")])
    project, chosen = sound(folder, locales)
    place = good(output_folder(folder, project.config, out))
    built = workflow.build_docusaurus(project, chosen)
    return _written(place, built, publish(place, built.files, whole=False))


def _written(place: Path, built: workflow.Build, changed: Sequence[str]) -> int:
    """Tell what was written, and what was not."""
    click.echo(report.build_table(built.documents))
    files = report.counted(len(built.files), "file")
    click.echo(f"\n{files} in {place.as_posix()}; {len(changed)} written or removed")
    if built.errors:
        count = report.counted(built.errors, "error")
        complain("policyglot", f"{count} in the translations", "see policyglot check")
    return stop(built.diagnostics, FINDINGS) if built.diagnostics else FINE
