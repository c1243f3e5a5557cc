"""What readers get on a day: the version in force, the others at addresses of their own, and no draft."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from pipeline import releases
from pipeline.check.site import examine_site
from pipeline.project.load import load
from pipeline.workflow import building, releasing
from pipeline.workflow.building import Build
from pipeline.workflow.order import Order
from pipeline.workflow.releasing import Freezing
from tests.building import catalog, page, texts, values
from tests.conftest import Run
from tests.folders import everything, fill
from tests.versions import SETTINGS, VERSIONS, released, source, words, working

NOW = "2026-11-24"


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three versions, released."""
    folder = tmp_path_factory.mktemp("terms")
    for version, announced, _ in VERSIONS:
        working(folder, version)
        project = load(folder)
        freezing = releasing.release(
            project, list(project.folders), "terms", day=datetime.date.fromisoformat(announced)
        )
        assert isinstance(freezing, Freezing)
        assert freezing.reasons == ()
        fill(folder, {f"{freezing.folder}/{name}": data for name, data in freezing.files.items()})
    return folder


def site(folder: Path, day: str = NOW, *, draft: bool = False) -> Mapping[str, bytes]:
    """All files of the site on a day, HTML and Markdown; with no finding of the rules for sites."""
    project = load(folder)
    order = Order(day=datetime.date.fromisoformat(day), draft=draft)
    built = building.build(project, list(project.folders), order)
    assert isinstance(built, Build)
    assert list(examine_site(built.files, project.config.site_url)) == []
    return built.files


def facts(files: Mapping[str, bytes], file: str) -> list[str]:
    return texts(page(files, file), ".facts dd")


def notices(files: Mapping[str, bytes], file: str) -> list[str]:
    return texts(page(files, file), ".notices .version")


def robots(files: Mapping[str, bytes], file: str) -> list[str | None]:
    return values(page(files, file), 'meta[name="robots"]', "content")


def canonical(files: Mapping[str, bytes], file: str) -> list[str | None]:
    return values(page(files, file), 'link[rel="canonical"]', "href")


def test_the_clock_walks_over_the_effective_dates(terms: Path) -> None:
    """On each day that matters, and the day before, a rebuild alone changes what is shown."""
    seen = []
    for day in sorted({day for _, announced, effective in VERSIONS for day in (announced, effective)}):
        for today in (str(datetime.date.fromisoformat(day) - datetime.timedelta(days=1)), day):
            files = site(terms, today)
            told = [one for one in VERSIONS if one[1] <= today]
            in_force = [one for one in told if one[2] <= today]
            own = next(iter(in_force[::-1]), told[0] if told else None)
            assert ("en/terms/index.html" in files) == bool(told)
            for version, announced, _ in VERSIONS:
                assert (f"ko/terms/{version}/index.html" in files) == (announced <= today)
            seen.append((today, facts(files, "ko/terms/index.html")[-1] if own else None))
            assert seen[-1][1] == (own and own[0])
    assert [version for _, version in seen] == [
        *[None, "1.0"],
        *["1.0", "1.0"],
        *["1.0", "1.0"],
        *["1.0", "1.1"],
        *["1.1", "1.1"],
        *["1.1", "2.0"],
    ]


def test_the_version_in_force_tells_of_the_next_one(terms: Path) -> None:
    files = site(terms)
    assert notices(files, "en/terms/index.html") == [
        "A new version takes effect on March 1, 2027. Read the new version See what changes"
    ]
    links = values(page(files, "en/terms/index.html"), ".version a", "href")
    assert links == ["2.0/index.html", "changes/1.1..2.0/index.html"]
    assert values(page(files, "en/terms/index.html"), ".history a", "href") == ["history/index.html"]
    assert notices(site(terms, "2027-03-01"), "en/terms/index.html") == []


def test_versions_say_what_they_are(terms: Path) -> None:
    files = site(terms)
    assert notices(files, "en/terms/1.0/index.html") == [
        "This version was replaced on June 15, 2025. Read the version in force See what changes"
    ]
    assert notices(files, "en/terms/1.1/index.html") == []
    assert notices(files, "en/terms/2.0/index.html") == [
        "This version takes effect on March 1, 2027. Read the version in force See what changes"
    ]
    assert values(page(files, "ko/terms/1.0/index.html"), ".version a", "href") == [
        "../index.html",
        "../changes/1.0..1.1/index.html",
    ]
    markdown = {version: files[f"en/terms/{version}/terms.md"].decode() for version, *_ in VERSIONS}
    assert "This version was replaced on June 15, 2025." in markdown["1.0"]
    assert markdown["1.1"].encode() == files["en/terms/terms.md"]
    assert "This version takes effect on March 1, 2027." in markdown["2.0"]


def test_search_engines_find_what_is_in_force_and_the_history(terms: Path) -> None:
    files = site(terms)
    own = "https://legal.example/ko/terms/"
    assert (robots(files, "ko/terms/index.html"), canonical(files, "ko/terms/index.html")) == ([], [own])
    assert (robots(files, "ko/terms/1.1/index.html"), canonical(files, "ko/terms/1.1/index.html")) == (
        [],
        [own],
    )
    for version in ("1.0", "2.0"):
        file = f"ko/terms/{version}/index.html"
        assert (robots(files, file), canonical(files, file)) == (["noindex"], [])
    history = "ko/terms/history/index.html"
    assert (robots(files, history), canonical(files, history)) == ([], [f"{own}history/"])
    plan = files["sitemap.xml"].decode()
    assert plan.count("/terms/</loc>") == 2
    assert plan.count("/terms/history/</loc>") == 2
    assert "1.1" not in plan


def test_a_language_that_is_behind_shows_its_last_release(terms: Path) -> None:
    files = site(terms)
    arabic = "ar/terms/index.html"
    assert facts(files, arabic)[-1] == "1.0"
    assert notices(files, arabic)[0].startswith(
        "A newer version is in force since June 15, 2025. It is available only in English."
    )
    assert robots(files, arabic) == ["noindex"]
    assert canonical(files, arabic) == ["https://legal.example/en/terms/"]
    assert "A newer version is in force since" in files["ar/terms/terms.md"].decode()
    sections = page(files, arabic).css(".notices ul a")
    assert [(one.text(), one.attributes["href"]) for one in sections] == [
        ("1. الحفظ", "../../en/terms/index.html#1-keeping"),
        ("2. الرسائل", "#2-letters"),
    ]
    japanese = texts(page(files, "ja/terms/index.html"), ".notices p")
    assert japanese[-1] == "This text is not available in this language yet. It is shown in English."


@pytest.mark.parametrize(("setting", "shown"), [("english", True), ("mixed", True), ("hide", False)])
def test_what_else_may_become_of_a_language_that_is_behind(
    terms: Path, tmp_path: Path, setting: str, *, shown: bool
) -> None:
    fill(tmp_path, everything(terms))
    fill(tmp_path, {"pyproject.toml": SETTINGS.replace("last-release", setting)})
    files = site(tmp_path)
    assert ("ar/terms/index.html" in files) == shown
    assert ("ar/terms/1.0/index.html" in files) is True
    if shown:
        assert facts(files, "ar/terms/index.html")[-1] == "1.1"


def test_a_draft_is_shown_where_it_is_asked_for_and_says_so(terms: Path, tmp_path: Path) -> None:
    fill(tmp_path, everything(terms))
    draft = source("2.0").replace("90", "365").replace('"2.0"', '"3.0"')
    fill(tmp_path, {"source/terms.md": draft})
    assert "365" not in "".join(
        data.decode() for name, data in site(tmp_path).items() if "status" not in name
    )
    files = site(tmp_path, draft=True)
    assert "365" in files["en/terms/index.html"].decode()
    assert notices(files, "en/terms/index.html") == [
        "This is a draft. It is not in force. Read the version in force See what changes"
    ]
    assert robots(files, "en/terms/index.html") == ["noindex"]
    assert "This is a draft." in files["en/terms/terms.md"].decode()
    assert texts(page(files, "en/terms/history/index.html"), ".versions h2") == [
        "Version 3.0",
        "Version 2.0",
        "Version 1.1",
        "Version 1.0",
    ]
    assert "sitemap.xml" not in files or "terms" not in files["sitemap.xml"].decode()


def test_an_unfinished_draft_stands_in_nobodys_way(
    terms: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")  # 2026-11-24
    fill(tmp_path, everything(terms))
    fill(
        tmp_path,
        {"source/terms.md": source("2.0").replace("90", "365").replace("Write", "See [it](#no). Write")},
    )
    assert run(tmp_path, "check").code == 1
    built = run(tmp_path, "build", "--as-of", NOW)
    assert (built.code, "required" in built.err) == (0, False)
    published = run(tmp_path, "publish", "www")
    assert (published.code, published.err) == (0, "")
    [line] = (tmp_path / "www.builds/publications.jsonl").read_text(encoding="utf-8").splitlines()
    manifest = (tmp_path / "source/releases/terms/1.1/manifest.sha256").read_bytes()
    online = {"version": "1.1", "manifest": sha256(manifest).hexdigest()}
    assert json.loads(line)["releases"] == {"terms": online}
    fill(tmp_path, {"source/releases/terms/1.0/ko.po": b""})
    assert run(tmp_path, "publish", "www").code == 1


def test_the_status_says_that_it_is_about_the_working_text(terms: Path) -> None:
    told = "Readers get version 1.1 as it was released. This is the working text:"
    assert told in texts(page(site(terms), "status/index.html"), ".document > p")
    assert told not in texts(page(site(terms, draft=True), "status/index.html"), ".document > p")


def test_a_document_that_is_gone_from_the_sources_stays_in_the_archive(terms: Path, tmp_path: Path) -> None:
    fill(tmp_path, everything(terms))
    (tmp_path / "source/terms.md").unlink()
    fill(tmp_path, {"source/other.md": "# Other\n\nText.\n"})
    before, after = site(terms), site(tmp_path)
    assert after["ko/terms/index.html"] == before["ko/terms/index.html"]
    assert "en/other/index.html" in after


def test_the_history_tells_all_versions_in_the_language_of_its_reader(terms: Path) -> None:
    files = site(terms)
    read = page(files, "ko/terms/history/index.html")
    assert texts(read, ".versions h2") == ["Version 2.0", "Version 1.1", "Version 1.0"]
    assert texts(read, ".versions > li > p:nth-of-type(2)") == [
        "90일 동안 보관합니다.",
        "60일 동안 보관합니다.",
    ]
    assert texts(page(files, "en/terms/history/index.html"), ".state") == [
        "Takes effect on March 1, 2027",
        "In force since June 15, 2025",
        "In force from March 1, 2023, replaced on June 15, 2025",
    ]
    arabic = page(files, "ar/terms/history/index.html")
    assert values(arabic, ".versions h2 a", "href") == [
        "../../../en/terms/2.0/index.html",
        "../../../en/terms/index.html",
        "../1.0/index.html",
    ]
    assert values(arabic, ".versions h2 a", "hreflang") == ["en", "en", None]
    assert texts(page(files, "en/terms/history/index.html"), ".more")[0] == (
        "Announced on November 2, 2026 Material change Changes from version 1.1"
    )


def test_the_feed_is_atom_and_tells_no_draft(terms: Path) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.fromstring(site(terms)["ko/terms/history/feed.xml"])  # noqa: S314 - what a build has just written
    assert feed.findtext(f"{atom}id") == "https://legal.example/ko/terms/history/"
    assert feed.findtext(f"{atom}updated") == "2026-11-02T00:00:00Z"
    assert feed.findtext(f"{atom}author/{atom}name") == "Legal Example"
    assert [
        (one.findtext(f"{atom}title"), one.findtext(f"{atom}summary")) for one in feed.iter(f"{atom}entry")
    ] == [
        ("이용약관 2.0", "90일 동안 보관합니다."),
        ("이용약관 1.1", "60일 동안 보관합니다."),
        ("이용약관 1.0", None),
    ]
    links = [one.attrib for one in feed.findall(f"{atom}link")]
    assert {one["rel"] for one in links} == {"alternate", "self"}
    early = ET.fromstring(site(terms, "2023-02-15")["ko/terms/history/feed.xml"])  # noqa: S314 - as above
    assert len(early.findall(f"{atom}entry")) == 1


def test_the_index_for_programs_keeps_its_form_and_tells_no_address_of_a_person(
    terms: Path, tmp_path: Path, run: Run
) -> None:
    fill(tmp_path, everything(terms))
    by = ("--by", "김민지 <kim@mail.example>", "--role", "legal")
    fill(tmp_path, {"source/terms.md": source("2.0").replace('"2.0"', '"2.1"')})
    fill(tmp_path, {"locales/ko/LC_MESSAGES/terms.po": catalog(words("2.0")["ko"])})
    assert run(tmp_path, "approve", "terms", "ko", *by).code == 0
    assert run(tmp_path, "release", "terms", "--as-of", "2026-11-10").code == 0
    files = site(tmp_path)
    schema = json.loads(files["policies.schema.json"])
    Draft202012Validator.check_schema(schema)
    index = json.loads(files["policies.json"])
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(index)
    assert "mail.example" not in files["policies.json"].decode()
    [document] = index["documents"]
    latest, _, in_force, first = document["versions"]
    assert [(one["version"], one["state"], one["until"]) for one in (latest, in_force, first)] == [
        ("2.1", "announced", None),
        ("1.1", "in force", None),
        ("1.0", "superseded", "2025-06-15"),
    ]
    korean = next(one for one in latest["languages"] if one["tag"] == "ko")
    assert korean["reviewed"] is True
    assert korean["approvals"] == [
        {"role": "legal", "by": ["김민지"], "since": "2021-04-05", "texts": 13, "approved": 13}
    ]
    for one in (place for version in document["versions"] for place in version["languages"]):
        assert one["path"] in files
        assert all(file["path"] in files for file in one["files"])
    assert {one["tag"]: one["version"] for one in document["pages"]} == {
        **dict.fromkeys(("en", "ko", "ja"), "1.1"),
        "ar": "1.0",
    }
    assert all(one["path"] in files and one["history"]["path"] in files for one in document["pages"])


def test_equal_inputs_give_equal_bytes(terms: Path, tmp_path: Path) -> None:
    fill(tmp_path, everything(terms))
    assert site(tmp_path) == site(terms)


def test_a_release_that_cannot_be_read_is_told_and_no_draft_takes_its_place(tmp_path: Path, run: Run) -> None:
    """A file that this program refuses today, released by another one."""
    released(tmp_path, run)
    project = load(tmp_path)
    [one, *_] = project.frozen.releases
    broken = replace(one, document="other", source=b"---\nversion: [\n---\n", catalogs={}, approvals={})
    held = {f"source/releases/other/1.0/{name}": data for name, data in releases.write(broken).items()}
    fill(tmp_path, {**held, "source/other.md": "# Other\n\nDraft.\n"})
    built = run(tmp_path, "build", "--as-of", NOW)
    assert built.code == 1
    assert "source/releases/other/1.0/other.md" in built.err
    assert not (tmp_path / "dist/en/other").exists()
