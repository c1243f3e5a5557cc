"""The verb that writes the site."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from pipeline import report, workflow
from pipeline.cli.command import command
from pipeline.cli.steps import FINDINGS, FINE, complain, epoch, good, locales_argument, sound, stop, writing
from pipeline.project import output_folder, publish
from pipeline.render.site import FORMATS


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
@writing
def build(folder: Path, locales: Sequence[str], out: Path | None, formats: str) -> int:
    """Write the pages, the Markdown and the PDFs.

    Of the source language and of the named languages, or of all.
    """
    wanted = [name.strip() for name in formats.split(",")]
    if unknown := [name for name in wanted if name not in FORMATS]:
        return stop(
            [workflow.misuse(f"there is no format “{unknown[0]}”", f"choose from {', '.join(FORMATS)}")]
        )
    project, chosen = sound(folder, locales, pseudo=True)
    if out is None and (problem := workflow.unpublishable(chosen)):
        return stop([problem])
    target = good(output_folder(folder, project.config, out))
    with report.progress("PDFs") as told:
        making = workflow.Making(created=epoch(), workers=os.cpu_count() or 1, progress=told)
        built = good(workflow.build(project, chosen, wanted, making))
    changed = publish(target, built.files)
    click.echo(report.build_table(built.documents))
    click.echo(
        f"\n{report.counted(len(built.files), 'file')} in {target.as_posix()}; {len(changed)} written or removed"
    )
    if built.errors:
        count = report.counted(built.errors, "error")
        complain("policyglot", f"{count} in the translations", "see policyglot check")
    return stop(built.diagnostics, FINDINGS) if built.diagnostics else FINE
