"""The time that the PDFs of this project's policy take, one at a time and two at once."""

import resource
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from pipeline.model import Diagnostic
from pipeline.project.load import load
from pipeline.project.values import Project
from pipeline.workflow import building
from pipeline.workflow.pdfs import Making
from tests.orders import order


def measure(*, rounds: int) -> None:
    """Print the seconds for a document, the median of so many rounds, and the memory that all of it takes at most."""
    project = load(Path(__file__).parents[2])
    locales = list(project.folders)
    for workers in (1, 2):
        taken = [_seconds(project, locales, workers) for _ in range(rounds + 1)][
            1:
        ]  # the first finds the fonts
        sys.stdout.write(
            f"PDFs, {workers} at once: {statistics.median(taken):.2f} s a document, the median of {rounds} "
            f"({min(taken):.2f} to {max(taken):.2f})\n"
        )
    peak = (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
        resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss,
    )
    sys.stdout.write(
        f"peak memory: {peak[0] // 1024} MB in Python with Typst, {peak[1] // 1024} MB in pandoc\n"
    )


def _seconds(project: Project, locales: Sequence[str], workers: int) -> float:
    """The time for a document that comes on top of what any build takes."""
    began = time.perf_counter()
    building.build(project, locales, order("markdown"))
    between = time.perf_counter()
    built = building.build(project, locales, order("markdown", "pdf"), Making(workers=workers))
    ended = time.perf_counter()
    if isinstance(built, Diagnostic) or built.diagnostics:
        sys.exit(str(built if isinstance(built, Diagnostic) else built.diagnostics[0]))
    return (ended - between - (between - began)) / (len(locales) + 1)
