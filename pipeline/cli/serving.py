"""The verb that shows the site while it is worked on."""

import errno
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import Event

import click

from pipeline.cli.command import command
from pipeline.cli.steps import FINE, day, good, locales_argument, stop
from pipeline.model import Diagnostic
from pipeline.project.built_in import of_preview
from pipeline.project.load import load
from pipeline.project.places import places
from pipeline.project.trouble import told
from pipeline.project.values import Project
from pipeline.render.preview import address
from pipeline.report.words import counted
from pipeline.workflow import choose
from pipeline.workflow.previewing import Preview


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
        good(choose.select(project, locales, pseudo=True))
    source = room.Source(
        read=partial(_read, folder),
        places=partial(places, folder),
        locales=locales,
        templates=of_preview(),
        day=partial(day, None),
    )
    stage = room.Stage(Preview(good=None))
    try:
        httpd = room.server(port, stage, source.templates)
    except OSError as error:
        return stop([_no_port(error, port)])
    stage.show(room.state(source))
    for line in _welcome(f"http://{room.HOST}:{httpd.server_port}", stage.preview):
        click.echo(line)
    stop(stage.preview.problems)
    room.serve(source, httpd, stage, _tell, Event())
    return FINE


def _read(folder: Path) -> Project | Diagnostic:
    try:
        return load(folder)
    except OSError as error:
        return told(error)


def _welcome(origin: str, shown: Preview) -> Iterator[str]:
    """Where to look; with the review of a translation that is not finished, if there is one."""
    yield f"{origin}/ shows the site, and follows each save; Ctrl-C ends it"
    reviews = shown.good.reviews if shown.good else {}
    for file in sorted(reviews, key=lambda file: not reviews[file].to_do)[:1]:
        yield f"{origin}{address(file)} is a translation beside its source; each page leads to its own"


def _tell(before: Preview, shown: Preview) -> None:
    """Say what is wrong, or what has changed."""
    if shown.problems:
        stop(shown.problems)
        return
    old, new = (state.good.build.files if state.good else {} for state in (before, shown))
    changed = sum(old.get(file) != new.get(file) for file in {**old, **new})
    click.echo(f"follows a save: {counted(changed, 'file')} of the site changed")


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
