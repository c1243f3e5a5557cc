"""Whether time and memory grow as they should: cold builds of more and more documents."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.bench import corpus
from tests.bench.running import measured
from tests.bench.tool import Corpus
from tests.bench.tools import policyglot
from tests.bench.translations import LOCALES


def scale(
    folder: Path, sizes: Sequence[int], seed: int, tell: Callable[[str], None]
) -> Iterator[Mapping[str, Any]]:
    """Build each number of documents in four languages once, and give what it took, each as it is done.

    Args:
        folder: where the projects are made, one after the other; it is emptied first.
        sizes: the numbers of documents.
        seed: of the corpus.
        tell: takes what happens, a line at a time.
    """
    for size in sizes:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        policies = corpus.policies(seed, size)
        policyglot.ready(folder, Corpus(before=policies, after=policies, locales=LOCALES[:4]))
        taken = measured(policyglot.cold(folder / "project", *LOCALES[:4]))
        found = row(size, languages=4, seconds=taken.seconds, kilobytes=taken.kilobytes)
        tell(
            f"{size} documents: {taken.seconds:.1f} s, {found['milliseconds_a_page']} ms a page, {taken.kilobytes // 1024} MB"
        )
        yield found
    shutil.rmtree(folder, ignore_errors=True)


def row(documents: int, *, languages: int, seconds: float, kilobytes: int) -> Mapping[str, Any]:
    """The figures of one size for JSON; a page is a document in one language, the source's among them."""
    pages = documents * (languages + 1)
    return {
        "documents": documents,
        "languages": languages,
        "seconds": round(seconds, 3),
        "milliseconds_a_page": round(1000 * seconds / pages, 1),
        "peak_kilobytes": kilobytes,
    }
