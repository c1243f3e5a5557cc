"""docs/benchmarks/README.md, and that what is kept there belongs together."""

import json
from pathlib import Path
from typing import Any

from tests.bench.chart import chart
from tests.bench.page import groups, page

DOCS = Path(__file__).parents[1] / "docs" / "benchmarks"


def figure(work: str, way: str, median: float, kilobytes: int = 2048) -> dict[str, Any]:
    return {
        "work": work, "way": way, "seconds": [median], "median": median, "processor_seconds": median,
        "peak_kilobytes": kilobytes,
    }  # fmt: skip


def result(documents: int) -> dict[str, Any]:
    faults = {
        "documents": 2,
        "front_matter": 1,
        "untranslated": {"paragraph": 3},
        "changed": {},
        "wrong_documents": 2,
    }
    fine = {**faults, "front_matter": 0, "untranslated": {}, "wrong_documents": 0}
    return {
        "machine": {"processors": 2, "system": "Linux", "python": "3.11.7", "load": 0.5},
        "corpus": {"documents": documents, "languages": 10, "units": 9300, "kilobytes": 800, "edited": 465},
        "rounds": 3,
        "catalog": {"messages": 5000, "edits": 500},
        "figures": [
            figure("merge-all", "policyglot", 2.0),
            figure("merge-all", "mdpo", 3.0),
            figure("start", "policyglot", 0.1),
        ],
        "identity": {
            "policyglot": {"version": "1", "mode": "one command", "faults": 0, **fine},
            "mdpo": {"version": "2", "mode": "its library", "faults": 4, **faults},
        },
        "left_out": ["po4a"],
        "rewritten": [28, 4],
    }


def test_the_page_tells_targets_times_and_faults() -> None:
    said = page(result(100), ())
    assert said.startswith("# Benchmarks: 100 documents in 10 languages\n")
    assert "**the figures are of that size**" in said
    assert "| merge to Markdown in all languages, against mdpo | ≥ 1 | 1.50 | reached |\n" in said
    assert "| merge to Markdown in all languages, against po4a | ≥ 10 | – | not measured |\n" in said
    assert "|  | mdpo | 3.00 s | 3.00 s to 3.00 s | 3.00 s | 2 MB | 1.50 |\n" in said
    assert "| mdpo 2 | its library | 2 of 2 | 1 | paragraph: 3 | 0 |\n" in said
    assert "Not installed, and left out: po4a.\n" in said
    assert "After one PO entry had changed, policyglot wrote 4 of 28 files again.\n" in said
    assert "## Scale" not in said


def test_a_full_run_does_not_excuse_itself() -> None:
    assert "the figures are of that size" not in page(result(300), ())


def test_the_page_tells_the_scale() -> None:
    row = {
        "documents": 1000,
        "languages": 4,
        "seconds": 50.0,
        "milliseconds_a_page": 10.0,
        "peak_kilobytes": 204800,
    }
    assert "| 1,000 | 4 | 50.0 s | 10.0 ms | 200 MB |\n" in page(result(300), [row])


def test_the_chart_shows_what_others_do_as_well_with_their_faults() -> None:
    (group,) = groups(result(300))
    assert group.heading == "Merge all languages to Markdown"
    assert [(bar.label, bar.value, bar.ours, bar.note) for bar in group.bars] == [
        ("policyglot", 2.0, True, ""),
        ("mdpo", 3.0, False, "4 faults"),
    ]


def test_the_kept_page_and_chart_are_made_of_the_kept_figures() -> None:
    kept = json.loads((DOCS / "results.json").read_text(encoding="utf-8"))
    scale = DOCS / "scale.json"
    scaled = json.loads(scale.read_text(encoding="utf-8")) if scale.is_file() else ()
    assert (DOCS / "README.md").read_text(encoding="utf-8") == page(kept, scaled)
    title = f"Times of policyglot and its peers: {kept['corpus']['documents']} documents"
    assert (DOCS / "chart.svg").read_text(encoding="utf-8") == chart(title, groups(kept))
