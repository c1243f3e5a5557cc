"""What changed between versions, on pages and in Markdown; and the links to clauses that moved or went."""

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.check.site import examine_site
from pipeline.comparison import CELL, PARAGRAPH, Passage
from pipeline.project.load import load
from pipeline.render.changes import Compared
from pipeline.workflow import building
from pipeline.workflow.building import Build
from pipeline.workflow.order import Order
from pipeline.workflow.starting import start
from tests.building import page, texts, values
from tests.folders import fill
from tests.releases import release_each

TODAY = datetime.date(2026, 11, 24)
TAGS = ("en", "de", "ja", "ko")


def built(folder: Path, day: datetime.date = TODAY, *, draft: bool = False) -> Build:
    project = load(folder)
    found = building.build(project, list(project.folders), Order(day=day, draft=draft))
    assert isinstance(found, Build)
    assert found.diagnostics == ()
    assert list(examine_site(found.files, project.config.site_url)) == []
    return found


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example project, as `policyglot init --example` writes it."""
    return fill(tmp_path_factory.mktemp("example"), start(example=True))


@pytest.fixture(scope="module")
def today(example: Path) -> Build:
    return built(example)


def compared(site: Build) -> Mapping[tuple[str, str, str], Compared]:
    works = [one.work for one in site.documents.values() if one.work]
    return {one.pair[1:]: one for work in works for one in work.comparisons.compared}


def seen(passages: tuple[Passage, ...]) -> list[str]:
    """What a reader sees of some passages, blanks and the marks between cells left out."""
    return ["".join(f"{one.label}{one.text}".replace(CELL, "").split()) for one in passages]


def without(node: LexborNode, *selectors: str) -> str:
    """The text of an element without some of what is in it."""
    copy = LexborHTMLParser(
        f"<table><tr>{node.html}</table>" if node.tag in {"tr", "td"} else node.html or ""
    )
    for selector in (".spoken", ".moved", *selectors):
        for one in copy.css(selector):
            one.decompose()
    return "".join((copy.body.text() if copy.body else "").replace("¶", "").split())


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("pair", ["1.0..1.1", "1.1..2.0"])
def test_the_text_with_the_changes_is_both_texts(today: Build, tag: str, pair: str) -> None:
    """Without what is inserted it is the old text, and without what is deleted the new one, passage by passage."""
    old, _, new = pair.partition("..")
    comparison = compared(today)[old, new, tag].comparison
    read = page(today.files, f"{tag}/privacy/changes/{pair}/index.html")
    passages = iter(read.css(".inline :is(h3, h4, p, li, tr)"))
    for entry in comparison.entries:
        count = max(len(entry.old), len(entry.new))
        nodes = [next(passages) for _ in range(count)]
        if entry.new:
            labels = "" if entry.old and len(entry.new) < count else "".join(seen(entry.new))
            assert "".join(without(node, "del") for node in nodes) == labels
        if entry.old and not entry.is_renumbered:
            assert "".join(without(node, "ins") for node in nodes) == "".join(seen(entry.old))
    assert next(passages, None) is None


@pytest.mark.parametrize("tag", TAGS)
def test_each_change_is_listed_counted_and_led_to(today: Build, tag: str) -> None:
    read = page(today.files, f"{tag}/privacy/changes/1.1..2.0/index.html")
    changes = compared(today)["1.1", "2.0", tag].comparison.changes
    links = values(read, ".changes a", "href")
    assert links == [f"#change-{one.number}" for one in changes]
    assert str(len(changes)) in texts(read, ".changes h2")[0]
    assert [one for one in links if len(read.css(f'[id="{(one or "")[1:]}"]')) != 1] == []
    assert values(read, ".beside tbody th a", "href") == links
    assert all(
        change.heading in text for change, text in zip(changes, texts(read, ".changes a"), strict=True)
    )


def test_the_example_shows_each_kind_of_change_at_a_glance(today: Build) -> None:
    first = texts(page(today.files, "en/privacy/changes/1.0..1.1/index.html"), ".changes a")
    assert first == [
        "Changed: 2. Personal data that we process",
        "Added: 2. Personal data that we process",
        "Changed: 3. Legal bases",
        "Changed: 7. Changes to this Policy",
    ]
    second = texts(page(today.files, "en/privacy/changes/1.1..2.0/index.html"), ".changes a")
    assert second == [
        "Removed: 4. E-mail newsletter",
        "Changed: 4. Your rights",
        "Moved: 5. Recipients of personal data",
        "Changed: 6. Changes to this Policy",
        "Changed: 6. Changes to this Policy",
    ]


def test_a_split_paragraph_shows_a_break_and_no_word(today: Build) -> None:
    for tag in TAGS:
        [entry] = [
            one
            for one in compared(today)["1.0", "1.1", tag].comparison.entries
            if len(one.new) > len(one.old) > 0
        ]
        inserted = [piece.text for piece in entry.pieces if piece.fate == "new"]
        assert "".join(inserted).strip(f" {PARAGRAPH}") == ""
        read = page(today.files, f"{tag}/privacy/changes/1.0..1.1/index.html")
        assert next(without(one) for one in read.css(".inline p.changed ins")) == ""


def test_only_digits_are_marked_in_japanese(today: Build) -> None:
    read = page(today.files, "ja/privacy/changes/1.0..1.1/index.html")
    row = read.css(".inline tr.changed")[0]
    assert ([without(one) for one in row.css("del")], [without(one) for one in row.css("ins")]) == (
        ["24"],
        ["12"],
    )


def test_ears_hear_what_eyes_see(today: Build) -> None:
    read = page(today.files, "en/privacy/changes/1.0..1.1/index.html")
    heard = {" ".join(one.text().split()) for one in read.css("ins .spoken")}
    assert heard == {"[added:", "]"}
    assert {" ".join(one.text().split()) for one in read.css("del .spoken")} == {"[removed:", "]"}


def test_the_markdown_is_a_table_of_both_texts(today: Build) -> None:
    text = today.files["en/privacy/changes/1.1..2.0/privacy.md"].decode()
    assert "subtitle: Changes from version 1.1 to version 2.0\n" in text
    assert "# 3. Moved: 5. Recipients of personal data\n" in text
    assert (
        "| This Policy applies from ~~15 June 2025~~. | This Policy applies from **1 March 2027**. |" in text
    )
    assert "after “4. E-mail newsletter”" in text
    arabic = [name for name in today.files if name.startswith("ar/privacy/changes")]
    assert arabic == []


def test_links_to_clauses_of_earlier_versions_hold(example: Path, today: Build) -> None:
    """Each id of an earlier version is on each later page: at its clause, or in a note on one that is gone."""
    later = built(example, datetime.date(2027, 3, 1))
    read = page(later.files, "en/privacy/index.html")
    ids = {one for one in values(read, "[id]", "id") if one}
    for version in ("1.0", "1.1"):
        earlier = {
            one
            for one in values(page(later.files, f"en/privacy/{version}/index.html"), "h2[id]", "id")
            if one
        }
        assert earlier <= ids
    assert texts(read, ".removed") == [
        "This clause is no longer part of the text. It stood last in version 1.1. Read the clause there"
    ]
    assert values(read, ".removed", "id") == ["newsletter"]
    assert values(read, ".removed a", "href") == ["1.1/index.html#newsletter"]
    assert page(today.files, "en/privacy/index.html").css(".removed") == []


def test_a_renamed_heading_keeps_its_old_id(tmp_path: Path) -> None:
    text = "\n\nWe keep *all* your data for a long time, and safe.\n\n## Other\n\nText.\n"
    release_each(tmp_path, f"## 3. Keeping{text}", f"## 4. How long we keep{text}")
    read = page(built(tmp_path).files, "en/terms/index.html")
    assert values(read, "h2 span", "id") == ["3-keeping"]
    assert values(read, "h2", "id") == ["4-how-long-we-keep", "other"]
    assert "3-keeping" not in built(tmp_path).files["en/terms/terms.md"].decode()


def test_a_comparison_leads_back_to_the_document(today: Build) -> None:
    for tag in TAGS:
        read = page(today.files, f"{tag}/privacy/changes/1.0..1.1/index.html")
        assert values(read, ".of a", "href") == ["../../index.html"]


def test_a_title_that_is_not_translated_is_marked_once(tmp_path: Path) -> None:
    fill(tmp_path, start(example=True))
    draft = (
        (tmp_path / "source/privacy.md")
        .read_text(encoding="utf-8")
        .replace("Privacy Policy\n", "Privacy Notice\n", 1)
    )
    fill(tmp_path, {"source/privacy.md": draft})
    project = load(tmp_path)
    found = building.build(project, list(project.folders), Order(day=TODAY, draft=True))
    assert isinstance(found, Build)
    read = page(found.files, "ko/privacy/history/index.html")
    assert values(read, ".of > *", "class") == ["untranslated"]
    assert values(read, ".of > *", "lang") == ["en"]


def test_a_draft_is_compared_with_what_is_in_force_and_what_is_announced(
    example: Path, tmp_path: Path
) -> None:
    fill(tmp_path, start(example=True))
    source = (tmp_path / "source/privacy.md").read_text(encoding="utf-8")
    fill(tmp_path, {"source/privacy.md": source.replace("at least four weeks", "at least six weeks")})
    project = load(tmp_path)
    found = building.build(project, list(project.folders), Order(day=TODAY, draft=True))
    assert isinstance(found, Build)
    for pair in ("1.1..draft", "2.0..draft"):
        assert f"en/privacy/changes/{pair}/index.html" in found.files
    last = page(found.files, "en/privacy/changes/2.0..draft/index.html")
    assert [without(one) for one in last.css(".inline ins")] == ["six"]
    assert "draft" not in "".join(built(example).files)
    # A text of the draft has no Korean, so its Korean page is English, and is not compared.
    assert "ko/privacy/changes/1.0..1.1/index.html" in found.files
    assert "ko/privacy/changes/2.0..draft/index.html" not in found.files


def test_what_has_not_changed_is_not_compared_again(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = load(example)
    first = building.build(project, list(project.folders), Order(day=TODAY))
    assert isinstance(first, Build)
    calls = iter(range(100))

    def counted(*_texts: object) -> Iterator[object]:
        next(calls)
        raise AssertionError

    monkeypatch.setattr("pipeline.workflow.comparing.compare", counted)
    monkeypatch.setattr("pipeline.workflow.comparing._changed", lambda *_: ())
    again = building.build(load(example), list(project.folders), Order(day=TODAY), before=first)
    assert isinstance(again, Build)
    assert next(calls) == 0
    assert {name for name in first.files if first.files[name] != again.files.get(name)} <= {
        "ar/privacy/index.html",
        "ar/privacy/privacy.md",
    }
