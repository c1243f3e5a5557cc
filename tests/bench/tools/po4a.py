"""po4a, of Debian."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.bench.tool import DRIVING, Corpus, Tool
from tests.bench.tools.peer import Peer
from tests.bench.tools.peer import ready as peer_ready

_OPTIONS = '"-o markdown -o yfm_keys=title,description -o neverwrap"'


def ready(folder: Path, given: Corpus) -> Tool | None:
    """Make po4a ready: its library for templates, which the command only writes together with catalogs; else the command."""
    if not shutil.which("po4a") or not shutil.which("perl"):
        return None
    project = folder / "project"
    project.mkdir(parents=True)
    for count in {1, len(given.locales)}:
        text = configuration(given.names, given.locales[:count])
        (project / f"po4a-{count}.cfg").write_text(text, encoding="utf-8")
    told = subprocess.run(
        [shutil.which("po4a") or "po4a", "--version"], check=True, capture_output=True, text=True
    ).stdout
    peer = Peer(
        name="po4a",
        version=version(told),
        mode="one configuration for all files; templates through its library, in one process",
        extract=(("perl", str(DRIVING / "po4a_extract.pl")),),
        update=(("po4a", "--quiet", "--no-translations", "po4a-1.cfg"),),
        merge=lambda locales: (("po4a", "--quiet", "--no-update", f"po4a-{len(locales)}.cfg"),),
    )
    return peer_ready(peer, folder, given)


def configuration(names: Sequence[str], locales: Sequence[str]) -> str:
    """Return a configuration with a catalog for each document and language."""
    documents = [f"[type:text] source/{name}.md $lang:out/$lang/{name}.md opt:{_OPTIONS}" for name in names]
    head = (
        f"[po4a_langs] {' '.join(locales)}",
        "[po4a_paths] pot/$master.pot $lang:po/$lang/$master.po",
        "[options] --master-charset UTF-8 --localized-charset UTF-8 --keep 0",
    )
    return "".join(f"{line}\n" for line in (*head, *documents))


def version(told: str) -> str:
    """Return the number in ``po4a version 0.69.``, with what follows; or nothing."""
    found = re.match(r"po4a version (\d+(?:\.\d+)*)", told)
    return found[1] if found else ""
