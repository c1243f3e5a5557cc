"""What is published, and how much of it is translated, as tables."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.gate import Decision, Form, Listed, percent
from pipeline.report.grid import grid
from pipeline.report.sign_offs import sign_offs


def status_table(documents: Iterable[Sequence[Listed]]) -> str:
    """Return the gate's decisions as a table of all translations.

    Below it stand why some of them do not pass, who approved what, and which texts are not what was approved.
    """
    everything = [edition.decision for editions in documents for edition in editions]
    decisions = [decision for decision in everything if not decision.is_original]
    if not decisions:
        return "\n".join(("no languages yet: add one with policyglot add LOCALE", *sign_offs(everything)))
    table = grid("Document", "Language", "Page", *_COUNTS, rows=map(_status_row, decisions), left=3)
    return "\n".join((table, *_refusals(decisions), *sign_offs(everything)))


def _status_row(decision: Decision) -> Sequence[str]:
    units = decision.units
    figures = (units.total, units.translated, units.fuzzy, units.untranslated, units.refused)
    words = f"{percent(decision.words.translated, decision.words.total)} %"
    return (*_names(decision), *map(str, figures), words, _findings(decision))


def build_table(documents: Iterable[Sequence[Listed]]) -> str:
    """Return what was built as a table: how many units of each page are in its language."""
    decisions = (edition.decision for editions in documents for edition in editions)
    counts = ("Units", "In the language", "In the source language")
    return grid("Document", "Language", "Page", *counts, rows=map(_build_row, decisions), left=3)


def _build_row(decision: Decision) -> Sequence[str]:
    units = decision.units
    translated = 0 if decision.form in {Form.ENGLISH, Form.HIDDEN} else units.translated
    figures = (units.total, translated, units.total - translated)
    shown = map(str, figures) if decision.has_page else ("–",) * len(figures)
    return (*_names(decision), *shown)


_COUNTS = ("Units", "Translated", "Fuzzy", "Untranslated", "Refused", "Words", "Findings")


def _names(decision: Decision) -> Sequence[str]:
    return decision.document, decision.language.locale, _page(decision)


def _page(decision: Decision) -> str:
    """What a reader gets, and whether search engines are told of it."""
    told = decision.passes or not decision.has_page
    return decision.form.value if told else f"{decision.form.value}, not listed"


def _findings(decision: Decision) -> str:
    """How many findings somebody should look at; what is not translated yet is counted apart."""
    counts = {name: decision.findings.get(name, 0) for name in ("block", "error", "warning")}
    return str(sum(counts.values()))


def _refusals(decisions: Iterable[Decision]) -> Iterator[str]:
    for decision in decisions:
        if decision.reasons:
            required = ", though it is required" if decision.is_required else ""
            yield f"\n{decision.document} in {decision.language.locale} does not pass{required}:"
            yield from (f"  {reason.message}" for reason in decision.reasons)
