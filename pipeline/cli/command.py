"""The command itself: the group of the verbs."""

from pathlib import Path

import click

from pipeline import __version__


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, no_args_is_help=False
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option("-C", "folder", metavar="DIR", default=".", help="Work on the project in this folder.")
@click.pass_context
def command(context: click.Context, folder: str) -> None:
    """Publish policies in many languages, from English Markdown and gettext catalogs."""
    context.obj = Path(folder)
