"""Hostile translations of the document with every place, and what the program makes of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

from pipeline.catalog import CatalogFile
from pipeline.check import RULES, Brief, Finding, Pair, Rule
from pipeline.config import Requirements
from pipeline.gate import Edition, Form, Public, edition, original_edition, weigh
from pipeline.languages import language
from pipeline.localize import Localized, Reason, localize, translate
from pipeline.model import Catalog, Diagnostic, Message, Severity
from pipeline.project.built_in import built_in
from pipeline.render.document import Beside, Bodies, bodies, document_pages
from pipeline.render.furniture import environment
from pipeline.render.words import words
from tests.browser.payloads import Refused
from tests.browser.places import BODY, FRONT, Place, Reading, Shape, document

SOURCE = language("en")
TARGET = language("ko")
BRIEF = Brief(source="en", target="ko")
DOCUMENT = document()
PLACES = (*FRONT, *BODY)
TEMPLATES = built_in()
_VARIABLE = re.compile(r"%\(\w+\)s")
SITE = {unit.text: " ".join(("옮김 @ 문구", *_VARIABLE.findall(unit.text))) for unit in words(TEMPLATES)}
"""The words of the page templates, and translations with a place for something hostile."""

Translations = Mapping[str, str]
"""A translation for each text of the source."""


def localized(translations: Translations) -> Localized:
    """The document with these translations; other texts are translated to themselves."""
    texts = {unit.text: unit.text for unit in DOCUMENT.units} | dict(translations)
    return localize(DOCUMENT, catalog_file("terms", texts), BRIEF)


def catalog_file(domain: str, texts: Translations) -> CatalogFile:
    """A catalog with an entry on each line."""
    path = f"locales/ko/LC_MESSAGES/{domain}.po"
    return CatalogFile(path=path, domain=domain, language=TARGET, catalog=catalog(texts))


def catalog(texts: Translations) -> Catalog:
    """A catalog with these translations."""
    messages = (
        Message(text=text, translations=(translation,), line=line)
        for line, (text, translation) in enumerate(texts.items(), start=1)
    )
    return Catalog(headers={"Content-Type": "text/plain; charset=UTF-8"}, messages=tuple(messages))


KEEPING_BLOCKS = {"structure", "raw-html", "link"}
"""The rules without which a translation could be more than the text of its block."""


@contextmanager
def lenient() -> Iterator[None]:
    """Publish whatever keeps its block as it is, so that it shows whether the writers make it harmless."""

    def examine(pair: Pair) -> Sequence[tuple[Rule[Pair], Finding]]:
        codes = KEEPING_BLOCKS if pair.unit.block else {"structure"}
        return [(rule, finding) for rule in RULES if rule.code in codes for finding in rule.find(pair)]

    with (
        patch("pipeline.localize.translating.examine", examine),
        patch("pipeline.workflow.settling.failing", lambda _file, _found: frozenset()),
        patch("pipeline.workflow.shared.failing", lambda _file, _found: frozenset()),
    ):
        yield


def refused(result: Localized) -> set[str]:
    """The texts whose translations are not published."""
    return {item.unit.text for item in result.translation.fallbacks if item.reason is Reason.REFUSED}


def untold(result: Localized, texts: Sequence[str]) -> Iterator[str]:
    """The refused texts of which no finding tells, with the line of the entry."""
    told = {
        (found.source.text, found.line)
        for found in result.translation.diagnostics
        if found.severity is Severity.BLOCK and found.source
    }
    for text in sorted(refused(result)):
        if (text, texts.index(text) + 1) not in told:
            yield f"no finding for {text!r}"


def rendered(result: Localized, words_: Translations) -> str:
    """The page with these translations of its own words; whatever is missing, it says that parts are."""
    translation = translate(tuple(words(TEMPLATES)), catalog_file("site", words_), {}, BRIEF)
    first = original_edition(DOCUMENT, SOURCE, Requirements(), weigh(DOCUMENT))
    second = edition(result, Requirements(), source=SOURCE, weights=weigh(DOCUMENT), found=())
    decision = replace(second.decision, form=Form.MIXED, passes=False)
    speaking = {
        "en": environment(TEMPLATES, SOURCE, SOURCE, None),
        "ko": environment(TEMPLATES, TARGET, SOURCE, translation),
    }
    shown = (first, Edition(localized=result, decision=decision))
    texts = bodies(Public(document=DOCUMENT.name, shown=shown), speaking)
    assert isinstance(texts, Bodies)
    built = document_pages(texts, speaking, TEMPLATES, Beside(downloads={}))
    assert not isinstance(built, Diagnostic)
    return built[f"ko/{DOCUMENT.name}/index.html"].decode()


def must_be_refused(where: Refused, place: Place, shape: Shape) -> bool:
    """Whether a family is never published in a place."""
    match where:
        case Refused.EVERYWHERE:
            return True
        case Refused.OUTSIDE_CODE:
            return place.reading is not Reading.CODE or shape is Shape.WHOLE
        case Refused.MARKDOWN:
            return place.reads_markdown(shape)
        case Refused.FRONT_MATTER:
            # Inside a text, what would be a mark of YAML at its beginning is a word.
            return place.reading is Reading.FRONT_MATTER and shape is Shape.WHOLE
        case Refused.NOWHERE:
            return False


def types(data: object) -> object:
    """The names of the types in what YAML, TOML or JSON says."""
    if isinstance(data, dict):
        return {key: types(value) for key, value in data.items()}
    return [types(value) for value in data] if isinstance(data, list) else type(data).__name__
