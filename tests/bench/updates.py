"""The time that an update of a large catalog takes, beside GNU gettext's ``msgmerge --previous`` on the same files."""

import random
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pipeline import po
from pipeline.catalog import update
from pipeline.model import Catalog
from tests.bench import messages

_THRESHOLD = 75
"""As in the configuration's default."""


def compare(*, size: int, edits: int, rounds: int) -> Mapping[str, Sequence[float]]:
    """Time the update of a catalog of so many messages after so many edits; return the seconds of each round, by program."""
    rng = random.Random(2021)  # noqa: S311 - the same catalog in each run
    before = messages.texts(rng, size)
    after = messages.edited(rng, before, edits)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "old.po").write_bytes(po.write(messages.catalog(before)))
        (folder / "new.pot").write_bytes(po.write(messages.pot(after)))
        _print(f"{len(before)} messages, {len(set(after) - set(before))} of them new texts after the edit")
        return _compare(folder, rounds)


def _compare(folder: Path, rounds: int) -> Mapping[str, Sequence[float]]:
    """Time both in turn, print the medians, and return all times."""
    ways: dict[str, Callable[[Path], None]] = {"policyglot": _ours}
    if shutil.which("msgmerge"):
        ways["msgmerge"] = _msgmerge
    else:
        _print("msgmerge, of GNU gettext, is not installed: there is nothing to compare with")
    times: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way, run in ways.items():
            began = time.perf_counter()
            run(folder)
            times[way].append(time.perf_counter() - began)
    for way, taken in times.items():
        found = po.read((folder / f"{way}.po").read_bytes(), way)
        fuzzy = sum("fuzzy" in message.flags for message in found.active) if isinstance(found, Catalog) else 0
        spread = f"{min(taken):.2f} to {max(taken):.2f}"
        _print(
            f"{way:12}{statistics.median(taken):7.2f} s, the median of {rounds} ({spread}); {fuzzy} near matches"
        )
    if "msgmerge" in times:
        ratio = statistics.median(times["policyglot"]) / statistics.median(times["msgmerge"])
        _print(f"policyglot takes {ratio:.2f} times as long as msgmerge")
    return times


def _ours(folder: Path) -> None:
    old = po.read((folder / "old.po").read_bytes(), "old.po")
    new = po.read((folder / "new.pot").read_bytes(), "new.pot")
    if not (isinstance(old, Catalog) and isinstance(new, Catalog)):
        raise TypeError(old, new)
    (folder / "policyglot.po").write_bytes(po.write(update(old, new, messages.KOREAN, threshold=_THRESHOLD)))


def _msgmerge(folder: Path) -> None:
    command = [
        "msgmerge", "--previous", "--quiet", "--no-wrap", "--output-file", "msgmerge.po", "old.po", "new.pot",
    ]  # fmt: skip
    subprocess.run(command, cwd=folder, check=True)


def _print(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - what a command prints
