"""The command itself: the group of the verbs, each of which is loaded when it is asked for."""

from importlib import import_module
from pathlib import Path

import click

from pipeline import __version__

VERBS = {
    "add": "catalogs",
    "approve": "approving",
    "assemble": "building",
    "build": "building",
    "check": "reports",
    "extract": "catalogs",
    "format": "catalogs",
    "hosting": "reports",
    "init": "starting",
    "prune": "catalogs",
    "publish": "publishing",
    "release": "releasing",
    "serve": "serving",
    "status": "reports",
    "update": "catalogs",
}
"""The module of each verb."""


class Verbs(click.Group):
    """A group whose verbs are in modules of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the verbs, sorted."""
        del ctx
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a verb, which adds itself to the group."""
        return verb_of(cmd_name) if cmd_name in VERBS else super().get_command(ctx, cmd_name)


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    no_args_is_help=False,
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option("-C", "folder", metavar="DIR", default=".", help="Work on the project in this folder.")
@click.pass_context
def command(context: click.Context, folder: str) -> None:
    """Publish policies in many languages, from English Markdown and gettext catalogs."""
    context.obj = Path(folder)


def verb_of(name: str) -> click.Command:
    """Load a verb, whose module adds it to the group."""
    import_module(f"pipeline.cli.{VERBS[name]}")
    return command.commands[name]
