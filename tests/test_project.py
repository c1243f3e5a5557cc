import errno
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from pipeline import po
from pipeline.catalog import CatalogFile
from pipeline.config import Config
from pipeline.languages import language
from pipeline.model import Catalog
from pipeline.project import Project, load, publish, store
from tests.conftest import ROOT

POLICY = "---\ntitle: Privacy Policy\n---\n\n# Contact\n\nWrite to us.\n"
PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Contact"\nmsgstr "{}"\n'


def fill(root: Path, contents: Mapping[str, str | bytes]) -> Path:
    for name, content in contents.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def everything(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def unusable(project: Project) -> list[str]:
    assert (project.documents, project.catalogs, project.unreadable) == ((), {}, ())
    return [str(problem) for problem in project.unusable]


def unreadable(project: Project) -> list[str]:
    assert project.unusable == ()
    return [str(problem) for problem in project.unreadable]


# Loading


def test_a_project_is_its_documents_templates_and_catalogs(tmp_path: Path) -> None:
    project = load(
        fill(
            tmp_path,
            {
                "source/terms.md": "# Terms\n",
                "source/개인정보.md": POLICY,
                "source/notes.txt": "not a document",
                "source/old.md/not a file": "",
                "locales/templates/LC_MESSAGES/terms.pot": PO.format(""),
                "locales/templates/LC_MESSAGES/terms.po": "not a template",
                "locales/ja/LC_MESSAGES/terms.po": PO.format("連絡先"),
                "locales/pt-br/LC_MESSAGES/site.po": PO.format("Contato"),
                "locales/pt-br/LC_MESSAGES/site.mo": b"\x00",
                "locales/README.md": "not a locale",
                "locales/.cache/LC_MESSAGES/terms.po": "not a locale",
            },
        )
    )
    assert (project.unusable, project.unreadable) == ((), ())
    assert project.config == Config()
    assert [(document.name, document.path, document.title) for document in project.documents] == [
        ("terms", "source/terms.md", "Terms"),
        ("개인정보", "source/개인정보.md", "Privacy Policy"),
    ]
    assert project.domains == ("terms", "개인정보", "site")
    assert list(project.folders.items()) == [("ja", "ja"), ("pt_BR", "pt-br")]
    assert set(project.templates) == {"terms"}
    assert {key: catalog.messages[0].translation for key, catalog in project.catalogs.items()} == {
        ("ja", "terms"): "連絡先",
        ("pt_BR", "site"): "Contato",
    }
    assert {"page.html", "style.css"} <= set(project.page_templates)


def test_the_configuration_says_where_things_are_and_what_is_read(tmp_path: Path) -> None:
    settings = (
        '[tool.policyglot]\nsource-language = "ko"\nsource-dir = "원본"\nlocales-dir = "번역/po"\n'
        'languages = ["ar", "en"]\ntranslate = ["summary"]\n'
    )
    project = load(
        fill(
            tmp_path,
            {
                "pyproject.toml": settings,
                "원본/약관.md": "---\ntitle: 약관\nsummary: 요약\n---\n",
                "번역/po/ar/LC_MESSAGES/약관.po": PO.format("اتصل"),
                "번역/po/ja/LC_MESSAGES/약관.po": PO.format("連絡先"),
            },
        )
    )
    assert project.config.source_language == "ko"
    assert [unit.text for unit in project.documents[0].units] == ["요약"]
    assert dict(project.folders) == {"ar": "ar", "en": "en"}
    assert set(project.catalogs) == {("ar", "약관")}


def test_a_catalog_file_is_known_whether_it_is_there_or_not(tmp_path: Path) -> None:
    files = {"source/terms.md": POLICY, "locales/pt-br/LC_MESSAGES/terms.po": PO.format("Contato")}
    project = load(fill(tmp_path, files))
    assert project.catalog_file("pt_BR", "terms") == CatalogFile(
        path="locales/pt-br/LC_MESSAGES/terms.po",
        domain="terms",
        language=language("pt_BR"),
        catalog=project.catalogs["pt_BR", "terms"],
    )
    assert project.catalog_file("ja", "site") == CatalogFile(
        path="locales/ja/LC_MESSAGES/site.po", domain="site", language=language("ja"), catalog=None
    )


def test_a_project_without_locales_and_settings_is_usable(tmp_path: Path) -> None:
    project = load(fill(tmp_path, {"source/terms.md": POLICY}))
    assert (project.unusable, project.folders, project.templates, project.catalogs) == ((), {}, {}, {})


def test_a_missing_project_folder_is_told(tmp_path: Path) -> None:
    missing = tmp_path / "없음"
    assert unusable(load(missing)) == [
        f"{missing}: there is no such folder: name the folder of the project with -C"
    ]


def test_a_missing_source_folder_is_told(tmp_path: Path) -> None:
    assert unusable(load(tmp_path)) == ["source: there is no such folder: put the documents there, as *.md"]


def test_a_source_folder_without_a_document_is_told(tmp_path: Path) -> None:
    fill(tmp_path, {"source/읽어 주세요.txt": ""})
    assert unusable(load(tmp_path)) == ["source: there is no document: put the documents there, as *.md"]


def test_a_bad_document_name_and_a_bad_locale_are_told_together(tmp_path: Path) -> None:
    fill(tmp_path, {"source/두 낱말.md": "", "locales/한국어/LC_MESSAGES/terms.po": ""})
    assert unusable(load(tmp_path)) == [
        (
            "source/두 낱말.md: a document cannot have this name: use letters, digits, “.”, “-” and “_”, "
            "and not “site”, which is the page templates' own and not “glossary”, which is the defined terms'"
        ),
        "locales/한국어: this is not a locale: name it as in ko, zh_Hans or pt_BR, or move it away",
    ]


def test_a_bad_setting_is_told_and_nothing_else_is_read(tmp_path: Path) -> None:
    fill(tmp_path, {"pyproject.toml": "[tool.policyglot]\nlangauges = []\n"})
    assert unusable(load(tmp_path)) == [
        "pyproject.toml:2: unknown key “langauges” in [tool.policyglot]: did you mean “languages”?"
    ]


def test_settings_that_are_not_utf_8_are_told_with_their_line(tmp_path: Path) -> None:
    fill(tmp_path, {"pyproject.toml": b"[project]\n# " + "설정".encode("euc-kr"), "source/terms.md": POLICY})
    assert unusable(load(tmp_path)) == ["pyproject.toml:2: the file is not UTF-8: save it as UTF-8"]


def test_a_source_that_is_not_utf_8_is_told_with_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    fill(tmp_path, {"source/a.md": b"# One\n\n" + "개인정보\n".encode("euc-kr"), "source/b.md": POLICY})
    project = load(tmp_path)
    assert unreadable(project) == ["source/a.md:3: the file is not UTF-8: save it as UTF-8"]
    assert [document.name for document in project.documents] == ["b"]


def test_broken_front_matter_is_told_with_its_line(tmp_path: Path) -> None:
    fill(tmp_path, {"source/a.md": "---\ntitle: 가\ntitle: 나\n---\n"})
    assert unreadable(load(tmp_path)) == [
        (
            "source/a.md:3: the front matter is not valid: the key “title” stands here a second time: "
            "mend the YAML between the two --- lines"
        )
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no BOM", "BOM"])
def test_a_byte_order_mark_and_other_line_ends_are_no_part_of_the_text(
    tmp_path: Path, end: str, mark: bytes
) -> None:
    text = "---\ntitle: 방침\n---\n\n# 하나\u2028둘\n\n셋  \n넷\n"
    fill(tmp_path, {"source/a.md": text, "source/b.md": mark + text.replace("\n", end).encode()})
    a, b = load(tmp_path).documents
    assert [(unit.text, unit.line) for unit in b.units] == [(unit.text, unit.line) for unit in a.units]
    assert [unit.text for unit in a.units] == ["방침", "하나\u2028둘", "셋\n넷"]


def test_a_broken_po_file_is_unreadable_and_the_others_are_read(tmp_path: Path) -> None:
    broken = PO.format("연락처").replace('처"', "처")
    fill(
        tmp_path,
        {
            "source/terms.md": POLICY,
            "locales/ja/LC_MESSAGES/terms.po": PO.format("連絡先"),
            "locales/ko/LC_MESSAGES/terms.po": broken,
            "locales/templates/LC_MESSAGES/terms.pot": broken,
        },
    )
    project = load(tmp_path)
    told = "this line is not PO syntax: mend it in a text editor; nothing was read from this file and nothing written to it"
    assert unreadable(project) == [
        f"locales/templates/LC_MESSAGES/terms.pot:6: {told}",
        f"locales/ko/LC_MESSAGES/terms.po:6: {told}",
    ]
    assert (set(project.catalogs), project.templates) == ({("ja", "terms")}, {})


def test_a_folder_may_have_brackets_in_its_name(tmp_path: Path) -> None:
    files = {
        "pyproject.toml": '[tool.policyglot]\nsource-dir = "원본[1]"\nlocales-dir = "번역[1]"\n',
        "원본[1]/terms.md": POLICY,
        "번역[1]/ko/LC_MESSAGES/terms.po": PO.format("연락처"),
    }
    project = load(fill(tmp_path / "[프로젝트]", files))
    assert [document.name for document in project.documents] == ["terms"]
    assert set(project.catalogs) == {("ko", "terms")}


def test_loading_changes_nothing(policy: Path) -> None:
    before = everything(policy)
    project = load(policy)
    assert (project.unusable, project.unreadable) == ((), ())
    assert everything(policy) == before


def test_our_own_catalogs_are_canonical() -> None:
    paths = sorted((ROOT / "locales").rglob("*.po*"))
    assert paths
    for path in paths:
        catalog = po.read(path.read_bytes(), path.name)
        assert isinstance(catalog, Catalog)
        assert po.write(catalog) == path.read_bytes(), path


# Storing


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    fill(tmp_path, {"same": "가", "other": "나"})
    before = (tmp_path / "same").stat()
    contents = {"same": "가".encode(), "other": "다".encode(), "새/폴더/new": "\u2028".encode()}
    assert store(tmp_path, contents) == ["other", "새/폴더/new"]
    assert everything(tmp_path) == contents
    after = (tmp_path / "same").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert store(tmp_path, contents) == []


def test_a_dry_run_tells_what_differs_and_writes_nothing(tmp_path: Path) -> None:
    fill(tmp_path, {"same": "가", "other": "나"})
    contents = {"other": "다".encode(), "same": "가".encode(), "a/new": b""}
    assert store(tmp_path, contents, dry=True) == ["a/new", "other"]
    assert everything(tmp_path) == {"same": "가".encode(), "other": "나".encode()}
    assert not (tmp_path / "a").exists()


def test_files_of_others_stay(tmp_path: Path) -> None:
    fill(tmp_path, {"a/남의 것": "가"})
    store(tmp_path, {"a/b": b""})
    assert set(everything(tmp_path)) == {"a/남의 것", "a/b"}


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = fill(tmp_path, {"ko.po": "가"}) / "ko.po"
    path.chmod(mode)
    store(tmp_path, {"ko.po": "나".encode()})
    assert path.read_bytes() == "나".encode()
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.usefixtures("umask")
def test_a_new_file_has_the_mode_that_the_process_gives_its_files(tmp_path: Path) -> None:
    store(tmp_path, {"ko.po": b""})
    assert stat.S_IMODE((tmp_path / "ko.po").stat().st_mode) == 0o640
    assert os.umask(0o027) == 0o027


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def killed(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("crash", "error"), [(full, OSError), (killed, KeyboardInterrupt)], ids=["full", "killed"]
)
@pytest.mark.parametrize(("owner", "name"), [(os, "fsync"), (Path, "replace"), (Path, "chmod")])
def test_a_crash_leaves_the_old_file_and_nothing_beside_it(  # noqa: PLR0913, PLR0917 - drawn and given
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    owner: object,
    name: str,
    crash: object,
    error: type[BaseException],
) -> None:
    fill(tmp_path, {"locales/ko.po": "옛것"})
    monkeypatch.setattr(owner, name, crash)
    with pytest.raises(error):
        store(tmp_path, {"locales/ko.po": "새것".encode(), "locales/ja.po": b"new"})
    assert everything(tmp_path) == {"locales/ko.po": "옛것".encode()}


def test_a_file_in_the_place_of_a_folder_is_an_error_that_leaves_it(tmp_path: Path) -> None:
    fill(tmp_path, {"locales": "가"})
    with pytest.raises(OSError, match="locales"):
        store(tmp_path, {"locales/ko.po": b""})
    assert everything(tmp_path) == {"locales": "가".encode()}


# Publishing

LISTING = ".policyglot"


def test_a_build_is_written_with_a_list_of_its_files(tmp_path: Path) -> None:
    contents = {"ko/방침.html": "가".encode(), "index.html": b"x"}
    assert publish(tmp_path / "dist", contents) == ["index.html", "ko/방침.html"]
    assert everything(tmp_path / "dist") == {**contents, LISTING: "index.html\nko/방침.html\n".encode()}


def test_the_same_build_again_changes_nothing(tmp_path: Path) -> None:
    contents = {"ko/방침.html": "가".encode()}
    publish(tmp_path, contents)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert publish(tmp_path, contents) == []
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_what_only_the_previous_build_wrote_is_removed_with_the_folders_it_leaves_empty(
    tmp_path: Path,
) -> None:
    publish(tmp_path, {"a/b/ko.html": b"1", "a/index.html": b"1", "c/d/ja.html": b"1", "same": b"1"})
    fill(tmp_path, {"a/b/남의 것": "2", "남의 것": "2"})
    assert publish(tmp_path, {"a/index.html": b"3", "same": b"1"}) == [
        "a/b/ko.html",
        "a/index.html",
        "c/d/ja.html",
    ]
    assert set(everything(tmp_path)) == {"a/index.html", "a/b/남의 것", "same", "남의 것", LISTING}
    assert not (tmp_path / "c").exists()


def test_a_file_that_is_gone_already_is_not_told(tmp_path: Path) -> None:
    publish(tmp_path, {"ko.html": b"1", "ja.html": b"1"})
    (tmp_path / "ko.html").unlink()
    assert publish(tmp_path, {"ja.html": b"1"}) == []


def test_without_a_list_nothing_is_removed(tmp_path: Path) -> None:
    fill(tmp_path, {"남의 것.html": "가"})
    assert publish(tmp_path, {"ko.html": b"1"}) == ["ko.html"]
    assert set(everything(tmp_path)) == {"남의 것.html", "ko.html", LISTING}


def test_a_list_never_reaches_out_of_its_folder(tmp_path: Path) -> None:
    outside = fill(tmp_path, {"keep": "가", "dist/a/b": "나"}) / "keep"
    lines = ["../keep", "a/../../keep", str(outside), "/", "..", ".", "", "a", "\x00", "가\u2028나"]
    fill(tmp_path, {f"dist/{LISTING}": "\n".join(lines).encode() + b"\n\xff\n"})
    assert publish(tmp_path / "dist", {"ko.html": b"1"}) == ["ko.html"]
    assert set(everything(tmp_path)) == {"keep", "dist/a/b", "dist/ko.html", f"dist/{LISTING}"}


def test_a_file_name_with_a_line_separator_is_one_line_of_the_list(tmp_path: Path) -> None:
    publish(tmp_path, {"가\u2028나.html": b"1", "다\x85라.html": b"1"})
    assert publish(tmp_path, {}) == ["가\u2028나.html", "다\x85라.html"]
    assert set(everything(tmp_path)) == {LISTING}


def test_a_build_that_could_not_be_written_removes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, {"ko.html": b"1", "ja.html": b"1"})
    before = everything(tmp_path)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left on device"):
        publish(tmp_path, {"ja.html": b"2"})
    assert everything(tmp_path) == before
