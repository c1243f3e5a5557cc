"""Releases as values: what one holds, the proof of it, the order of versions, and the front matter that asks for one."""

import json
from dataclasses import replace

import pytest

from pipeline import frontmatter
from pipeline.model import Diagnostic
from pipeline.releases import (
    MANIFEST,
    RECORD,
    Before,
    Lack,
    Metadata,
    State,
    is_version,
    manifest,
    metadata,
    order,
    read,
    standing,
    states,
    write,
)
from tests.releases import ROOT, chain, day, on_disk, release

FIRST, SECOND = chain(release(), release("1.1", "2027-02-01", "2027-03-01"))
AT = f"{ROOT}/약관"


def told(files: dict[str, bytes]) -> list[str]:
    return [f"{fault.path}: {fault.message}: {fault.hint}" for fault in read(files, ROOT).faults]


def back(path: str) -> str:
    return f"bring back what was released, as with git checkout -- {path}; what changes is a new release"


# What a release holds


def test_a_release_holds_its_source_and_its_catalogs_byte_for_byte() -> None:
    files = write(FIRST)
    assert list(files) == ["약관.md", "ko.po", "ko.approvals.toml", RECORD, MANIFEST]
    assert files["약관.md"] == b"# Terms\r\n\r\nKeep\xc2\xa0it.\n"
    assert files["ko.po"] == FIRST.catalogs["ko"]


def test_the_record_has_a_form_that_programs_can_rely_on() -> None:
    assert json.loads(write(SECOND)[RECORD]) == {
        "form": 1,
        "document": "약관",
        "version": "1.1",
        "announced": "2027-02-01",
        "effective": "2027-03-01",
        "material": True,
        "summary": "가\u2028나",
        "languages": ["en", "ko"],
        "authoritative": ["en"],
        "before": {"version": "1.0", "manifest": SECOND.before.manifest if SECOND.before else None},
        "settings": {
            "translate": ["title"],
            "do-not-translate": [],
            "allow-unchanged": [],
            "link-swaps": {},
        },
    }


def test_the_manifest_is_what_sha256sum_writes() -> None:
    assert manifest({"b.md": b"", "a.po": b"abc"}) == (
        b"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.po\n"
        b"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b.md\n"
    )


def test_releases_come_back_in_the_order_of_their_versions() -> None:
    releases = chain(release("1.9"), release("1.10"))
    other = release(document="Закон")
    found = read({**on_disk(releases), **on_disk([other]), f"{ROOT}/.gitattributes": b"* -text\n"}, ROOT)
    assert (found.faults, found.of("약관"), found.of("Закон")) == ((), releases, (other,))


# The proof


@pytest.mark.parametrize("name", ["약관.md", "ko.po", RECORD])
def test_a_changed_file_is_told(name: str) -> None:
    path = f"{AT}/1.1/{name}"
    files = on_disk([FIRST, SECOND])
    assert told({**files, path: files[path].replace(b"\n", b"\r\n", 1)}) == [
        f"{path}: this file is not as it was released: {back(path)}"
    ]


def test_a_missing_file_is_told() -> None:
    files = on_disk([FIRST])
    del files[f"{AT}/1.0/ko.po"]
    assert told(files) == [f"{AT}/1.0/ko.po: this file of the release is missing: {back(f'{AT}/1.0/ko.po')}"]


@pytest.mark.parametrize("name", ["ja.po", "deeper/ko.po", ".DS_Store"])
def test_an_added_file_is_told(name: str) -> None:
    assert told({**on_disk([FIRST]), f"{AT}/1.0/{name}": b""}) == [
        f"{AT}/1.0/{name}: this file is not of the release: move it away; what changes is a new release"
    ]


def test_a_missing_manifest_is_told() -> None:
    files = on_disk([FIRST])
    path = f"{AT}/1.0/{MANIFEST}"
    del files[path]
    assert told(files) == [f"{path}: the release has no manifest: {back(path)}"]


def test_a_manifest_in_another_form_is_told() -> None:
    files = on_disk([FIRST])
    path = f"{AT}/1.0/{MANIFEST}"
    for other in (files[path].upper(), files[path] + b"\n", b"", b"\xff\n", files[path][:-1]):
        assert told({**files, path: other}) == [f"{path}: the manifest has changed: {back(path)}"]


def test_a_release_that_was_made_anew_is_told_by_the_one_that_follows() -> None:
    other = replace(FIRST, source=b"# Other terms\n")
    path = f"{AT}/1.0/{MANIFEST}"
    assert told(on_disk([other, SECOND])) == [
        f"{path}: the manifest is not that of the release that 1.1 follows: {back(f'{AT}/1.0')}"
    ]
    assert read(on_disk([other, SECOND]), ROOT).releases == (SECOND,)


def test_a_release_that_is_gone_is_told_by_the_one_that_follows() -> None:
    assert told(on_disk([SECOND])) == [
        f"{AT}/1.0: the release is missing that 1.1 follows: {back(f'{AT}/1.0')}"
    ]


def test_a_release_under_another_name_is_told() -> None:
    files = {path.replace("/1.0/", "/2.0/"): data for path, data in on_disk([FIRST]).items()}
    assert told(files) == [f"{AT}/2.0: this folder holds 약관 1.0: give it its name back"]


@pytest.mark.parametrize(
    "record",
    [b"", b"{}", b"[]", b"null", b"[" * 100_000, b'{"form": 2}', write(SECOND)[RECORD]],
    ids=["empty", "object", "list", "null", "deep", "newer", "another"],
)
def test_what_a_manifest_proves_and_is_no_release_is_told(record: bytes) -> None:
    files = {name: data for name, data in write(FIRST).items() if name not in {RECORD, MANIFEST}}
    files[RECORD] = record
    files[MANIFEST] = manifest(files)
    [line] = told({f"{AT}/1.0/{name}": data for name, data in files.items()})
    assert line.startswith((f"{AT}/1.0/{RECORD}: this is no release that can be read here: update policyglot", f"{AT}/1.0: this folder holds 약관 1.1"))  # fmt: skip


# Versions


@pytest.mark.parametrize(
    ("one", "other"),
    [("1.9", "1.10"), ("1.0", "1.0.1"), ("2", "10"), ("2027-01-31", "2027-02-01"), ("1.0", "1.a"), ("가", "나"),
     ("٩", "١٠"), ("9", "１０")],
)  # fmt: skip
def test_versions_have_an_order(one: str, other: str) -> None:
    assert order(one) < order(other)


@pytest.mark.parametrize(
    ("one", "other"), [("1.0", "1.00"), ("1.0", "1-0"), ("1.0A", "1.0a"), ("가", "가"), ("1", "１")]
)
def test_versions_that_an_eye_or_a_disk_may_take_for_each_other_are_equal(one: str, other: str) -> None:
    assert order(one) == order(other)


@pytest.mark.parametrize("text", ["1.0", "v2", "2027-01-15", "판_2", "3.٠", "x" * 40])
def test_a_version(text: str) -> None:
    assert is_version(text)


@pytest.mark.parametrize(
    "text", ["", ".", "..", "1/0", "1\\0", "-1", "1.", "1 0", "1\u00a00", "1\u202e0", "1:0", "x" * 41]
)
def test_no_version(text: str) -> None:
    assert not is_version(text)


# States


def test_the_states_of_two_releases_over_time() -> None:
    days = ["2026-12-31", "2027-01-01", "2027-01-14", "2027-01-15", "2027-02-01", "2027-02-28", "2027-03-01"]
    draft, announced, in_force, superseded = State
    assert [tuple(states([SECOND, FIRST], day(one)).values())[::-1] for one in days] == [
        (draft, draft),
        (announced, draft),
        (announced, draft),
        (in_force, draft),
        (in_force, announced),
        (in_force, announced),
        (superseded, in_force),
    ]


def test_of_two_releases_of_one_day_the_greater_version_is_in_force() -> None:
    one, other = release("1.9"), release("1.10")
    assert states([other, one], day("2027-01-15")) == {"1.9": State.SUPERSEDED, "1.10": State.IN_FORCE}


def test_the_working_text_is_a_draft_unless_it_is_the_last_release() -> None:
    def rows(source: bytes | None) -> list[tuple[str | None, str, bool]]:
        found = standing("약관", source, "1.2", [FIRST, SECOND], day("2027-02-01"))
        return [(one.version, one.state.value, one.frozen) for one in found]

    released = [("1.0", "in force", True), ("1.1", "announced", True)]
    assert rows(SECOND.source) == released
    assert rows(None) == released
    assert rows(b"other") == [*released, ("1.2", "draft", False)]


# The front matter


def asked(text: str, *, last: bool = False) -> Metadata | list[str]:
    split = frontmatter.read(f"---\n{text}---\n", "source/약관.md")
    assert not isinstance(split, Diagnostic)
    found = metadata(split[0], day("2027-01-10"), SECOND if last else None)
    return found if isinstance(found, Metadata) else [_line(lack) for lack in found]


def _line(lack: Lack) -> str:
    return f"{lack.line or '–'}: {lack.message}: {lack.hint}"


@pytest.mark.parametrize(
    ("word", "value"),
    [("yes", True), ("Yes", True), ("true", True), ("no", False), ("false", False), ('""', None)],
)
def test_the_metadata(word: str, value: bool | None) -> None:  # noqa: FBT001 - a row of a table
    text = f'version: "2"\nannounced: 2027-03-01\neffective: 2027-03-01\nmaterial: {word}\nsummary: "가\u00a0나\u2028 "\n'
    assert asked(text, last=True) == Metadata(
        version="2",
        announced=day("2027-03-01"),
        effective=day("2027-03-01"),
        material=value,
        summary="가\u00a0나\u2028",
    )


def test_a_release_is_announced_on_its_day_unless_it_says_otherwise() -> None:
    found = asked("version: 1\neffective: 2027-01-10\n")
    assert isinstance(found, Metadata)
    assert (found.announced, found.material, found.summary) == (day("2027-01-10"), None, None)


GREATER = "give the text a greater version"


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        (
            "title: 약관\n",
            [
                '–: there is no version: write one, as in version: "1.0"',
                "–: there is no effective date: write the day from which the text is in force, as in effective: 2027-01-15",
            ],
        ),
        (
            "version: 1/2\neffective: 2027-04-01\n",
            [
                "2: “1/2” cannot be the version of a release: use letters, digits, “.”, “-” and “_”, 40 at most, with a letter or a digit at both ends"
            ],
        ),
        (
            "version: 1.01\neffective: 2027-04-01\n",
            [f"2: version 1.1 is released, and a release never changes: {GREATER}"],
        ),
        (
            "version: 1.0.9\neffective: 2027-04-01\n",
            [f"2: version 1.0.9 is not after 1.1, which is released: {GREATER}"],
        ),
        (
            "version: 2\neffective: 2027-02-28\n",
            [
                "3: the effective date 2027-02-28 is before that of 1.1, 2027-03-01: write that day or a later one"
            ],
        ),
        (
            "version: 2\neffective: 2027-04-01\nannounced: 1 March\n",
            ["4: “1 March” is not a date: write the day of announcement as YYYY-MM-DD"],
        ),
        (
            "version: 2\neffective: 2027-04-01\nannounced: 2027-04-02\n",
            [
                "4: the day of announcement, 2027-04-02, is after the effective date, 2027-04-01: write the effective date or a day before it"
            ],
        ),
        (
            "version: 2\neffective: 2027-04-01\nmaterial: 예\n",
            ["4: “예” does not say whether the change is material: write yes or no"],
        ),
    ],
)
def test_what_the_front_matter_lacks(text: str, reasons: list[str]) -> None:
    assert asked(text, last=True) == reasons


def test_a_day_that_has_passed_needs_a_day_of_announcement() -> None:
    assert asked("version: 1\neffective: 2021-04-05\n") == [
        "3: the effective date 2021-04-05 has passed, and no day of announcement is given: write one, as in announced: 2021-04-05"
    ]
    assert isinstance(asked("version: 1\neffective: 2021-04-05\nannounced: 2021-04-05\n"), Metadata)


def test_how_the_next_release_names_one() -> None:
    assert SECOND.before == Before(version="1.0", manifest=SECOND.before.manifest if SECOND.before else "")
    assert FIRST.before is None
