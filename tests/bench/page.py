"""docs/benchmarks/README.md, out of the JSON of the last runs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.bench import figures
from tests.bench.chart import Bar, Group, seconds
from tests.bench.figures import CORE, OURS, Figure, Figures, Target

WORKS: Mapping[str, str] = {
    figures.EXTRACT: "Extract all templates",
    figures.UPDATE: "Update templates and one language after an edit of 5 % of the units",
    figures.MERGE_ONE: "Merge one language to Markdown",
    figures.MERGE_ALL: "Merge all languages to Markdown",
    figures.HTML_ALL: "HTML in all languages, on one processor",
    figures.SITE_ONE: "Cold build: HTML and PDF-ready Markdown, one language",
    figures.SITE_ALL_ALONE: "Cold build, all languages, on one processor",
    figures.SITE_ALL: "Cold build, all languages, on two processors",
    figures.AGAIN: "Build again, nothing changed",
    figures.ENTRY: "Build again, one PO entry changed",
    figures.MESSAGES: "Update a large catalog after an edit",
    figures.START: "Start: --version",
}
"""The works that are shown, by name, in their order."""


def page(result: Mapping[str, Any], scaled: Sequence[Mapping[str, Any]]) -> str:
    """Return the page.

    Args:
        result: what `__main__` keeps of the last comparison.
        scaled: the rows of the last scale check; none, if there was none.
    """
    found = figures.parsed(result["figures"])
    parts = [
        *_head(result),
        *_targets(figures.targets(found)),
        *_times(found, result["catalog"]),
        *_faults(result),
    ]
    return "\n".join([*parts, *_scale(scaled)]).rstrip("\n") + "\n"


def groups(result: Mapping[str, Any]) -> Sequence[Group]:
    """Return what the chart shows: the works that others do as well."""
    found = figures.parsed(result["figures"])
    faulty = {name: one["faults"] for name, one in result["identity"].items()}
    return [
        Group(heading=f"{WORKS[work]}", bars=[_bar(one, work, faulty) for one in found.of(work)])
        for work in WORKS
        if len(found.of(work)) > 1
    ]


def _bar(one: Figure, work: str, faulty: Mapping[str, int]) -> Bar:
    counted = faulty.get(one.way) if work == figures.MERGE_ALL else 0
    note = f"{counted:,} faults" if counted else ""
    return Bar(label=one.way, value=one.median, ours=one.way in {OURS, CORE}, note=note)


def _head(result: Mapping[str, Any]) -> Iterator[str]:
    corpus, machine = result["corpus"], result["machine"]
    size = (
        "**the figures are of that size**, not of the 300 documents in ten languages that the targets mean. "
    )
    said = "" if (corpus["documents"], corpus["languages"]) == (300, 10) else size
    yield f"# Benchmarks: {corpus['documents']} documents in {corpus['languages']} languages\n"
    yield (
        f"Written by `nox -s bench -- --documents {corpus['documents']} --languages {corpus['languages']} --rounds {result['rounds']}`; "
        f"{said}"
        f"{corpus['units']:,} units, {corpus['kilobytes']:,} KB of English Markdown, {corpus['edited']} units edited; "
        f"synthetic policies, and translations in which every word is replaced.\n"
    )
    yield (
        f"Machine: {machine['processors']} processors, {machine['system']}, Python {machine['python']}; "
        f"the load was {machine['load']} as the run began. Times are medians of {result['rounds']} rounds on the clock, "
        f"and of five times as many for what takes a moment, all tools by turns on the same files. Where other work shares the machine, the seconds of processors tell more.\n"
    )
    yield "![Times of policyglot and its peers](chart.svg)\n"


def _targets(rows: Sequence[Target]) -> Iterator[str]:
    yield "## Targets\n"
    yield "How many times as fast (at least), or how many times as long (at most).\n"
    yield "| work | target | measured | |"
    yield "| --- | --- | --- | --- |"
    for row in rows:
        bound = f"{'≥' if row.sense == 'at least' else '≤'} {row.bound:g}"
        measured = "–" if row.ratio is None else f"{row.ratio:.2f}"
        said = {True: "reached", False: "**not reached**", None: "not measured"}[row.reached]
        yield f"| {row.work} | {bound} | {measured} | {said} |"
    yield ""


def _times(found: Figures, catalog: Mapping[str, int]) -> Iterator[str]:
    yield "## Times and memory\n"
    yield (
        "Memory is that of a command and all processes it started together. A ratio above 1 says that policyglot is faster. "
        "policyglot merges with `build --target docusaurus`, which writes Markdown in the form of the source, and proves it by parsing it again; every build checks all translations. "
        "*Texts alone* is what the others do: read catalogs, put their texts in, write, and, for Markdown, the proof; no checks, no gate, no pages. "
        f"The large catalog has {catalog['messages']:,} messages, {catalog['edits']:,} of them edited, and is updated within one process.\n"
    )
    yield "| work | tool | median | lowest to highest | processors | memory | against policyglot |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for work, phrase in WORKS.items():
        for one in found.of(work):
            ratio = found.ratio((work, one.way), (work, OURS))
            against = "" if ratio is None or one.way == OURS else f"{ratio:.2f}"
            memory = f"{one.kilobytes / 1024:.0f} MB" if one.kilobytes else "–"
            spread = f"{seconds(min(one.seconds))} to {seconds(max(one.seconds))}"
            worked = seconds(one.median_worked) if one.kilobytes else "–"
            named = phrase if one.way == found.of(work)[0].way else ""
            yield f"| {named} | {one.way} | {seconds(one.median)} | {spread} | {worked} | {memory} | {against} |"
    yield ""


def _faults(result: Mapping[str, Any]) -> Iterator[str]:
    yield "## What was lost on the way\n"
    yield (
        "The merged Markdown of all languages, read as CommonMark with tables, against what ought to have come out: each text with the "
        "blocks that it stands in. How lines are broken, how markup is spelled and whether a list is tight does not count.\n"
    )
    yield "| tool | how it works on many files | files with a fault | front matter | in English | lost or changed |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name, one in result["identity"].items():
        files = f"{one['wrong_documents']} of {one['documents']}"
        yield (
            f"| {name} {one['version']} | {one['mode']} | {files} | {one['front_matter']} | "
            f"{_counted(one['untranslated'])} | {_counted(one['changed'])} |"
        )
    yield ""
    if result["left_out"]:
        yield f"Not installed, and left out: {', '.join(result['left_out'])}.\n"
    if result["rewritten"]:
        files, written = result["rewritten"]
        yield f"After one PO entry had changed, policyglot wrote {written} of {files} files again.\n"


def _counted(kinds: Mapping[str, int]) -> str:
    return ", ".join(f"{kind}: {count:,}" for kind, count in kinds.items()) or "0"


def _scale(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if not rows:
        return
    yield "## Scale\n"
    yield "Cold builds, once each; a page is a document in one language. Written by `nox -s bench -- scale`.\n"
    yield "| documents | languages | time | a page | memory |"
    yield "| --- | --- | --- | --- | --- |"
    for row in rows:
        yield (
            f"| {row['documents']:,} | {row['languages']} | {seconds(row['seconds'])} | {row['milliseconds_a_page']} ms | "
            f"{row['peak_kilobytes'] / 1024:.0f} MB |"
        )
