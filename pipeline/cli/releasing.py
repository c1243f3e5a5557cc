"""The verb that freezes a document."""

from pathlib import Path

import click

from pipeline.cli.command import command
from pipeline.cli.steps import FINDINGS, FINE, as_of_option, complain, day, good, sound, stop, writing
from pipeline.project.frozen import freeze
from pipeline.report.releases import was_released
from pipeline.report.words import counted
from pipeline.workflow import releasing


@command.command()
@click.argument("document")
@as_of_option
@click.option(
    "--dry-run", "dry", is_flag=True, help="Write nothing; tell what would be released, or why not."
)
@writing
def release(folder: Path, document: str, as_of: str | None, *, dry: bool) -> int:
    """Freeze a document with its translations.

    They never change afterwards. Exits with 1, and writes nothing, if something is refused.
    """
    today = day(as_of)
    freezing = good(releasing.release(*sound(folder), document, day=today))
    if freezing.release is None:
        stop(freezing.reasons)
        reasons = counted(len(freezing.reasons), "reason")
        complain(document, f"not released, for {reasons}", "mend what is told above; nothing was written")
        return FINDINGS
    if not dry:
        freeze(folder, freezing.folder, freezing.above, freezing.files)
    click.echo(was_released(freezing.release, freezing.folder, today, dry=dry))
    for reason in freezing.left_out:
        click.echo(f"left out: {reason}")
    return FINE
