import datetime
from pathlib import Path

from pipeline.model import Diagnostic, Kind
from pipeline.segment import Document, segment
from tests.conftest import ROOT


def read(text: str, *, translate: tuple[str, ...] = ("title", "description")) -> Document:
    document = segment(text, name="terms", path="source/terms.md", translate=translate)
    assert isinstance(document, Document)
    return document


def test_every_text_block_is_a_unit_with_its_kind_place_and_headings() -> None:
    document = read(
        "---\nid: x\ntitle: Terms\n---\n\n# One\n\nText.\n\n- Item\n\n  ## In the item\n  |a|\n  |-|\n  |b|\n\n"
        "1. First\n\n> Quoted\n\nAfter.\n"
    )
    assert [(unit.line, unit.kind, unit.type, unit.text, unit.headings) for unit in document.units] == [
        (3, Kind.METADATA, "YAML Front Matter: title", "Terms", ()),
        (6, Kind.HEADING, "Title #", "One", ()),
        (8, Kind.PARAGRAPH, "Plain text", "Text.", ("One",)),
        (10, Kind.LIST_ITEM, "Bullet: '- '", "Item", ("One",)),
        (12, Kind.HEADING, "Title ##", "In the item", ("One",)),
        (13, Kind.CELL, "Table cell", "a", ("One", "In the item")),
        (15, Kind.CELL, "Table cell", "b", ("One", "In the item")),
        (17, Kind.LIST_ITEM, "Bullet: '1. '", "First", ("One",)),
        (19, Kind.PARAGRAPH, "Plain text", "Quoted", ("One",)),
        (21, Kind.PARAGRAPH, "Plain text", "After.", ("One",)),
    ]


def test_the_title_is_the_front_matters_else_the_first_heading_else_the_name() -> None:
    assert read("---\ntitle: Terms of Use\n---\n# Heading\n").title == "Terms of Use"
    assert read("Text.\n\n## Heading\n").title == "Heading"
    assert read("Text.\n").title == "terms"


def test_a_title_that_is_not_to_be_translated_is_still_the_title() -> None:
    document = read("---\ntitle: NexClipper\n---\n# Heading\n", translate=())
    assert (document.title, document.title_slot) == ("NexClipper", None)


def test_effective_date_and_version_come_from_the_front_matter() -> None:
    document = read('---\neffective: 2021-04-05\nversion: "1.10"\n---\n')
    assert (document.effective, document.version) == (datetime.date(2021, 4, 5), "1.10")


def test_only_keys_that_people_read_are_units() -> None:
    document = read("---\nid: privacy\ntitle: T\ndescription: D\nhide_title: true\n---\n")
    assert [unit.slot for unit in document.units] == ["title", "description"]


def test_a_wrong_date_is_told_with_its_line() -> None:
    problem = segment("---\ntitle: T\neffective: 5 April\n---\n", name="t", path="source/t.md", translate=())
    assert isinstance(problem, Diagnostic)
    assert str(problem) == "source/t.md:3: “5 April” is not a date: write the effective date as YYYY-MM-DD"


def seed() -> str:
    return Path(ROOT / "source" / "privacy.md").read_text(encoding="utf-8")


def test_the_seed_policy_has_91_units_with_88_texts() -> None:
    units = read(seed()).units
    assert (len(units), len({unit.text for unit in units})) == (91, 88)
    assert (
        "Information provided by the users\nNexCloud may collect the information directly provided by the users."
        in {unit.text for unit in units}
    )


def test_demoting_every_heading_changes_no_msgid() -> None:
    demoted = seed().replace("\n#", "\n##").replace("\n  #", "\n  ##")
    assert demoted != seed()
    assert [unit.key for unit in read(demoted).units] == [unit.key for unit in read(seed()).units]


def test_rewrapping_and_reindenting_change_no_msgid() -> None:
    author = "A policy that\nis wrapped.\n\n* one\n* two,\n  too\n"
    other = "A policy\nthat is  wrapped.\n\n-   one\n-   two, too\n"
    assert [unit.key for unit in read(author).units] == [unit.key for unit in read(other).units]
