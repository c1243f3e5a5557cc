"""The metadata of a document in one language, for PDF-ready Markdown and for PDFs."""

from collections.abc import Callable, Iterator, Mapping

import jinja2

from pipeline.gate import Edition, Form
from pipeline.languages import Language, fonts, long_date, region
from pipeline.markdown.portable import portable_value
from pipeline.render.furniture import date_said, label, language_name
from pipeline.render.standing import Remark

Value = str | bool | int | list[str]

_PAGE = ("{page}", "{pages}")
"""What the template of a PDF puts numbers in the place of."""


def metadata(
    edition: Edition, source: Language, env: jinja2.Environment, remark: Remark | None = None
) -> Mapping[str, Value]:
    """Return what is told of a document, in the order in which it is written; what there is none of is left out.

    The keys are those of pandoc's templates, and behind them, for a template of ours: ``language``, ``language-label``,
    ``date-label``, ``version-label``, ``page-label`` and ``notices``, sentences on what the text is worth.

    Args:
        edition: the document in a language.
        source: the language of the sources.
        env: the templates in the document's language.
        remark: what is told of its version.
    """
    language, document = edition.decision.language, edition.localized.document
    effective = document.effective
    faces = fonts(language.locale)

    def word(macro: str, *values: object) -> str:
        return label(env, macro, *values, template="sheet.html")

    found: dict[str, Value | None] = {
        "title": edition.localized.title,
        "subtitle": _text(edition, "subtitle"),
        "author": _text(edition, "author"),
        "date": long_date(effective, language.locale) if effective else None,
        "description": _text(edition, "description"),
        "lang": language.tag,
        "dir": language.direction,
        "region": region(language.locale),
        "version": document.version,
        "effective-date": effective.isoformat() if effective else None,
        "papersize": "a4",
        "geometry": "margin=22mm",
        "fontsize": "11pt",
        "mainfont": faces.main,
        "CJKmainfont": faces.cjk,
        "page-numbering": "1",
        "toc": True,
        "toc-depth": 2,
        "toc-title": word("contents"),
        "numbersections": False,
        "language": language.autonym,
        "language-label": word("tongue"),
        "date-label": word("effective"),
        "version-label": word("version"),
        "page-label": word("page", *_PAGE),
        "notices": list(_notices(edition, source, word, remark)),
    }
    return {key: value for key, value in found.items() if value is not None and value != ""}


def written(values: Mapping[str, Value]) -> Mapping[str, Value]:
    """Return metadata as it is written into Markdown, where pandoc reads texts as Markdown."""
    return {key: _escaped(value) for key, value in values.items() if value != []}


def _escaped(value: Value) -> Value:
    if isinstance(value, list):
        return [portable_value(text) for text in value]
    return portable_value(value) if isinstance(value, str) else value


def _text(edition: Edition, key: str) -> str | None:
    localized = edition.localized
    return localized.metadata.get(key) or localized.document.front_matter.get(key)


def _notices(
    edition: Edition, source: Language, word: Callable[..., str], remark: Remark | None
) -> Iterator[str]:
    """What the reader has to know of the text, as the page has it above the body."""
    decision = edition.decision
    if remark:
        day = (date_said(remark.day, decision.language, source),) if remark.day else ()
        yield word(remark.kind, *day)
    if decision.form is Form.MIXED:
        yield word("incomplete")
    if decision.is_translation and not decision.is_reviewed:
        yield word("unreviewed")
    if decision.binding is not None:
        name = language_name(decision.binding.language, decision.language, source)
        yield decision.binding.text or word("prevails", name)
