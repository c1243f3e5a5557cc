"""Who approved which exact text: the values, their file, and what holds."""

import datetime
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.approvals import (
    Approval,
    Role,
    Signature,
    key_of,
    mail_of,
    name_of,
    person,
    read,
    renewed,
    sign,
    standings,
    write,
)
from pipeline.model import Diagnostic, Key

DAY = datetime.datetime(2021, 4, 5, 12, tzinfo=datetime.UTC)
TEXTS: dict[Key, str | None] = {
    (None, "Terms"): "이용약관",
    (None, "Be kind."): "친절하게 대해 주십시오.",
    ("menu", "Be kind."): "친절",
    (None, "Write to us."): "서면으로\u2028문의하십시오.",
}


def approval(
    by: str = "김민지 <kim@example.com>",
    texts: Mapping[Key, str | None] = TEXTS,
    **other: Any,  # noqa: ANN401 - any field of an approval
) -> Approval:
    signed = tuple(sorted(sign(key, text) for key, text in texts.items()))
    fields = {"document": "terms", "role": Role.LEGAL, "when": DAY, **other}
    return Approval(by=by, texts=signed, **fields)


def problem(text: str) -> str:
    found = read(text, "locales/ko/approvals.toml")
    assert isinstance(found, Diagnostic)
    assert found.code == "approvals-file"
    return str(found)


# Texts and people


def test_a_signature_is_that_of_these_parts_in_json() -> None:
    """These digests stand in the files of projects: another way to make them would void all approvals."""
    assert sign(("menu", "Be kind."), "친절") == Signature(
        source="3edafeae87ee0b2831b62eeb5f50012e5734014ef182e0c4e87204a1a2aa51cd",
        both="e64810ec36a9f2d5b9af839153f74d0e3a5c91733e7f20945da0f14335c5fce4",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (((None, "a"), "b"), (("", "a"), "b")),
        (((None, "ab"), ""), ((None, "a"), "b")),
        ((("a", "b"), "c"), ((None, "a"), "bc")),
        (((None, 'a","b'), "c"), (("a", "b"), "c")),
        (((None, "a"), ""), ((None, "a"), None)),
        (((None, "e\u0301"), "b"), ((None, "\u00e9"), "b")),
        (((None, "a"), "b\u00a0c"), ((None, "a"), "b c")),
    ],
)
def test_what_is_not_the_same_has_another_signature(
    one: tuple[Key, str | None], other: tuple[Key, str | None]
) -> None:
    assert sign(*one) != sign(*other)


def test_of_a_long_text_the_beginning_is_kept() -> None:
    assert sign((None, "가" * 48), None).begins == "가" * 48
    assert sign((None, "가" * 49), None).begins == "가" * 47 + "…"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Kim Minji <kim@example.com>", "Kim Minji <kim@example.com>"),
        ("  김\u00a0민지  <Kim@Example.com> ", "김 민지 <Kim@Example.com>"),
        ("محمد <m@example.com>", "محمد <m@example.com>"),
        ("O’Neil, J. (Legal) <j.o+legal@example.co.uk>", "O’Neil, J. (Legal) <j.o+legal@example.co.uk>"),
    ],
)
def test_a_person_is_a_name_and_a_mail_address(words: str, written: str) -> None:
    assert person(words) == written
    assert person(written) == written


@pytest.mark.parametrize(
    "words",
    [
        "", "Kim", "kim@example.com", "<kim@example.com>", "Kim <kim>", "Kim <kim@>", "Kim <@example.com>", "Kim <a@b@c>",
        "Kim <kim@example.com", "Kim kim@example.com>", "Kim <k im@example.com>", "- <kim@example.com>",
        "Kim <kim@example.com> x", "Kim\n <kim@example.com>", "Kim \u202e<kim@example.com>", "Kim <a@b>\n", "\udcff <a@b>",
    ],
)  # fmt: skip
def test_anything_else_is_none(words: str) -> None:
    assert person(words) is None


def test_a_person_is_known_by_the_address() -> None:
    assert name_of("Kim Minji <Kim@Example.com>") == "Kim Minji"
    assert mail_of("Kim Minji <Kim@Example.com>") == "kim@example.com"
    assert key_of(approval("Kim <KIM@example.com>")) == key_of(approval()) == "terms legal kim@example.com"


def test_the_same_person_renews_and_another_adds() -> None:
    one, two = approval(), approval("Lee <lee@example.com>")
    as_translator, of_another = approval(role=Role.TRANSLATOR), approval(document="privacy")
    later = approval("Kim <KIM@example.com>", texts={}, when=DAY + datetime.timedelta(days=1))
    others = (of_another, two, as_translator)
    assert renewed((*others, one), later) == (of_another, later, two, as_translator)
    assert renewed((), one) == (one,)


# The file


def test_the_file() -> None:
    found = write([approval("Lee <lee@example.com>", {(None, "A\n\u202e“b” \\ \u0001"): None}, note="x\ny")])
    assert found == (
        "# Who approved which exact text; written by policyglot approve. The digests are of context and source text, and of both\n"
        "# with the translation. In a conflict of a merge, keep the lines of both sides.\n"
        "\n"
        "version = 1\n"
        "\n"
        "approvals = [\n"
        "  # terms legal lee@example.com\n"
        '  { approval = "terms legal lee@example.com", by = "Lee <lee@example.com>", when = 2021-04-05T12:00:00Z, note = "x\\ny" },\n'
        '  { approval = "terms legal lee@example.com", begins = "A\\n\\u202e“b” \\\\ \\u0001", source = "f7fe6d655887e34779d9e3acc3ef643c8ad55c140d2e9efb78e0cd619f419faa" },\n'
        "\n"
        "]\n"
    )


def test_the_order_is_not_that_of_the_document() -> None:
    turned = dict(reversed(TEXTS.items()))
    one, two = approval(), approval("Lee <lee@example.com>")
    assert write([one, two]) == write([two, approval(texts=turned)])


def test_lines_in_another_order_and_twice_say_the_same() -> None:
    text = write([approval(), approval("Lee <lee@example.com>", role=Role.TRANSLATOR)])
    lines = _entries(text)
    assert read(_file(*reversed(lines), lines[0], lines[-1]), "") == read(text, "")


def test_of_one_approval_that_stands_twice_the_later_day_counts() -> None:
    early, late = approval(), approval(when=DAY + datetime.timedelta(days=1), texts={(None, "A"): "가"})
    for order in ([early, late], [late, early]):
        both = read(_file(*(line for one in order for line in _entries(write([one])))), "")
        assert not isinstance(both, Diagnostic)
        assert [one.when for one in both] == [late.when]
        assert set(both[0].texts) == {*early.texts, *late.texts}


def _entries(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("  {")]


def _file(*entries: str) -> str:
    return "\n".join(("version = 1", "approvals = [", *entries, "]"))


HEAD = '{ approval = "terms legal a@b", by = "A <a@b>", when = 2021-04-05T00:00:00Z },'
TEXT = f'{{ approval = "terms legal a@b", begins = "", source = "{"0" * 64}" }},'
BACK = "take the file back from version control"
NEITHER = f"this is neither an approval nor an approved text: {BACK}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "the version of its form is None, and only 1 is known: use the policyglot that wrote it"),
        ("version = 2", "the version of its form is 2, and only 1 is known: use the policyglot that wrote it"),
        ("version = 1", f"it holds something else than a list “approvals”: {BACK}"),
        ("version = 1\napprovals = 1", f"it holds something else than a list “approvals”: {BACK}"),
        ("version = 1\napprovals = []\nx = 1", f"it holds something else than a list “approvals”: {BACK}"),
        ("version = 1\napprovals = [\n", f"2: this is not TOML: invalid value: {BACK}"),
        ("a = 1\nb = ?", f"2: this is not TOML: invalid value: {BACK}"),
        ("x = " + "[" * 9999, f"1: this is not TOML: brackets nest too deeply: {BACK}"),
        ("version = 1\n<<<<<<< ours\n", "2: a conflict of a merge is not resolved here: keep the lines of both sides, without the marks"),
        (_file("1"), f"{NEITHER}"),
        (_file(HEAD.replace("a@b>", "c@d>")), f"3: {NEITHER}"),
        (_file(HEAD.replace("legal", "boss")), f"3: {NEITHER}"),
        (_file(HEAD.replace("Z", "")), f"3: {NEITHER}"),
        (_file(HEAD.replace("2021-04-05T00:00:00Z", "1")), f"3: {NEITHER}"),
        (_file(HEAD, HEAD.replace(" }", ", note = 1 }")), f"4: {NEITHER}"),
        (_file(HEAD, HEAD.replace(" }", ", x = 1 }")), f"4: {NEITHER}"),
        (_file(HEAD, "", "{ approval = 1 },"), f"5: {NEITHER}"),
        (_file(HEAD, TEXT.replace("0", "", 1)), f"4: {NEITHER}"),
        (_file(HEAD, TEXT.replace(" }", ", both = 'x' }")), f"4: {NEITHER}"),
        (_file(HEAD, TEXT.replace(" }", ", x = 1 }")), f"4: {NEITHER}"),
        (_file(HEAD, TEXT, TEXT.replace("a@b", "c@d")), f"5: there is no approval “terms legal c@d”: {BACK}"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_trusted_is_one_line_with_its_place(text: str, told: str) -> None:
    place = "locales/ko/approvals.toml:"
    assert problem(text) == f"{place}{told}" if told[0].isdigit() else f"{place} {told}"


@pytest.mark.parametrize("order", ["before", "after"])
def test_git_merges_the_renewal_of_one_person_and_the_first_approval_of_another(
    tmp_path: Path, order: str
) -> None:
    """Also where their lines are neighbours."""
    base = [approval("Lee <lee@example.com>"), approval("Zoe <zoe@example.com>")]
    changed = dict.fromkeys(TEXTS, "다른 글")
    ours = renewed(base, approval("Lee <lee@example.com>", changed, when=DAY + datetime.timedelta(days=1)))
    new = approval("Ada <ada@example.com>" if order == "before" else "Mia <mia@example.com>")
    assert read(_merged(tmp_path, write(base), write(ours), write(renewed(base, new))), "") == renewed(
        ours, new
    )


def test_git_merges_approvals_of_different_people(tmp_path: Path) -> None:
    base = [approval("Lee <lee@example.com>")]
    one, two = approval("Ada <ada@example.com>"), approval("Zoe <zoe@example.com>")
    merged = _merged(tmp_path, write(base), write(renewed(base, one)), write(renewed(base, two)))
    assert read(merged, "") == (one, *base, two)


@pytest.mark.parametrize("base", ["", write([])])
def test_where_git_finds_a_conflict_the_lines_of_both_sides_are_right(tmp_path: Path, base: str) -> None:
    one, two = approval("Ada <ada@example.com>"), approval("Zoe <zoe@example.com>")
    merged = _merged(tmp_path, base, write([one]), write([two]), "--union")
    assert read(merged, "") == (one, two)


def _merged(folder: Path, base: str, ours: str, theirs: str, *options: str) -> str:
    for name, text in {"base": base, "ours": ours, "theirs": theirs}.items():
        (folder / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["git", "merge-file", "-p", *options, "ours", "base", "theirs"],  # noqa: S607 - whichever git there is
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()
    return done.stdout.decode()


# What holds


def test_what_was_approved_holds() -> None:
    [legal] = standings([approval()], "terms", TEXTS)
    assert (legal.role, legal.texts, legal.void, legal.holds) == (Role.LEGAL, 4, (), True)
    assert standings([approval()], "privacy", TEXTS) == ()


def test_a_changed_translation_is_told_from_a_changed_source() -> None:
    now = {**TEXTS, (None, "Terms"): "약관", (None, "New."): "새로운 글."}
    [legal] = standings([approval()], "terms", now)
    assert [(void.key[1], void.is_known) for void in legal.void] == [("Terms", True), ("New.", False)]
    assert not legal.holds


def test_a_text_that_is_gone_is_no_loss() -> None:
    [legal] = standings([approval()], "terms", {(None, "Terms"): "이용약관"})
    assert legal.holds


def test_one_person_in_a_role_is_enough_and_the_latest_is_named() -> None:
    other = approval(
        "Lee <lee@example.com>", {(None, "Terms"): "약관"}, when=DAY + datetime.timedelta(days=1)
    )
    now = {**TEXTS, (None, "Terms"): "약관"}
    [legal] = standings([approval(), other], "terms", now)
    assert legal.holds
    [legal] = standings([approval(), other], "terms", {**TEXTS, (None, "Terms"): "규약"})
    assert [void.last for void in legal.void] == [other]
    [legal] = standings([approval(), other], "terms", {**TEXTS, (None, "Be kind."): ""})
    assert [void.last.by for void in legal.void] == ["김민지 <kim@example.com>"]


def test_each_role_stands_for_itself() -> None:
    now = {**TEXTS, (None, "Terms"): "약관"}
    legal, translator = standings(
        [approval("Lee <lee@example.com>", now, role=Role.TRANSLATOR), approval()], "terms", now
    )
    assert (legal.role, legal.holds) == (Role.LEGAL, False)
    assert (translator.role, translator.holds) == (Role.TRANSLATOR, True)


def test_nothing_is_approved_of_a_document_without_texts() -> None:
    [legal] = standings([approval(texts={})], "terms", {})
    assert not legal.holds
