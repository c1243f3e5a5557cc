"""For those who publish: what became of each document in each language, and why.

The page is in English, like everything that the program tells its users; no page leads to it, and search engines are told
to leave it alone.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import accumulate

from pipeline.gate import Decision, Form, Listed, Tally, percent
from pipeline.languages import language
from pipeline.render.addresses import DASHBOARD, STATUS
from pipeline.render.editions import Documents, page_file
from pipeline.render.frame import Frame, Page

WIDTH = 160
"""Of a chart, in CSS pixels."""


def dashboard(
    documents: Documents, shown: Mapping[str, str], pages: Collection[str], frame: Frame
) -> dict[str, bytes]:
    """Render the page, of all working texts in all their languages.

    Args:
        documents: each document in all its languages, those without a page among them.
        shown: which released version readers get of a document in the place of its working text, by its name.
        pages: the pages that there are to link to.
        frame: what all pages share.
    """
    if not documents:
        return {}
    source = documents[0][0].decision.language
    page = Page(file=DASHBOARD, template="status.html", language=source)
    href = frame.hrefs(page)
    return frame.render(
        page,
        language=language("en"),
        data=href(STATUS),
        documents=[
            {"shown": shown.get(editions[0].decision.document), **_document(editions, pages, href)}
            for editions in documents
        ],
        states=_STATES,
    )


def _document(
    editions: Sequence[Listed], pages: Collection[str], href: Callable[[str], str]
) -> Mapping[str, object]:
    source = editions[0]
    return {
        "name": source.decision.document,
        "title": source.title,
        "effective": source.effective,
        "version": source.version,
        "language": source.decision.language,
        "rows": [_row(edition.decision, pages, href) for edition in editions],
    }


def _row(decision: Decision, pages: Collection[str], href: Callable[[str], str]) -> Mapping[str, object]:
    file = page_file(decision)
    return {
        "language": decision.language,
        "href": href(file) if file in pages else None,
        "page": _PAGES[decision.form],
        "passes": decision.passes,
        "required": decision.is_required,
        "reasons": [reason.message for reason in decision.reasons],
        "units": decision.units,
        "words": decision.words,
        "share": f"{percent(decision.words.translated, decision.words.total)} %",
        "bars": tuple(bars(decision.units)),
        "told": ", ".join(_counted(decision.units)),
        "findings": ", ".join(_findings(decision.findings)) or "none",
    }


_PAGES = {
    Form.ORIGINAL: "the original text",
    Form.TRANSLATED: "translated",
    Form.MIXED: "partly in the original language",
    Form.ENGLISH: "in the original language only",
    Form.FORMER: "the last release",
    Form.HIDDEN: "no page",
}

_STATES = {
    "translated": "translated",
    "fuzzy": "fuzzy: to be looked at again",
    "refused": "refused by the checks",
    "untranslated": "not translated",
}
"""What a unit can be, in the order in which a chart shows it, and what that means."""


def bars(units: Tally) -> Iterator[Mapping[str, object]]:
    """The pieces of a chart: rounded together, so that they fill it without gaps."""
    counts = [getattr(units, state) for state in _STATES]
    ends = [total * WIDTH // max(units.total, 1) for total in accumulate(counts)]
    for state, start, end in zip(_STATES, [0, *ends], ends, strict=False):
        if end > start:
            yield {"state": state, "start": start, "width": end - start}


def _counted(units: Tally) -> Iterator[str]:
    """A chart in words."""
    yield f"{units.translated} of {units.total} units translated"
    for state in ("fuzzy", "refused", "untranslated"):
        if count := getattr(units, state):
            yield f"{count} {state}"


def _findings(counts: Mapping[str, int]) -> Iterator[str]:
    for severity, (one, many) in _FINDINGS.items():
        if count := counts.get(severity, 0):
            yield f"{count} {one if count == 1 else many}"


_FINDINGS = {
    "block": ("that keeps a text from the page", "that keep texts from the page"),
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "info": ("remark", "remarks"),
    "accepted": ("accepted", "accepted"),
}
"""Names of severities, for one and for several."""
