"""translate-toolkit, of PyPI."""

from collections.abc import Sequence
from pathlib import Path

from tests.bench.tool import Corpus, Tool
from tests.bench.tools.peer import Peer, package_version, program
from tests.bench.tools.peer import ready as peer_ready


def ready(folder: Path, given: Corpus) -> Tool | None:
    """Make translate-toolkit ready: its commands take folders."""
    extractor = program("translate-toolkit", "md2po")
    if not extractor:
        return None
    quiet = ("--progress=none",)
    first = given.locales[0]
    extract = (extractor, *quiet, "--pot", "-i", "source", "-o", "pot")
    merging = (str(program("translate-toolkit", "po2md")), *quiet, "-t", "source")
    updating = (str(program("translate-toolkit", "pot2po")), *quiet, "-i", "pot")

    def merge(locales: Sequence[str]) -> Sequence[Sequence[str]]:
        return [(*merging, "-i", f"po/{locale}", "-o", f"out/{locale}") for locale in locales]

    peer = Peer(
        name="translate-toolkit",
        version=package_version("translate-toolkit", "translate-toolkit"),
        mode="its commands for whole folders, one for each language",
        extract=(extract,),
        update=(extract, (*updating, "-t", f"po/{first}", "-o", f"po/{first}")),
        merge=merge,
    )
    return peer_ready(peer, folder, given)
