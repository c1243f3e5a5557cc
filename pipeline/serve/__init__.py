"""The preview: a server for this machine alone, which shows what build would write, and follows each save.

One thread watches and builds, the others answer. They share one value, what is shown, which is replaced as a whole; nothing is
written to the disk, and the lock of those that write is not taken.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event, Thread

from pipeline.model import Diagnostic
from pipeline.project.values import Project
from pipeline.render.templates import Templates
from pipeline.serve.server import HOST, Server, server
from pipeline.serve.stage import Stage
from pipeline.serve.watching import saves
from pipeline.workflow.previewing import Preview, preview


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a preview comes from."""

    read: Callable[[], Project | Diagnostic]
    """Reads the project, or says why that cannot be done."""
    places: Callable[[], Sequence[str]]
    """The folders to watch."""
    locales: Sequence[str]
    """Which languages to show; all if none."""
    templates: Templates
    """Those of the preview, and the style sheet of the pages."""
    day: Callable[[], datetime.date]
    """Tells the day, in UTC."""


def serve(
    source: Source, httpd: Server, stage: Stage, tell: Callable[[Preview, Preview], None], stop: Event
) -> None:
    """Answer requests and follow saves, until told to stop or interrupted.

    Args:
        source: where the preview comes from.
        httpd: a server that has its port.
        stage: what the server shows, and is to show.
        tell: called with each state that is shown, after the one before it.
        stop: ends it.

    Raises:
        KeyboardInterrupt: the user has ended it.
    """
    answering = Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    answering.start()
    try:
        for _ in saves(source.places, stop):
            before = stage.preview
            shown = state(source, before)
            if shown.good is not before.good or shown.problems != before.problems:
                stage.show(shown)
                tell(before, shown)
    finally:
        httpd.shutdown()
        httpd.server_close()


def state(source: Source, before: Preview | None = None) -> Preview:
    """Return what is to be shown now."""
    project = source.read()
    if isinstance(project, Diagnostic):
        return Preview(good=before.good if before else None, problems=(project,))
    return preview(project, source.locales, before, day=source.day())


__all__ = ["HOST", "Source", "Stage", "serve", "server", "state"]
