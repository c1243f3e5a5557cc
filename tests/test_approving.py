"""What an approval changes: the decision, the notices of pages and PDFs, what the check says, and what other verbs leave alone."""

import datetime
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.approvals import read
from pipeline.gate import Changed, SignOff
from pipeline.model import Diagnostic
from pipeline.project.load import load
from pipeline.project.store import store
from pipeline.workflow import approving, building, checking, previewing
from pipeline.workflow.approving import Approved, Wish
from pipeline.workflow.building import Build
from tests.building import PROJECT, WORDS, catalog, page, texts
from tests.conftest import Run
from tests.folders import everything, fill
from tests.orders import DAY, order

NOW = datetime.datetime(2021, 4, 5, 12, 30, 59, 999, tzinfo=datetime.UTC)
KO, FILE = "locales/ko/LC_MESSAGES/privacy.po", "locales/ko/approvals.toml"
KIM = "김민지 <kim@example.com>"
UNREVIEWED = "This translation has not been reviewed by a lawyer."


def approve(folder: Path, locale: str = "ko", role: str | None = "legal", by: str = KIM) -> Approved:
    project = load(folder)
    wish = Wish(document="privacy", locale=locale, by=by, role=role, note=" 계약 3호 ")
    found = approving.approve(project, wish, now=NOW)
    assert isinstance(found, Approved)
    store(folder, found.files, read=project.read)
    return found


def built(folder: Path) -> Build:
    project = load(folder)
    found = building.build(project, list(project.folders), order("html", "markdown"))
    assert isinstance(found, Build)
    return found


def notices(files: Mapping[str, bytes], tag: str = "ko") -> list[str]:
    return texts(page(files, f"{tag}/privacy/index.html"), "#_notices p")


def sign_offs(folder: Path) -> tuple[SignOff, ...]:
    decisions = [edition.decision for edition in built(folder).parts[0].working]
    return next(one.sign_offs for one in decisions if one.language.locale == "ko")


def codes(folder: Path, locale: str = "ko") -> list[str]:
    return [f"{p.path}:{p.line} {p.code}" for p in checking.check(load(folder), [locale]) if p.fails]


def account(run: Run, folder: Path, locale: str) -> object:
    [document] = json.loads(run(folder, "status", "--format", "json").out)["documents"]
    [language] = [one for one in document["languages"] if one["locale"] == locale]
    return language["reviewed"], language["approvals"]


# What may be approved


def test_what_is_written_down(tmp_path: Path) -> None:
    found = approve(fill(tmp_path, PROJECT))
    [one] = load(tmp_path).approvals["ko"]
    assert one == found.approval
    assert (one.document, one.role, one.by, one.note) == ("privacy", "legal", KIM, "계약 3호")
    assert one.when == NOW.replace(microsecond=0)
    assert sorted(text.begins for text in one.texts) == sorted(WORDS["ko"])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            {"Ask us.": ""},
            f"{KO}:31: not translated: “Ask us.”: translate it",
        ),
        (
            {"We *care*. Call +82-2-533-8622.": "주의합니다. +82-2-533-8622."},
            f"{KO}:10: the markup differs from the source: emphasis 1 → 0: mark up the same words as the source does",
        ),
        (
            {"Kind": "<b>종류</b>"},
            f"{KO}:16: the translation has raw HTML that the source lacks: </b> <b>: remove it, or write \\< for a plain “<”",
        ),
    ],
)
def test_one_text_that_is_not_finished_is_a_reason_against_all(
    tmp_path: Path, change: dict[str, str], told: str
) -> None:
    fill(tmp_path, {**PROJECT, KO: catalog({**WORDS["ko"], **change})})
    before = everything(tmp_path)
    found = approve(tmp_path)
    assert [str(reason) for reason in found.reasons] == [told]
    assert found.files == {}
    assert everything(tmp_path) == before


def test_a_language_without_a_catalog_cannot_be_approved(tmp_path: Path) -> None:
    fill(tmp_path, {**PROJECT, "locales/ja/LC_MESSAGES/site.po": catalog({})})
    [reason] = approve(tmp_path, "ja").reasons
    assert str(reason) == (
        "locales/ja/LC_MESSAGES/privacy.po: there is no catalog yet: create it with policyglot update ja"
    )


def test_an_error_that_somebody_accepts_is_none(tmp_path: Path) -> None:
    text = catalog({**WORDS["ko"], "We *care*. Call +82-2-533-8622.": "주의합니다. +82-2-533-8622."})
    accepted = text.replace('msgid "We', '# check: accept markup — 한국어에는 없다\nmsgid "We')
    assert approve(fill(tmp_path, {**PROJECT, KO: accepted})).reasons == ()


def test_an_error_of_the_source_is_a_reason_against_approving_it(tmp_path: Path) -> None:
    fill(tmp_path, {"source/privacy.md": "See [there](#nowhere).\n"})
    [reason] = approve(tmp_path, "en").reasons
    assert (reason.path, reason.line, reason.code) == ("source/privacy.md", 1, "dead-link")
    assert not (tmp_path / "locales").exists()


@pytest.mark.parametrize(("locale", "role"), [("ko", "translator"), ("en", "legal")])
def test_the_usual_role(tmp_path: Path, locale: str, role: str) -> None:
    assert approve(fill(tmp_path, PROJECT), locale, None).approval.role == role


def test_a_note_has_to_be_text(tmp_path: Path) -> None:
    wish = Wish(document="privacy", locale="ko", by=KIM, note="\udcff")
    found = approving.approve(load(fill(tmp_path, PROJECT)), wish, now=NOW)
    assert str(found) == "policyglot: the note is not UTF-8: write it in UTF-8"


def test_a_second_person_adds_and_the_same_renews(tmp_path: Path) -> None:
    approve(fill(tmp_path, PROJECT))
    approve(tmp_path, by="Lee <lee@example.com>")
    fill(tmp_path, {KO: catalog({**WORDS["ko"], "Ask us.": "문의하시오."})})
    assert codes(tmp_path) == [f"{KO}:31 approval"]
    found = approve(tmp_path, by="Kim <KIM@example.com>")
    assert found.reasons == ()
    assert codes(tmp_path) == []
    assert [one.by for one in load(tmp_path).approvals["ko"]] == [
        "Kim <KIM@example.com>",
        "Lee <lee@example.com>",
    ]


def test_nothing_is_written_if_somebody_else_approved_meanwhile(tmp_path: Path) -> None:
    project = load(fill(tmp_path, PROJECT))
    approve(tmp_path)
    found = approving.approve(project, Wish(document="privacy", locale="ko", by="Lee <l@e>"), now=NOW)
    assert isinstance(found, Approved)
    with pytest.raises(OSError, match="changed while policyglot was working"):
        store(tmp_path, found.files, read=project.read)
    assert [one.by for one in load(tmp_path).approvals["ko"]] == [KIM]


# What it changes


def test_the_notice_goes_when_counsel_approves_all_and_comes_back(tmp_path: Path) -> None:
    plain = built(fill(tmp_path, PROJECT)).files
    assert notices(plain)[0] == UNREVIEWED
    approve(tmp_path)
    after = built(tmp_path).files
    assert UNREVIEWED not in notices(after)
    assert notices(after) == notices(plain)[1:]
    assert UNREVIEWED in plain["ko/privacy/privacy.md"].decode()
    assert UNREVIEWED not in after["ko/privacy/privacy.md"].decode()
    assert notices(after, "ar") == notices(plain, "ar")
    fill(tmp_path, {KO: catalog({**WORDS["ko"], "Ask us.": "문의하십시오!"})})
    changed = built(tmp_path).files
    assert notices(changed)[0] == UNREVIEWED
    assert "문의하십시오!" in changed["ko/privacy/index.html"].decode()


def test_a_translator_is_no_lawyer(tmp_path: Path) -> None:
    approve(fill(tmp_path, PROJECT), role="translator")
    assert notices(built(tmp_path).files)[0] == UNREVIEWED


def test_a_text_that_is_approved_and_fuzzy_is_not_published_as_reviewed(tmp_path: Path) -> None:
    approve(fill(tmp_path, PROJECT))
    fuzzy = catalog(WORDS["ko"]).replace('msgid "Ask', '#, fuzzy\nmsgid "Ask')
    fill(tmp_path, {KO: fuzzy})
    assert UNREVIEWED in notices(built(tmp_path).files)
    [sign_off] = sign_offs(tmp_path)
    assert sign_off.changed == ()


def test_the_source_has_no_such_notice(tmp_path: Path) -> None:
    approve(fill(tmp_path, PROJECT), "en")
    assert not page(built(tmp_path).files, "en/privacy/index.html").css("#_notices")


def test_status_names_what_is_void_by_its_line(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, PROJECT)
    assert account(run, tmp_path, "ko") == (False, [])
    approve(tmp_path)
    whole = {"role": "legal", "since": "2021-04-05", "texts": 10}
    assert account(run, tmp_path, "ko") == (True, [{**whole, "approved": 10, "void": []}])
    source = PROJECT["source/privacy.md"].replace("Ask us.", "Ask them.")
    without = {key: text for key, text in WORDS["ko"].items() if key != "Ask us."}
    fill(tmp_path, {"source/privacy.md": source, KO: catalog({**without, "Kind": "갈래"})})
    void = [{"path": KO, "line": 16}, {"path": "source/privacy.md", "line": 18}]
    assert account(run, tmp_path, "ko") == (False, [{**whole, "approved": 8, "void": void}])
    [sign_off] = sign_offs(tmp_path)
    assert sign_off.changed[1] == Changed(path="source/privacy.md", line=18, text="Ask them.")


def test_no_name_is_published_with_the_site(tmp_path: Path) -> None:
    approve(fill(tmp_path, PROJECT))
    for data in built(tmp_path).files.values():
        assert b"kim@" not in data
        assert "김민지".encode() not in data


def test_the_check_is_silent_on_what_is_no_translation_and_on_what_is_gone(tmp_path: Path) -> None:
    approve(fill(tmp_path, PROJECT))
    without = {key: text for key, text in WORDS["ko"].items() if key != "Ask us."}
    fill(tmp_path, {KO: catalog(without)})
    assert codes(tmp_path) == []
    fill(tmp_path, {"source/privacy.md": PROJECT["source/privacy.md"].replace("\nAsk us.\n", "")})
    assert codes(tmp_path) == []
    assert UNREVIEWED not in notices(built(tmp_path).files)


def test_a_change_can_be_accepted_with_a_reason_and_is_still_not_reviewed(tmp_path: Path) -> None:
    approve(fill(tmp_path, PROJECT))
    changed = catalog({**WORDS["ko"], "Ask us.": "문의하시오."})
    accepted = changed.replace('msgid "Ask', '# check: accept approval — 오타를 고침\nmsgid "Ask')
    fill(tmp_path, {KO: accepted})
    assert codes(tmp_path) == []
    assert notices(built(tmp_path).files)[0] == UNREVIEWED
    fill(tmp_path, {KO: accepted.replace("문의하시오.", "문의하십시오.")})
    assert [p.code for p in checking.check(load(tmp_path), ["ko"]) if p.path == KO] == ["stale-acceptance"]


def test_an_author_can_accept_a_change_of_the_source(tmp_path: Path) -> None:
    approve(fill(tmp_path, {"source/privacy.md": "Be kind.\n"}), "en")
    fill(tmp_path, {"source/privacy.md": "Be very kind.\n"})
    assert codes(tmp_path) == ["source/privacy.md:1 approval"]
    fill(
        tmp_path,
        {"source/privacy.md": "<!-- i18n: accept approval — a slip of the pen -->\n\nBe very kind.\n"},
    )
    assert codes(tmp_path) == []


# What the file is to others


def test_a_broken_file_stops_its_own_language_alone(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {**PROJECT, FILE: "version = 1\napprovals = [\n?\n]\n"})
    told = f"{FILE}:3: this is not TOML: invalid value: take the file back from version control\n"
    for verb in (["status"], ["build", "ko"], ["update", "ko"], ["approve", "privacy", "ko", "--by", KIM]):
        outcome = run(tmp_path, *verb)
        assert (outcome.code, outcome.err) == (2, told), verb
    assert run(tmp_path, "status", "ar").code == 0
    assert run(tmp_path, "approve", "privacy", "en", "--by", KIM).code == 0
    outcome = run(tmp_path, "check", "ko")
    assert (outcome.code, "[approvals-file]" in outcome.out) == (1, True)
    assert "[approvals-file]" not in run(tmp_path, "check", "ar").out


def test_a_broken_file_of_the_sources_stops_all(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {**PROJECT, "locales/en/approvals.toml": b"\xff"})
    outcome = run(tmp_path, "status", "ar")
    assert (outcome.code, outcome.err) == (
        2,
        "locales/en/approvals.toml:1: the file is not UTF-8: save it as UTF-8\n",
    )


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    fill(tmp_path, {**PROJECT, f"{FILE}/x": ""})
    [problem] = load(tmp_path).unreadable
    assert str(problem) == f"{FILE}: this is no file: move it away, and policyglot approve makes the file"


def test_a_file_as_editors_on_other_systems_save_it(tmp_path: Path) -> None:
    found = approve(fill(tmp_path, PROJECT)).approval
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    fill(tmp_path, {FILE: ("\ufeff" + text.replace("\n", "\r\n")).encode()})
    assert load(tmp_path).approvals["ko"] == (found,)


def test_the_other_verbs_leave_it_alone_and_the_sources_language_is_none_of_the_languages(
    tmp_path: Path, run: Run
) -> None:
    approve(fill(tmp_path, PROJECT))
    approve(tmp_path, "en")
    files = {path: data for path, data in everything(tmp_path).items() if path.endswith(".toml")}
    for verb in (["update"], ["format"], ["prune"], ["extract"], ["add", "ja"]):
        assert run(tmp_path, *verb).code == 0
    assert {path: data for path, data in everything(tmp_path).items() if path.endswith(".toml")} == files
    assert "en" not in load(tmp_path).folders
    assert codes(tmp_path) == []
    assert UNREVIEWED not in notices(built(tmp_path).files)


def test_a_preview_follows_approvals_and_keeps_the_last_that_could_be_read(tmp_path: Path) -> None:
    shown = previewing.preview(load(fill(tmp_path, PROJECT)), (), day=DAY)
    assert shown.good
    assert notices(shown.good.build.files)[0] == UNREVIEWED
    approve(tmp_path)
    shown = previewing.preview(load(tmp_path), (), shown, day=DAY)
    assert shown.good
    assert UNREVIEWED not in notices(shown.good.build.files)
    fill(tmp_path, {FILE: "?"})
    broken = previewing.preview(load(tmp_path), (), shown, day=DAY)
    assert broken.good
    assert [problem.path for problem in broken.problems] == [FILE]
    assert UNREVIEWED not in notices(broken.good.build.files)
    fresh = previewing.preview(load(tmp_path), (), day=DAY)
    assert fresh.good
    assert notices(fresh.good.build.files)[0] == UNREVIEWED


def test_the_same_clock_gives_the_same_bytes(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, PROJECT)
    arguments = ("approve", "privacy", "ko", "--by", KIM, "--note", "계약")
    assert run(tmp_path, *arguments).out.startswith(f"wrote {FILE}\n")
    assert run(tmp_path, *arguments).out.startswith("1 file up to date\n")
    found = read((tmp_path / FILE).read_text(encoding="utf-8"), FILE)
    assert not isinstance(found, Diagnostic)
    assert [one.when.isoformat() for one in found] == ["2021-04-05T00:00:00+00:00"]
