"""The verb release, and what status and check say of releases as time goes by."""

import datetime
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pipeline.project.load import load
from tests.conftest import Run
from tests.folders import everything, fill

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'


def source(version: str, announced: str, effective: str, days: int) -> str:
    return (
        f'---\r\ntitle: Terms\r\nversion: "{version}"\r\nannounced: {announced}\r\neffective: {effective}\r\n'
        f"material: yes\r\nsummary: Kept for {days} days.\r\n---\r\n\r\nKeep\u00a0it for {days} days.\r\n"
    )


def catalog(days: int) -> str:
    texts = {
        "Terms": "이용약관",
        f"Kept for {days} days.": f"{days}일 동안 보관합니다.",
        f"Keep\u00a0it for {days} days.": f"{days}일 동안 보관합니다!",
    }
    return HEADER + "".join(f'\nmsgid "{text}"\nmsgstr "{told}"\n' for text, told in texts.items())


VERSIONS = [
    ("1.0", "2027-01-01", "2027-01-15", 30),
    ("1.1", "2027-02-01", "2027-03-01", 60),
    ("2.0", "2027-02-20", "2027-03-10", 90),
]


@pytest.fixture
def released(tmp_path: Path, run: Run) -> Path:
    """A project with three releases, and the last of them as its working text."""
    for version, announced, effective, days in VERSIONS:
        fill(tmp_path, {"source/terms.md": source(version, announced, effective, days)})
        fill(tmp_path, {"locales/ko/LC_MESSAGES/terms.po": catalog(days)})
        outcome = run(tmp_path, "release", "terms", "--as-of", "2026-12-01")
        assert (outcome.code, outcome.err) == (0, "")
    return tmp_path


def states(run: Run, folder: Path, *arguments: str) -> list[str]:
    rows = json.loads(run(folder, "status", "--format", "json", *arguments).out)["releases"]
    assert all(row["frozen"] for row in rows)
    return [row["state"] for row in rows]


def expected(day: datetime.date) -> list[str]:
    """The states on a day, by the words of the terms and not by the program's."""
    today = day.isoformat()
    in_force = [effective for _, _, effective, _ in VERSIONS if effective <= today][-1:]
    return [
        "draft"
        if today < announced
        else "announced"
        if today < effective
        else "in force"
        if effective in in_force
        else "superseded"
        for _, announced, effective, _ in VERSIONS
    ]


def test_the_clock_walks_over_the_effective_dates(
    released: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(released)
    seen = []
    turns = {datetime.date.fromisoformat(day) for _, *days, _ in VERSIONS for day in days}
    for day in sorted(turns | {turn - datetime.timedelta(days=1) for turn in turns}):
        seen.append(states(run, released, "--as-of", day.isoformat()))
        assert seen[-1] == expected(day), day
    assert seen[0] == ["draft"] * 3
    assert seen[-1] == ["superseded", "superseded", "in force"]
    assert len({tuple(one) for one in seen}) == 7
    midnight = int(datetime.datetime(2027, 3, 1, tzinfo=datetime.UTC).timestamp())
    for second, in_force in ((midnight - 1, 0), (midnight, 1)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(second))
        assert states(run, released).index("in force") == in_force
    assert everything(released) == before


def test_a_release_holds_what_was_read_byte_for_byte(released: Path, run: Run) -> None:
    held = released / "source/releases/terms/1.1"
    assert (held / "terms.md").read_bytes() == source(*VERSIONS[1]).encode()
    assert (held / "ko.po").read_bytes() == catalog(60).encode()
    done = subprocess.run(["sha256sum", "--check", "--strict", "manifest.sha256"], cwd=held, check=False)  # noqa: S607 - as anybody may prove it
    assert done.returncode == 0
    assert "release-changed" not in run(released, "check").out


def test_the_same_input_gives_the_same_bytes(tmp_path: Path, run: Run) -> None:
    for name in ("one", "other"):
        fill(tmp_path / name, {"source/terms.md": source(*VERSIONS[0])})
        fill(tmp_path / name, {"locales/ko/LC_MESSAGES/terms.po": catalog(30)})
        run(tmp_path / name, "release", "terms", "--as-of", f"2026-12-0{len(name)}")
    assert everything(tmp_path / "one") == everything(tmp_path / "other")


def test_a_dry_run_writes_nothing(released: Path, run: Run) -> None:
    shutil.rmtree(released / "source/releases/terms/2.0")
    before = everything(released)
    outcome = run(released, "release", "terms", "--dry-run", "--as-of", "2027-01-01")
    assert outcome.out == (
        "would release terms 2.0 into source/releases/terms/2.0, in en, ko: "
        "announced 2027-02-20, effective 2027-03-10; on 2027-01-01 it is a draft\n"
    )
    assert (outcome.code, everything(released)) == (0, before)


def test_a_changed_release_stops_the_next_one_and_the_publication(released: Path, run: Run) -> None:
    path = "source/releases/terms/1.0/ko.po"
    fill(released, {path: b"", "source/terms.md": source("3", "2027-04-01", "2027-05-01", 90)})
    reason = (
        f"{path}: this file is not as it was released: bring back what was released, as with "
        f"git checkout -- {path}; what changes is a new release\n"
    )
    before = everything(released)
    for verb in (["release", "terms"], ["publish", "www"]):
        outcome = run(released, *verb)
        assert (outcome.code, outcome.err.startswith(reason)) == (1, True)
    assert everything(released) == before
    assert run(released, "status").out.endswith("\n\n1 released file not as released: see policyglot check\n")


def test_check_tells_of_it_in_every_form(released: Path, run: Run) -> None:
    (released / "source/releases/terms/1.0/ko.po").unlink()
    [found] = [
        one
        for one in json.loads(run(released, "check", "--format", "json").out)
        if one["code"] == "release-changed"
    ]
    assert (found["path"], found["message"], found["severity"], found["document"], found["locale"]) == (
        "source/releases/terms/1.0/ko.po",
        "this file of the release is missing",
        "error",
        "terms",
        None,
    )
    sarif: dict[str, Any] = json.loads(run(released, "check", "--format", "sarif").out)
    assert "release-changed" in {one["ruleId"] for one in sarif["runs"][0]["results"]}


def test_the_docusaurus_target_and_the_site_know_nothing_of_the_files_of_releases(
    released: Path, run: Run
) -> None:
    run(released, "build", "--target", "docusaurus", "--out", "website")
    run(released, "build")
    for folder in ("website", "dist"):
        assert not [path for path in everything(released / folder) if "releases" in path or "1.1" in path]


def test_a_summary_is_translated_and_update_carries_the_catalog_over(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {"source/terms.md": "---\ntitle: Terms\nsummary: 새 Data\u00a0kept.\n---\n\nKeep it.\n"})
    fill(
        tmp_path,
        {"locales/ko/LC_MESSAGES/terms.po": f'{HEADER}\nmsgid "Keep it."\nmsgstr "보관합니다."\n'},
    )
    assert run(tmp_path, "update").code == 0
    messages = {one.text: one.translation for one in load(tmp_path).catalogs["ko", "terms"].active}
    assert messages == {"Terms": "", "새 Data\u00a0kept.": "", "Keep it.": "보관합니다."}


def test_a_language_that_is_required_and_wrong_is_refused_and_another_is_left_out(
    tmp_path: Path, run: Run
) -> None:
    fill(tmp_path, {"source/terms.md": source(*VERSIONS[0])})
    fill(tmp_path, {"locales/ko/LC_MESSAGES/terms.po": catalog(30).replace("30일", "90일")})
    outcome = run(tmp_path, "release", "terms", "--as-of", "2027-01-01")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.count("left out: locales/ko/LC_MESSAGES/terms.po") == 4
    assert sorted(path.name for path in (tmp_path / "source/releases/terms/1.0").iterdir()) == [
        "manifest.sha256",
        "release.json",
        "terms.md",
    ]


def test_an_error_of_the_source_is_a_reason(tmp_path: Path, run: Run) -> None:
    text = source(*VERSIONS[0]).replace("Keep", "See [it](#nowhere). Keep")
    fill(tmp_path, {"source/terms.md": text, "source/other.md": "See [it](#nowhere).\n"})
    outcome = run(tmp_path, "release", "terms", "--as-of", "2027-01-01")
    assert (outcome.code, outcome.err.split("\n")) == (
        1,
        [
            "source/terms.md:10: the link to “#nowhere” leads nowhere: write {#nowhere} behind the heading that is meant",
            "terms: not released, for 1 reason: mend what is told above; nothing was written",
            "",
        ],
    )
    assert not (tmp_path / "source/releases").exists()


def signing(run: Run, folder: Path, locale: str, *more: str) -> None:
    by = ("--by", "김민지 <kim@example.com>")
    assert run(folder, "approve", "terms", locale, *by, *more).code == 0


def test_a_release_asks_for_the_sign_off_of_each_language_and_holds_it(tmp_path: Path, run: Run) -> None:
    setting = '[tool.policyglot]\nrequired-locales = ["ko"]\nrequired-approvals = ["legal", "translator"]\n'
    fill(tmp_path, {"pyproject.toml": setting, "source/terms.md": source(*VERSIONS[0])})
    fill(tmp_path, {"locales/ko/LC_MESSAGES/terms.po": catalog(30)})

    def release() -> list[str]:
        return run(tmp_path, "release", "terms", "--as-of", "2027-01-01").err.split("\n")[:-2]

    def lacks(locale: str, role: str) -> str:
        return (
            f"locales/{locale}/approvals.toml: terms in {locale}: nobody has approved it with the role {role}: "
            f"policyglot approve terms {locale} --role {role} records an approval"
        )

    assert release() == [lacks("en", "legal"), lacks("ko", "legal"), lacks("ko", "translator")]
    signing(run, tmp_path, "en")
    signing(run, tmp_path, "ko")
    assert release() == [lacks("ko", "legal")]
    signing(run, tmp_path, "ko", "--role", "legal")
    fill(tmp_path, {"locales/ko/LC_MESSAGES/terms.po": catalog(30).replace("합니다!", "합니다?!")})
    changed = "terms in ko: 1 of its 3 texts are not approved with the role"
    assert [line.partition(": ")[2].rpartition(": ")[0] for line in release() if changed in line] == [
        f"{changed} {role}" for role in ("legal", "translator")
    ]
    fill(tmp_path, {"locales/ko/LC_MESSAGES/terms.po": catalog(30)})
    assert release() == []
    held = tmp_path / "source/releases/terms/1.0"
    for locale in ("en", "ko"):
        told = tmp_path / "locales" / locale / "approvals.toml"
        assert (held / f"{locale}.approvals.toml").read_bytes() == told.read_bytes()


def test_a_language_that_nobody_requires_is_left_out_without_its_sign_off(tmp_path: Path, run: Run) -> None:
    setting = '[tool.policyglot.documents.terms.locales.ko]\nrequired-approvals = ["legal"]\n'
    fill(tmp_path, {"pyproject.toml": setting, "source/terms.md": source(*VERSIONS[0])})
    fill(tmp_path, {"locales/ko/LC_MESSAGES/terms.po": catalog(30)})
    outcome = run(tmp_path, "release", "terms", "--as-of", "2027-01-01")
    assert (outcome.code, outcome.err) == (0, "")
    assert (
        "left out: locales/ko/approvals.toml: terms in ko: nobody has approved it with the role legal"
        in outcome.out
    )
    assert not (tmp_path / "source/releases/terms/1.0/ko.po").exists()
