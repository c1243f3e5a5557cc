"""Large sites: whatever is kept, however many processes there are, and in however many shards, a build is the same bytes."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import pdf, po
from pipeline.bulk.packing import inflated, pack_files, unpack
from pipeline.bulk.shards import shard, shard_of
from pipeline.model import Diagnostic
from pipeline.po import read
from pipeline.project.output import publish
from pipeline.workflow.building import shared_files
from tests.building import WORDS, catalog
from tests.conftest import Run
from tests.folders import everything, fill

NAMES = ("a", "b", "c", "개인정보", "e")
FILES = {
    **{f"source/{name}.md": f"# 제목 {name}\n\nWe keep it.\n" for name in NAMES},
    **{f"locales/ko/LC_MESSAGES/{name}.po": catalog({"We keep it.": "보관합니다."}) for name in NAMES},
    "locales/ar/LC_MESSAGES/a.po": catalog(WORDS["ar"]),
}


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache with nothing in it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "policyglot" / "documents"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return fill(tmp_path / "project", FILES)


def built(run: Run, project: Path, *options: str) -> dict[str, bytes]:
    """A build of its own, in this process alone unless the options say otherwise: starting others takes long."""
    shutil.rmtree(project / "dist", ignore_errors=True)
    assert run(project, "build", "--jobs", "1", *options).code == 0
    return dict(everything(project / "dist"))


def documents(kept: Path) -> Iterator[Path]:
    return iter(sorted(kept.glob("*/*.document")))


@given(st.dictionaries(st.text(min_size=1), st.binary()))
def test_what_is_packed_comes_out_again(files: dict[str, bytes]) -> None:
    data = pack_files(files, 3)
    packed = unpack(data)
    assert packed
    assert packed.errors == 3
    slices = {
        path: inflated(data[packed.begins + one.offset :][: one.length], one)
        for path, one in packed.files.items()
    }
    assert slices == files


@given(st.binary(max_size=300))
def test_what_is_no_document_is_none(data: bytes) -> None:
    assert unpack(data) is None
    assert unpack(b"policyglot document 1\n" + data) is None


@given(st.data())
def test_a_changed_byte_is_seen(data: st.DataObject) -> None:
    whole = pack_files({"ko/a.html": b"<p>"}, 0)
    place = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[place]))
    assert unpack(whole[:place] + bytes([other]) + whole[place + 1 :]) is None


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The catalogs that are read in this process."""
    found: list[str] = []

    def counted(data: bytes, path: str) -> object:
        found.append(path)
        return read(data, path)

    monkeypatch.setattr(po, "read", counted)
    return found


@pytest.mark.usefixtures("kept")
def test_each_catalog_is_read_once_and_not_again(project: Path, run: Run, reads: list[str]) -> None:
    catalogs = sorted(path for path in FILES if path.endswith(".po"))
    built(run, project)
    assert sorted(reads) == catalogs
    reads.clear()
    built(run, project)
    assert reads == []
    fill(project, {"locales/ko/LC_MESSAGES/b.po": catalog({"We keep it.": "지킵니다."})})
    built(run, project)
    assert reads == ["locales/ko/LC_MESSAGES/b.po"]


@pytest.mark.usefixtures("kept")
def test_only_files_with_other_bytes_are_written(project: Path, run: Run) -> None:
    def numbers() -> dict[str, int]:
        """What tells on the disk whether a file is the same."""
        return {path: (project / "dist" / path).stat().st_ino for path in everything(project / "dist")}

    first, before = built(run, project), numbers()
    fill(project, {"locales/ko/LC_MESSAGES/b.po": catalog({"We keep it.": "지킵니다."})})
    assert run(project, "build", "--jobs", "1").code == 0
    second, after = everything(project / "dist"), numbers()
    changed = {path for path, data in second.items() if first[path] != data}
    assert {path for path in after if before[path] != after[path]} == changed
    assert changed >= {"ko/b/index.html", "ko/b/b.md"}
    assert len(changed) < len(second) / 4


@pytest.mark.usefixtures("kept")
def test_what_all_share_is_made_again_only_if_a_document_adds_something_else(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def counted(base: object, shared: object, parts: list[object], order: object) -> object:
        made.append(len(parts))
        return shared_files(base, shared, parts, order)  # type: ignore[arg-type]

    monkeypatch.setattr(sys.modules["pipeline.bulk.making"], "shared_files", counted)
    built(run, project)
    assert made == [len(NAMES)]
    fill(project, {"locales/ko/LC_MESSAGES/b.po": catalog({"We keep it.": "지킵니다."})})
    built(run, project)
    assert made == [len(NAMES)], "another wording is on no list"
    fill(
        project, {"locales/ko/LC_MESSAGES/b.po": catalog({"제목 b": "다른 제목", "We keep it.": "지킵니다."})}
    )
    again = built(run, project)
    assert made == [len(NAMES)] * 2
    assert again == built(run, project, "--no-cache")


@pytest.mark.usefixtures("kept")
def test_each_source_is_parsed_once_and_not_again(project: Path, run: Run, parses: list[str]) -> None:
    first = built(run, project)
    assert sorted(parses) == sorted(NAMES)
    parses.clear()
    assert built(run, project) == first
    assert parses == []
    fill(project, {"locales/ko/LC_MESSAGES/b.po": catalog({"We keep it.": "지킵니다."})})
    outcome = run(project, "build", "--jobs", "1")
    assert parses == ["b"]
    assert outcome.out.endswith("written or removed\n")
    changed = {path for path, data in everything(project / "dist").items() if first[path] != data}
    assert changed
    assert all(path.startswith(("ko/b/", "status/")) or "/" not in path for path in changed)


def test_processes_change_nothing(project: Path, run: Run, kept: Path) -> None:
    alone = built(run, project, "--no-cache")
    assert not kept.exists()
    assert built(run, project, "--no-cache", "--jobs", "2") == alone


def test_a_damaged_cache_is_made_anew(project: Path, run: Run, kept: Path) -> None:
    first = built(run, project)
    for number, path in enumerate(documents(kept)):
        data = path.read_bytes()
        path.write_bytes(
            (b"", data[: len(data) // 2], data[:-1] + b"?", b"policyglot document 1\n")[number % 4]
        )
    assert built(run, project) == first
    assert all(unpack(path.read_bytes()) for path in documents(kept))


@pytest.mark.usefixtures("kept")
def test_what_another_state_of_the_program_kept_is_not_taken(
    project: Path, run: Run, parses: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = built(run, project)
    parses.clear()
    monkeypatch.setattr("pipeline.bulk.making.program", lambda: "another")
    assert built(run, project) == first
    assert sorted(parses) == sorted(NAMES)


@pytest.mark.usefixtures("kept")
def test_a_font_that_is_installed_after_a_build_is_seen(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A PDF that could not be made was not made in the next builds, either: the document was taken as it was kept."""
    missing = Diagnostic(path="policyglot", code="environment", message="no font", hint="install it")
    asked = ("build", "--format", "html,pdf", "--jobs", "1")
    monkeypatch.setattr("pipeline.workflow.pdfs.pdf", lambda *_, **__: missing)
    monkeypatch.setattr(pdf, "tools", lambda: {"pandoc 3": ""})
    assert run(project, *asked).err.split("\n").count(str(missing)) == 1  # and not once for each document
    assert not (project / "dist/en/a/a.pdf").exists()
    monkeypatch.setattr("pipeline.workflow.pdfs.pdf", lambda *_, **__: b"%PDF")
    monkeypatch.setattr(pdf, "tools", lambda: {"Noto Sans normal": "", "pandoc 3": ""})
    assert run(project, *asked).code == 0
    assert (project / "dist/en/a/a.pdf").read_bytes() == b"%PDF"


def test_the_cache_may_go_while_a_build_is_written(
    project: Path, run: Run, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = built(run, project)

    def without_cache(*arguments: object, **rest: object) -> object:
        shutil.rmtree(kept)
        return publish(*arguments, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr("pipeline.cli.building.publish", without_cache)
    assert built(run, project) == first


@pytest.mark.usefixtures("kept")
def test_four_shards_are_one_build(project: Path, run: Run) -> None:
    whole = built(run, project)
    shards = [f"shard-{number}" for number in range(1, 5)]
    for number, out in enumerate(shards, start=1):
        assert (
            run(project, "build", "--jobs", "1", "--quiet", "--shard", f"{number}/4", "--out", out).err == ""
        )
    shutil.rmtree(project / "dist")
    assert run(project, "assemble", *reversed(shards)).code == 0
    assert dict(everything(project / "dist")) == whole


@pytest.mark.usefixtures("kept")
def test_a_missing_or_old_shard_is_told(project: Path, run: Run) -> None:
    for number in (1, 2):
        run(project, "build", "--jobs", "1", "--quiet", "--shard", f"{number}/2", "--out", f"s{number}")
    outcome = run(project, "assemble", "s1")
    assert (outcome.code, outcome.err) == (
        2,
        "policyglot: shard 2/2 is missing: build it, and name its folder, too\n",
    )
    assert run(project, "assemble", "source").err == (
        "source: this is no folder of a shard: name the folders that policyglot build --shard K/N wrote\n"
    )
    fill(project, {"source/a.md": "# Other\n"})
    assert run(project, "assemble", "s1", "s2").err == (
        f"policyglot: shard {shard_of('a', 2)}/2 does not hold a as it is here: build it of the same sources, "
        "with the same options, on the same day and by the same version of policyglot\n"
    )
    assert not (project / "dist").exists()


@pytest.mark.parametrize("text", ["0/4", "5/4", "1", "a/b", "1/0", "-1/2", ""])
def test_what_is_no_shard(text: str, project: Path, run: Run) -> None:
    assert shard(text) is None
    assert run(project, "build", "--shard", text, "--out", "s").err == (
        f"policyglot: “{text}” is no shard: write --shard K/N, with K from 1 to N\n"
    )
