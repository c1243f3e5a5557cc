"""mdpo, of PyPI: Python about a parser in C."""

from pathlib import Path

from tests.bench.tool import DRIVING, Corpus, Tool
from tests.bench.tools.peer import Peer, package_version, program
from tests.bench.tools.peer import ready as peer_ready


def ready(folder: Path, given: Corpus) -> Tool | None:
    """Make mdpo ready: its library in one process, since its commands take one file, or write catalogs as they merge."""
    if not program("mdpo", "md2po"):
        return None
    python = str(program("mdpo", "python"))
    script = str(DRIVING / "mdpo_files.py")
    peer = Peer(
        name="mdpo",
        version=package_version("mdpo", "mdpo"),
        mode="its library for one file after the other, in one process",
        extract=((python, script, "extract"),),
        update=((python, script, "update", given.locales[0]),),
        merge=lambda locales: ((python, script, "merge", *locales),),
    )
    return peer_ready(peer, folder, given)
