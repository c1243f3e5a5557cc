"""Times that no test asserts: this tool beside others, the update of a large catalog, the PDFs, and growing sites."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.bench import corpus, figures, pdfs, updates
from tests.bench.chart import chart
from tests.bench.compare import Comparison, compare
from tests.bench.figures import Figure
from tests.bench.identity import Faults
from tests.bench.page import groups, page
from tests.bench.scale import scale
from tests.bench.tool import ENVIRONMENTS, Corpus
from tests.bench.tools import TOOLS
from tests.bench.translations import LOCALES

_WORK, _GROWING = ENVIRONMENTS / "work", ENVIRONMENTS / "scale"
_DOCS = Path(__file__).parents[2] / "docs" / "benchmarks"
_SEED = 2021


def main() -> None:
    """Run what is asked for, or the comparison."""
    parser = argparse.ArgumentParser(prog="nox -s bench --", description=__doc__)
    what = ["compare", "update", "pdf", "scale"]
    parser.add_argument("what", nargs="*", choices=[*what, []], help="by default, compare")
    parser.add_argument("--documents", type=int, default=300, help="of the comparison: 300")
    parser.add_argument(
        "--languages", type=int, choices=range(1, 11), default=10, help="of the comparison: 10"
    )
    parser.add_argument("--sizes", default="100,1000", help="documents of the scale check: 100,1000")
    parser.add_argument("--messages", type=int, default=5000)
    parser.add_argument("--edits", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--works", default="", help="of the comparison, to measure some anew: extract,merge-all,html-all"
    )
    arguments = parser.parse_args()
    wanted = arguments.what or ["compare"]
    if "compare" in wanted:
        _compare(arguments)
    elif "update" in wanted:
        updates.compare(size=arguments.messages, edits=arguments.edits, rounds=arguments.rounds)
    if "pdf" in wanted:
        pdfs.measure(rounds=arguments.rounds)
    if "scale" in wanted:
        sizes = [int(size) for size in arguments.sizes.split(",")]
        rows: list[Mapping[str, Any]] = []
        for row in scale(_GROWING, sizes, _SEED, _tell):
            rows.append(row)
            _keep("scale.json", rows)
            _write_page()


def _compare(arguments: argparse.Namespace) -> None:
    """Compare all tools, and the update of a large catalog; write the figures, the chart and the page."""
    load = round(os.getloadavg()[0], 1)
    before = corpus.policies(_SEED, arguments.documents)
    after = corpus.edited(_SEED, before, share=0.05)
    given = Corpus(before=before, after=after, locales=LOCALES[: arguments.languages])
    wanted = [name for name in arguments.works.split(",") if name]
    kept = _kept("results.json")
    size = {"documents": arguments.documents, "languages": arguments.languages}
    if wanted and not (kept and size.items() <= kept["corpus"].items()):
        sys.exit("works are measured anew in a corpus of the size of the kept figures")
    found = compare(_WORK, given, arguments.rounds, _tell, wanted)
    if wanted:
        _keep("results.json", _measured_anew(kept, found))
        _write_page()
        return
    times = updates.compare(size=arguments.messages, edits=arguments.edits, rounds=arguments.rounds)
    run = {"load": load, "catalog": {"messages": arguments.messages, "edits": arguments.edits}}
    _keep("results.json", _result(given, found, times, run))
    _write_page()


def _measured_anew(kept: Mapping[str, Any], found: Comparison) -> Mapping[str, Any]:
    """The kept figures with some works in the place of what they were: each work is one run of all tools by turns."""
    new = figures.data(found.figures)
    works = {one["work"] for one in new}
    order = [*dict.fromkeys(one["work"] for one in (*kept["figures"], *new))]
    every = [*(one for one in kept["figures"] if one["work"] not in works), *new]
    identity = {
        tool.name: _identity(tool.version, tool.mode, found.faults[tool.name])
        for tool in found.tools
        if tool.name in found.faults
    }
    return {
        **kept,
        "figures": sorted(every, key=lambda one: order.index(one["work"])),
        "identity": {**kept["identity"], **identity},
    }


def _result(
    given: Corpus, found: Comparison, times: Mapping[str, Sequence[float]], run: Mapping[str, Any]
) -> Mapping[str, Any]:
    """All that is kept of a comparison."""
    large = [
        Figure(work=figures.MESSAGES, way=way, seconds=tuple(taken), worked=tuple(taken), kilobytes=0)
        for way, taken in times.items()
    ]
    pairs = zip(given.before, given.after, strict=True)
    return {
        "machine": {
            "processors": os.cpu_count(),
            "system": platform.system(),
            "python": platform.python_version(),
            "load": run["load"],
        },
        "corpus": {
            "documents": len(given.before),
            "languages": len(given.locales),
            "units": sum(policy.units for policy in given.before),
            "kilobytes": sum(len(corpus.markdown(policy).encode()) for policy in given.before) // 1024,
            "edited": sum(
                one != two for old, new in pairs for one, two in zip(old.pieces, new.pieces, strict=True)
            ),
        },
        "catalog": run["catalog"],
        "rounds": min(len(one.seconds) for one in found.figures.all),
        "figures": figures.data(figures.Figures((*found.figures.all, *large))),
        "identity": {
            tool.name: _identity(tool.version, tool.mode, found.faults[tool.name]) for tool in found.tools
        },
        "left_out": [name for name in TOOLS if name not in found.faults],
        "rewritten": found.rewritten,
    }


def _identity(version: str, mode: str, faults: Faults) -> Mapping[str, Any]:
    return {"version": version, "mode": mode, "faults": faults.total, **asdict(faults)}


def _write_page() -> None:
    """Write the chart and the page of what is kept."""
    result = _kept("results.json")
    if result is None:
        return
    title = f"Times of policyglot and its peers: {result['corpus']['documents']} documents"
    (_DOCS / "chart.svg").write_text(chart(title, groups(result)), encoding="utf-8")
    (_DOCS / "README.md").write_text(page(result, _kept("scale.json") or ()), encoding="utf-8")


def _keep(name: str, value: object) -> None:
    _DOCS.mkdir(exist_ok=True)
    (_DOCS / name).write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _kept(name: str) -> Any:  # noqa: ANN401 - JSON gives any value
    path = _DOCS / name
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
