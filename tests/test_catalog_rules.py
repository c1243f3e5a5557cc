"""The rules for translations together: slipped and repeated ones, texts said in two ways; and those for a page."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline import po
from pipeline.check import Brief, Pair, examine_document, examine_locale, examine_page, glossary, pair
from pipeline.markdown import Skeleton
from pipeline.model import Catalog, Kind, Message, Unit
from tests.conftest import ROOT
from tests.test_segment import read

NAMES = ("NexCloud", "NexClipper")


def catalog(name: str) -> Catalog:
    path = f"locales/ko/LC_MESSAGES/{name}.po"
    found = po.read((ROOT / path).read_bytes(), path)
    assert isinstance(found, Catalog)
    return found


def policy(translations: Sequence[str] | None = None) -> list[Pair]:
    """The Korean policy of this project, with its own translations or with others."""
    document = read((ROOT / "source" / "privacy.md").read_text(encoding="utf-8"))
    messages = {message.key: message for message in catalog("privacy").active}
    brief = Brief(source="en", target="ko", terms=glossary.terms(catalog("glossary")), untouched=NAMES)
    units = {unit.key: unit for unit in document.units if unit.kind is not Kind.METADATA}.values()
    texts = translations or [messages[unit.key].translation for unit in units]
    return [
        pair(unit, replace(messages[unit.key], translations=(text,)), document.skeleton.references, brief)
        for unit, text in zip(units, texts, strict=True)
    ]


def codes(pairs: Sequence[Pair]) -> set[str]:
    return {rule.code for rule, _ in examine_document(pairs)}


def test_the_projects_own_catalog_has_not_slipped() -> None:
    assert codes(policy()) == set()


@pytest.mark.parametrize("length", [3, 5, 8])
@pytest.mark.parametrize("start", range(0, 70, 10))
def test_clauses_that_slip_by_one_are_found_wherever_they_slip(start: int, length: int) -> None:
    own = [one.message.translation for one in policy()]
    slipped = [*own[:start], *own[start + 1 : start + length + 1], *own[start + length :]]
    pairs = policy(slipped)
    named = {
        pairs.index(finding.pair)
        for rule, finding in examine_document(pairs)
        if rule.code == "shifted" and finding.pair
    }
    assert named & set(range(start, start + length))
    assert named <= set(range(start - 1, start + length + 1))


def test_what_is_said_of_a_slipped_clause() -> None:
    own = [one.message.translation for one in policy()]
    pairs = policy([*own[:40], *own[41:46], *own[45:]])
    found = [finding for rule, finding in examine_document(pairs) if rule.code == "shifted"]
    assert found[0].message.startswith("this looks like the translation of the next text, line ")
    assert (
        found[0].hint == "compare it with its text; a paragraph may have been divided or joined in the source"
    )


def simple(
    source: str, target: str, *, line: int, path: str = "source/terms.md", context: str | None = None
) -> Pair:
    unit = Unit(
        text=source,
        context=context,
        kind=Kind.PARAGRAPH,
        type="",
        block="p",
        path=path,
        line=line,
        slot=(line,),
    )
    message = Message(text=source, context=context, translations=(target,), line=line)
    return pair(unit, message, {}, Brief(source="en", target="de"))


def test_two_clauses_with_the_same_translation() -> None:
    one = simple("You may terminate this contract at any time.", "Sie können jederzeit kündigen.", line=3)
    other = simple("You may inspect your data at any time.", "Sie können jederzeit kündigen.", line=9)
    found = [(rule.code, finding.message) for rule, finding in examine_document([one, other])]
    assert found == [
        (
            "same-target",
            "another text has the same translation: “You may inspect your data at any time.”, line 9",
        ),
        (
            "same-target",
            "another text has the same translation: “You may terminate this contract at any time.”, line 3",
        ),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The user keeps the data.", "The users keep the data."),
        ("Lists", "Category"),
        ("We keep the data", "We keep the data."),
    ],
)
def test_forms_of_one_text_may_have_one_translation(one: str, other: str) -> None:
    assert codes([simple(one, "Gleich", line=3), simple(other, "Gleich", line=5)]) == set()


def test_texts_that_differ_in_a_number_are_different_texts() -> None:
    one = simple("We keep the data for 3 years.", "Wir speichern die Daten 3 Jahre.", line=3)
    other = simple("We keep the data for 5 years.", "Wir speichern die Daten 3 Jahre.", line=5)
    assert codes([one, other]) == {"same-target"}


def test_one_text_said_in_two_ways_in_two_documents() -> None:
    one = simple("Contact", "Kontakt", line=3)
    other = simple("Contact", "Ansprechpartner", line=5, path="source/privacy.md")
    [(rule, finding)] = examine_locale([one, other])
    assert rule.code == "same-source"
    assert finding.message == "another document says it in another way: “Kontakt” (source/terms.md)"
    assert finding.pair is other
    apart = simple("Contact", "Ansprechpartner", line=5, path="source/privacy.md", context="person")
    assert list(examine_locale([one, apart])) == []


def skeleton(text: str) -> Skeleton:
    return read(text).skeleton


def page_codes(source: str, target: str) -> list[tuple[str, str]]:
    return [
        (rule.code, finding.message) for rule, finding in examine_page(skeleton(source), skeleton(target))
    ]


def test_a_page_with_other_blocks_is_found() -> None:
    assert page_codes("# One\n\nTwo\n", "# Eins\n\nZwei\n") == []
    assert page_codes("# One\n\nTwo\n", "# Eins\n\n- Zwei\n") == [
        ("blocks", "the page has another block than the source’s page: <ul> instead of <p>, at tag 3")
    ]
    assert page_codes("One\n\nTwo\n", "Eins\n") == [
        ("blocks", "the page has another block than the source’s page: nothing instead of <p>, at tag 3")
    ]


def test_a_page_with_other_places_is_found() -> None:
    assert page_codes("# One {#a}\n\n[x](#a)\n", "# Eins {#a}\n\n[y](#a)\n") == []
    assert page_codes("# One {#a}\n\n[x](#a)\n", "# Eins {#b}\n\n[y](#b)\n") == [
        ("anchor", "the places are not those of the source’s page: “a”, “b”"),
        ("anchor", "the links into the page are not those of the source’s page: “#a”, “#b”"),
    ]
