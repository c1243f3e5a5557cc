"""The verb that shows the site while it is worked on."""

import errno
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from threading import Event

import click

from pipeline import workflow
from pipeline.cli.command import command
from pipeline.cli.steps import FINE, good, locales_argument, stop
from pipeline.model import Diagnostic
from pipeline.project import Project, load, of_preview, places, told


@command.command()
@locales_argument
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 for any that is free."
)
@click.pass_obj
def serve(folder: Path, locales: Sequence[str], port: int) -> int:
    """Show the site, and follow each save.

    What build would write, in the source language and in the named languages, or in all; and a review of each translation.
    Ends with Ctrl-C.
    """
    try:
        return _serve(folder, locales, port)
    except KeyboardInterrupt:
        return FINE


def _serve(folder: Path, locales: Sequence[str], port: int) -> int:
    from pipeline import serve as room  # noqa: PLC0415 - no other verb has to wait for a server

    project = load(folder)
    if not places(folder):
        return stop(project.unusable)
    if not project.unusable:
        good(workflow.select(project, locales, pseudo=True))
    source = room.Source(
        read=partial(_read, folder), places=partial(places, folder), locales=locales, templates=of_preview()
    )
    stage = room.Stage(workflow.Preview(good=None))
    try:
        httpd = room.server(port, stage, source.templates)
    except OSError as error:
        return stop([_no_port(error, port)])
    stage.show(room.state(source))
    click.echo(
        f"http://{room.HOST}:{httpd.server_port}/ shows the site; it follows each save. Ctrl-C ends it."
    )
    stop(stage.preview.problems)
    room.serve(source, httpd, stage, _tell, Event())
    return FINE


def _read(folder: Path) -> Project | Diagnostic:
    try:
        return load(folder)
    except OSError as error:
        return told(error)


def _tell(shown: workflow.Preview) -> None:
    """Say what is wrong, or that all is well."""
    if shown.problems:
        stop(shown.problems)
    else:
        click.echo("up to date")


def _no_port(error: OSError, port: int) -> Diagnostic:
    reasons = {
        errno.EADDRINUSE: f"port {port} is in use",
        errno.EACCES: f"port {port} is kept for the system",
    }
    return Diagnostic(
        path="policyglot",
        code="environment",
        message=reasons.get(error.errno or 0, f"port {port}: {error.strerror}"),
        hint="choose another with --port",
    )
