from pathlib import Path

import pytest

from pipeline import po
from pipeline.catalog import CatalogFile
from pipeline.config import Config
from pipeline.languages import language
from pipeline.model import Catalog
from pipeline.project.load import load
from pipeline.project.values import Project
from tests.conftest import ROOT
from tests.folders import everything, fill

POLICY = "---\ntitle: Privacy Policy\n---\n\n# Contact\n\nWrite to us.\n"
PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Contact"\nmsgstr "{}"\n'


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


def test_a_project_keeps_the_bytes_of_its_templates_and_catalogs(tmp_path: Path) -> None:
    bytes_of = {
        "locales/ko/LC_MESSAGES/terms.po": PO.format("연락처").encode("euc-kr"),
        "locales/ko/LC_MESSAGES/gone.po": b"broken",
        "locales/templates/LC_MESSAGES/terms.pot": PO.format("").encode(),
    }
    fill(tmp_path, {"source/terms.md": POLICY, **bytes_of, "locales/ko/LC_MESSAGES/folder.po/x": ""})
    assert load(tmp_path).read == {**bytes_of, "locales/ko/LC_MESSAGES/folder.po": None}


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
