"""A preview's server in a thread of the tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event, Thread

from pipeline.project.built_in import of_preview
from pipeline.project.load import load
from pipeline.project.places import places
from pipeline.serve import Source, Stage, serve, server, state
from tests.orders import DAY

TEMPLATES = of_preview()


@contextmanager
def running(folder: Path) -> Iterator[tuple[int, Stage]]:
    """A server of a folder, on a port that was free."""
    source = Source(
        read=partial(load, folder),
        places=partial(places, folder),
        locales=(),
        templates=TEMPLATES,
        day=lambda: DAY,
    )
    stage, stop = Stage(state(source)), Event()
    httpd = server(0, stage, TEMPLATES)
    thread = Thread(target=serve, args=(source, httpd, stage, lambda _before, _shown: None, stop))
    thread.start()
    try:
        yield httpd.server_port, stage
    finally:
        stop.set()
        thread.join()
