"""markdown-gettext, of PyPI."""

import shutil
from pathlib import Path

from tests.bench.tool import DRIVING, Corpus, Tool
from tests.bench.tools.peer import Peer, package_version, program
from tests.bench.tools.peer import ready as peer_ready


def ready(folder: Path, given: Corpus) -> Tool | None:
    """Make markdown-gettext ready: its library in one process; it leaves the update of catalogs to msgmerge."""
    if not program("markdown-gettext", "md-gettext"):
        return None
    python = str(program("markdown-gettext", "python"))
    script = str(DRIVING / "markdown_gettext_files.py")
    merging = ("msgmerge", "--previous", "--quiet", "--update", "--backup=none", "--no-wrap")
    first = given.locales[0]
    update = [(*merging, f"po/{first}/{name}.po", f"pot/{name}.pot") for name in given.names]
    peer = Peer(
        name="markdown-gettext",
        version=package_version("markdown-gettext", "markdown-gettext"),
        mode="its library for one file after the other, in one process; msgmerge for each catalog",
        extract=((python, script, "extract"),),
        update=((python, script, "extract"), *(update if shutil.which("msgmerge") else ())),
        merge=lambda locales: ((python, script, "merge", *locales),),
    )
    return peer_ready(peer, folder, given)
