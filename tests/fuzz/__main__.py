"""The fuzzer: drive changed documents and PO files through the program, then large ones.

A failing input is written under tests/fixtures/fuzz/, where tests/test_fuzz_regressions.py replays it in every run.
"""

import argparse
import random
import sys
import time

from tests.fuzz import cases, corpus, sizes

_SHRINKING = 20.0
"""Seconds for making one failing input smaller."""


def main() -> int:
    """Run the fuzzer and return the exit code."""
    arguments = _arguments()
    seed = random.SystemRandom().randrange(10**9) if arguments.seed is None else arguments.seed
    faults = 0
    if not arguments.sizes:
        faults += _changed_inputs(seed, arguments.seconds, arguments.case, strict=arguments.strict)
    if arguments.case is None:
        faults += _large_inputs(arguments.sizes or list(sizes.DOCUMENTS), arguments.kilobytes)
    return min(faults, 1)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="nox -s fuzz --", description=__doc__)
    parser.add_argument("seconds", nargs="?", type=float, default=30.0, help="how long to change inputs: 30")
    parser.add_argument("--seed", type=int, help="of the changes; left out, another one in each run")
    parser.add_argument("--case", type=int, help="replay one case of a seed, and nothing else")
    parser.add_argument(
        "--strict", action="store_true", help="find documents, too, that are refused as Markdown"
    )
    parser.add_argument(
        "--kilobytes", type=int, default=40, help="of each large document: 40; 1000 takes hours"
    )
    parser.add_argument(
        "--sizes", nargs="+", choices=sizes.DOCUMENTS, metavar="NAME", help="run these large documents only"
    )
    return parser.parse_args()


def _changed_inputs(seed: int, seconds: float, only: int | None, *, strict: bool) -> int:
    """Drive changed inputs through the program until the time is over; return how many faults were found."""
    texts, files = corpus.documents(), corpus.catalogs()
    found: set[str] = set()
    end = time.monotonic() + seconds
    first = number = only or 0
    while time.monotonic() < end and (only is None or number == first):
        failure = cases.fails(*cases.make(seed, number, texts, files), strict=strict)
        if failure and failure.sign not in found:
            found.add(failure.sign)
            _tell(failure, seed, number)
        number += 1
    _print(f"fuzz: seed {seed}, {number - first} cases, {len(found)} faults")
    return len(found)


def _tell(failure: cases.Failure, seed: int, number: int) -> None:
    _print(f"\n{failure.sign}: seed {seed}, case {number}\n{failure.told}")
    smallest = cases.shrink(failure, seconds=_SHRINKING)
    path = corpus.FIXTURES / "fuzz" / smallest.name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(smallest.data)
    _print(f"{smallest.data[:500]!r}\nwritten to {path.relative_to(corpus.ROOT)}\n")


def _large_inputs(names: list[str], kilobytes: int) -> int:
    """Drive large inputs through the program; return how many failed."""
    failed = 0
    for run in sizes.runs(names, kilobytes * 1000):
        failed += bool(run.failure)
        _print(str(run))
    _print(f"fuzz: {len(names)} large documents, {failed} failed")
    return failed


def _print(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - what a command prints


if __name__ == "__main__":
    sys.exit(main())
