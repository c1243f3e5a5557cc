"""Hostile translations in every place: no page gets a tag, an attribute or a target that the source's page lacks.

The ordinary run tries some payloads of each family, in every place, as the whole translation and inside a faithful one by
turns; the session `browser` tries all of them in both ways.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

import pytest
import yaml
from markdown_it import MarkdownIt

from pipeline.localize import Localized
from pipeline.markdown import Skeleton, html
from pipeline.markdown.contents import contents
from pipeline.markdown.page import Presentation, page_html
from tests import sheets
from tests.browser import shape
from tests.browser.payloads import Family, families, payloads
from tests.browser.places import Shape
from tests.browser.translations import (
    DOCUMENT,
    PLACES,
    SITE,
    lenient,
    localized,
    must_be_refused,
    refused,
    rendered,
    types,
    untold,
)

Record = Callable[[str, object], None]
Attempt = tuple[str, bool]
"""A payload, and whether the first place has it as a whole translation; the places that follow take turns."""

SHAPES = (Shape.WHOLE, Shape.INSIDE)
TEXTS = [*dict.fromkeys(unit.text for unit in DOCUMENT.units)]
PLAIN = MarkdownIt("commonmark").enable("table")
"""A reader that knows nothing of our dialect."""


def some() -> pytest.MarkDecorator:
    """Try some payloads of each family, one way each; other families the other way."""
    return _parametrized(
        {
            family: [(payload, (number + index) % 2 == 0) for number, payload in enumerate(family.sample())]
            for index, family in enumerate(families())
        }
    )


def all_() -> pytest.MarkDecorator:
    """Try all payloads of each family, both ways."""
    return _parametrized(
        {
            family: [(payload, first) for payload in family.payloads for first in (True, False)]
            for family in families()
        }
    )


def _parametrized(attempts: Mapping[Family, list[Attempt]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        ("family", "attempts"),
        [pytest.param(family, tried, id=family.name) for family, tried in attempts.items()],
    )


def _shapes(attempt: Attempt) -> Iterator[Shape]:
    start = 0 if attempt[1] else 1
    return (SHAPES[(start + number) % 2] for number in range(len(PLACES)))


@cache
def _localized(attempt: Attempt) -> Localized:
    """The document with one payload in every place."""
    shapes = zip(PLACES, _shapes(attempt), strict=True)
    return localized({place.text: place.translation(attempt[0], shape_) for place, shape_ in shapes})


@cache
def _leniently_localized(attempt: Attempt) -> Localized:
    with lenient():
        return _localized.__wrapped__(attempt)


@some()
def test_no_translation_adds_an_element_an_attribute_or_a_target(
    family: Family, attempts: list[Attempt], record_property: Record
) -> None:
    _record(record_property, "tried", attempts)
    assert _added(map(_localized, attempts)) == [], family.name


@some()
def test_nor_does_one_that_is_refused_only_for_being_meant_badly(
    family: Family, attempts: list[Attempt]
) -> None:
    assert _added(map(_leniently_localized, attempts)) == [], family.name


@pytest.mark.browser
@all_()
def test_none_of_all_of_them_does(family: Family, attempts: list[Attempt], record_property: Record) -> None:
    _record(record_property, "tried in both ways", attempts)
    assert _added(map(_localized, attempts)) == [], family.name


def _record(record_property: Record, group: str, attempts: list[Attempt]) -> None:
    record_property("hostile", group)
    record_property("payloads", len({payload for payload, _ in attempts}))
    record_property(f"translations in {len(PLACES)} places", len(attempts) * len(PLACES))
    record_property("refused", sum(len(refused(_localized(attempt))) for attempt in attempts))


def _added(results: Iterable[Localized]) -> list[str]:
    """What the pages have that they should not, and what was refused without a word."""
    broken: list[str] = []
    sources = [shape.elements(write(DOCUMENT.skeleton)) for write in WRITERS]
    for result in results:
        broken += untold(result, TEXTS)
        for write, source in zip(WRITERS, sources, strict=True):
            page = shape.elements(write(result.skeleton))
            broken += [*shape.added(page, source), *shape.lost(page, source)]
    return broken


def _page_body(skeleton: Skeleton) -> str:
    """A page's body and its contents; the labels hold no translation, for they are attributes and would always differ."""
    presentation = Presentation(sections=DOCUMENT.sections, permalink=lambda _text: "label", table=str)
    listed = "".join(entry.html for entry in contents(skeleton, presentation))
    return page_html(skeleton, presentation) + listed


WRITERS = (html, _page_body)


@some()
def test_no_translation_changes_the_pages_frame(family: Family, attempts: list[Attempt]) -> None:
    source = shape.elements(rendered(localized({}), {text: text for text in SITE}))
    broken: list[str] = []
    for payload, first in attempts:
        site = {
            text: payload if first == (index % 2 == 0) else around.replace("@", payload)
            for index, (text, around) in enumerate(SITE.items())
        }
        with lenient():
            page = shape.elements(rendered(_leniently_localized((payload, first)), site))
        inside = [*shape.added(page, source), *shape.lost(page, source)]
        broken += [f"{payload!r}: {what}" for what in inside]
    assert broken == [], family.name


@some()
def test_the_written_markdown_has_the_sources_keys_types_and_blocks(
    family: Family, attempts: list[Attempt]
) -> None:
    metadata, body = _written(localized({}))
    broken: list[str] = []
    for attempt in attempts:
        keys, page = _written(_leniently_localized(attempt))
        wrong = [*shape.added(page, body), *shape.lost(page, body)]
        broken += [f"{attempt[0]!r}: {what}" for what in wrong]
        broken += [f"{attempt[0]!r}: other keys or types"] if keys != metadata else []
    assert broken == [], family.name


def _written(result: Localized) -> tuple[object, shape.Shape]:
    """The types of the front matter's values, and what a plain reader makes of the body."""
    text = sheets.written(result)
    assert isinstance(text, str)
    metadata, body = text.split("\n---\n", 1)
    told = yaml.safe_load(metadata)
    told.pop("notices")  # whatever is refused is told there
    return types(told), shape.elements(PLAIN.render(body))


@some()
def test_what_can_only_be_meant_badly_is_refused(
    family: Family, attempts: list[Attempt], record_property: Record
) -> None:
    record_property("hostile", "to be refused")
    _hold_refused(family, attempts, record_property)


@pytest.mark.browser
@all_()
def test_all_that_can_only_be_meant_badly_is_refused(
    family: Family, attempts: list[Attempt], record_property: Record
) -> None:
    record_property("hostile", "to be refused, in both ways")
    _hold_refused(family, attempts, record_property)


def _hold_refused(family: Family, attempts: list[Attempt], record_property: Record) -> None:
    wanted = 0
    missed: list[str] = []
    for attempt in attempts:
        stayed = refused(_localized(attempt))
        for place, shape_ in zip(PLACES, _shapes(attempt), strict=True):
            if must_be_refused(family.refused, place, shape_):
                wanted += 1
                missed += [] if place.text in stayed else [f"{attempt[0]!r} as {shape_} in {place.name}"]
    record_property("wanted", wanted)
    record_property("missed", len(missed))
    assert missed == []


def test_a_links_target_is_not_made_an_images_and_asked_for_at_once() -> None:
    [text] = [place.text for place in PLACES if place.name == "alt of an image in a link"]
    swapped = "여기 [배지](d.png) ![그림](https://good.example/badge)"
    assert text in refused(localized({text: swapped}))


def test_every_text_of_the_document_is_a_place() -> None:
    assert {unit.text for unit in DOCUMENT.units} - {place.text for place in PLACES} == {"—", "2", "false"}


def test_there_are_enough_payloads() -> None:
    assert len(payloads()) == len(set(payloads()))
    assert len(payloads()) >= 120
    hosts = {host.lower() for payload in payloads() for host in _HOST.findall(payload)}
    assert {host.rpartition(".")[2] for host in hosts - {"www.w3.org"}} == {"example", "invalid"}


_HOST = re.compile(r"//([\w-]+(?:\.[\w-]+)+)", re.ASCII)
