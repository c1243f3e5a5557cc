"""The verb that records who approved what."""

from pathlib import Path

import click

from pipeline.approvals import Role
from pipeline.cli.command import command
from pipeline.cli.steps import FINDINGS, complain, good, now, sound, stop, store_files, writing
from pipeline.languages import canonical
from pipeline.report.words import counted
from pipeline.workflow import approving
from pipeline.workflow.approving import Wish


@command.command()
@click.argument("document")
@click.argument("locale")
@click.option("--by", required=True, metavar='"NAME <MAIL>"', help="Who approves it.")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    help="As what; by default translator, and for the sources legal.",
)
@click.option("--note", default="", metavar="TEXT", help="What is to be said with it.")
@writing
def approve(folder: Path, document: str, locale: str, by: str, role: str | None, note: str) -> int:  # noqa: PLR0913, PLR0917 - the command's
    """Record who approved a document in a language.

    Each text as it is now. Exits with 1, and changes nothing, if one is not finished or has an error.
    """
    project, _ = sound(folder, [locale])
    wish = Wish(document=document, locale=canonical(locale) or locale, by=by, role=role, note=note)
    found = good(approving.approve(project, wish, now=now()))
    if found.reasons:
        stop(found.reasons)
        reasons = counted(len(found.reasons), "reason")
        complain(
            f"{document} in {wish.locale}",
            f"not approved, for {reasons}",
            "mend what is told above, and approve it then",
        )
        return FINDINGS
    code = store_files(folder, project.read, found.files, dry=False)
    texts = counted(len(found.approval.texts), "text")
    click.echo(f"{found.approval.by} approves {document} in {wish.locale} ({found.approval.role}): {texts}")
    return code
