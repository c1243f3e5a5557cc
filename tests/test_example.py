"""The example project: it is what its history gives, it is in order, and it shows what it is there to show."""

import datetime
import json
import re
from pathlib import Path

import pytest

from pipeline.model import Unit
from pipeline.project.load import load
from pipeline.segment import Document, segment
from pipeline.workflow import starting
from tests.conftest import Run
from tests.example.history import LOCALES, TEXTS, VERSIONS, take_place
from tests.example.history import run as run_at
from tests.example.packed import kept, made
from tests.folders import fill

pytestmark = pytest.mark.stories

TODAY = "1795478400"
"""2026-11-24, in seconds since 1970."""


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A fresh copy of the example."""
    return fill(tmp_path / "예시", starting.start(example=True))


def units(version: str) -> list[Unit]:
    """The texts of a version, in their order, without those of its front matter."""
    text = (TEXTS / version / "privacy.md").read_text(encoding="utf-8")
    document = segment(text, name="privacy", path="source/privacy.md", translate=())
    assert isinstance(document, Document)
    return list(document.units)


def change(old: str, new: str) -> tuple[list[str], list[str]]:
    """What a version has no more, and what it has that the one before had not."""
    before, after = ([unit.text for unit in units(version)] for version in (old, new))
    return [text for text in before if text not in after], [text for text in after if text not in before]


def test_what_comes_with_the_program_is_what_its_own_commands_make(tmp_path: Path) -> None:
    files = made(tmp_path)
    there = kept()
    assert sorted(there) == sorted(files), "run python -m tests.example"
    assert [path for path in there if there[path] != files[path]] == [], "run python -m tests.example"


def test_the_working_text_is_that_of_the_last_version(example: Path) -> None:
    working = (example / "source/privacy.md").read_bytes()
    assert working == (TEXTS / "2.0/privacy.md").read_bytes()
    for version in VERSIONS:
        held = example / "source/releases/privacy" / version / "privacy.md"
        assert held.read_bytes() == (TEXTS / version / "privacy.md").read_bytes()


def test_nothing_is_wrong_with_it(example: Path, run: Run) -> None:
    found = json.loads(run(example, "check", "--format", "json").out)
    assert [one for one in found if one["severity"] != "info" and not one["accepted"]] == []
    ours = [one for one in found if one["path"].endswith("/privacy.po")]
    assert {(one["locale"], one["code"]) for one in ours} == {("ar", "fuzzy"), ("ar", "untranslated")}


def test_it_can_be_published_today(example: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    outcome = run(example, "publish", "www")
    assert (outcome.code, outcome.err) == (0, "")


def test_arabic_is_one_version_behind_the_one_in_force(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    run(example, "build")
    for tag, version in (("ar", "1.0"), ("de", "1.1"), ("en", "1.1"), ("ja", "1.1"), ("ko", "1.1")):
        page = (example / f"dist/{tag}/privacy/index.html").read_text(encoding="utf-8")
        assert re.search(r'<time datetime="([^"]+)"', page)
        assert f">{version}<" in page, tag


def test_each_version_is_released_in_the_languages_that_have_it(example: Path) -> None:
    released = {one.version: one.locales for one in load(example).frozen.releases}
    assert released == {
        "1.0": ("en", "ar", "de", "ja", "ko"),
        "1.1": ("en", "de", "ja", "ko"),
        "2.0": ("en", "de", "ja", "ko"),
    }


def test_every_released_text_is_signed_off_by_counsel_and_translator(example: Path) -> None:
    for release in load(example).frozen.releases:
        assert sorted(release.approvals) == sorted(release.locales)
        for locale, data in release.approvals.items():
            roles = set(re.findall(r'approval = "privacy (\w+) [^"]+", by', data.decode()))
            assert roles == ({"legal"} if locale == "en" else {"legal", "translator"})


def test_a_version_can_be_read_in_a_few_minutes() -> None:
    for version in VERSIONS:
        assert 40 <= len(units(version)) + 3 <= 48


def test_version_1_1_changes_a_period_adds_a_row_and_divides_a_paragraph() -> None:
    both = (
        "We process personal data to perform our contract with you, to comply with the law, or with your consent.",
        "You may withdraw your consent at any time in the app. Processing that took place before the withdrawal remains lawful.",
    )
    assert change("1.0", "1.1") == (
        ["24 months after the Trip", " ".join(both), "This Policy applies from 1 March 2023."],
        [
            "12 months after the Trip",
            "Location of the bicycle during a Trip",
            "Finding bicycles that have not been returned",
            "7 days after the Trip",
            *both,
            "This Policy applies from 15 June 2025.",
        ],
    )


def test_version_2_0_removes_a_clause_moves_another_and_renumbers() -> None:
    gone, new = change("1.1", "2.0")
    assert gone[0] == "4. E-mail newsletter"
    assert gone[1].startswith("With your consent, we send you a newsletter")
    numbers = [re.sub(r"\d+|June|March", "#", text) for text in gone[2:]]
    assert sorted(re.sub(r"\d+|June|March", "#", text) for text in new) == sorted(numbers)
    assert [unit.text for unit in units("2.0") if unit.kind == "heading"] == [
        "1. Definitions",
        "2. Personal data that we process",
        "3. Legal bases",
        "4. Your rights",
        "5. Recipients of personal data",
        "6. Changes to this Policy",
        "7. Contact",
    ]


def test_references_name_the_number_of_the_clause_that_they_lead_to() -> None:
    for version in VERSIONS:
        text = (TEXTS / version / "privacy.md").read_text(encoding="utf-8")
        numbers = {
            anchor: number
            for number, anchor in re.findall(r"^## (\d+)\. .*\{#([\w-]+)\}$", text, re.MULTILINE)
        }
        references = re.findall(r"\[Section (\d+)\]\(#([\w-]+)\)", text)
        assert references == [(numbers[anchor], anchor) for _, anchor in references]
        assert len(references) == 2
        for file in (TEXTS / version).glob("*.po"):
            told = re.findall(r"\[\D*(\d+)\D*\]\(#([\w-]+)\)", file.read_text(encoding="utf-8"))
            assert {one for one in told if one not in references} == set(), file


def test_nobody_and_nothing_in_it_is_real(example: Path) -> None:
    texts = "".join(
        path.read_text(encoding="utf-8")
        for path in example.rglob("*")
        if path.suffix in {".md", ".po", ".toml"} and path.name != "site.po"
    )
    assert set(re.findall(r"[\w.-]@([\w.-]+\w)", texts)) == {"example.com", "larkwheel.example"}
    # 01632 960000 to 960999 are kept for fiction.
    assert set(re.findall(r"\+\d[\d ]{6,}\d", texts)) == {"+44 1632 960123"}


def test_a_translation_of_nothing_stops_the_history(tmp_path: Path) -> None:
    texts = {path.relative_to(TEXTS).as_posix(): path.read_bytes() for path in TEXTS.glob("*/*.*")}
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    fill(tmp_path / "texts", {**texts, "1.0/ko.po": f'{head}\nmsgid "Ride"\nmsgstr "주행"\n'})
    with pytest.raises(ValueError, match=r"^the source does not say \['Ride'\]$"):
        take_place(tmp_path / "project", tmp_path / "texts")
    assert set(LOCALES) <= {path.name for path in (tmp_path / "project/locales").iterdir()}


def test_a_command_that_fails_stops_the_history(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"^source: there is no such folder"):
        run_at(tmp_path, datetime.datetime(2023, 1, 1, tzinfo=datetime.UTC), "update")
