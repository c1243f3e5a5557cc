import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import __version__
from pipeline.cli.command import VERBS, verb_of
from pipeline.cli.command import command as group
from pipeline.model import Diagnostic, Severity
from pipeline.workflow import checking
from tests.conftest import ROOT, Outcome, Run


def write(folder: Path, path: str, text: str) -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_python_m_pipeline_is_the_command(tmp_path: Path) -> None:
    write(tmp_path, "source/a.md", "# A\n")
    command = [sys.executable, "-m", "pipeline", "-C", str(tmp_path), "extract"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == "wrote locales/templates/LC_MESSAGES/a.pot\nwrote locales/templates/LC_MESSAGES/site.pot\n"
    )


def test_version(tmp_path: Path, run: Run) -> None:
    assert run(tmp_path, "--version").out == f"policyglot {__version__}\n"


def test_the_version_is_told_without_loading_anything() -> None:
    told = "import sys; from pipeline.cli import main\ntry: main(['--version'])\nfinally: print(len(sys.modules))"
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, check=True, capture_output=True, text=True)
    version, modules = done.stdout.splitlines()
    assert version == f"policyglot {__version__}"
    assert int(modules) < 100


def test_each_verb_is_in_its_module() -> None:
    for name, module in VERBS.items():
        assert getattr(verb_of(name).callback, "__module__", "") == f"pipeline.cli.{module}"
    assert sorted(group.commands) == sorted(VERBS)


def test_findings_as_json(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "source/a.md", "# 개인정보\n")
    write(tmp_path, "locales/ko/LC_MESSAGES/site.po", "")
    write(tmp_path, "locales/ko/LC_MESSAGES/a.po", '#, fuzzy\nmsgid "개인정보"\nmsgstr "x"\n')
    outcome = run(tmp_path, "check", "--format", "json")
    found = [item for item in json.loads(outcome.out) if item["document"] == "a"]
    assert found == [
        {
            "path": "locales/ko/LC_MESSAGES/a.po",
            "line": 1,
            "end_line": 3,
            "code": "fuzzy",
            "message": "fuzzy, so not published: “개인정보”",
            "hint": "compare it with the source and remove the fuzzy flag",
            "severity": "info",
            "document": "a",
            "locale": "ko",
            "source": {"text": "개인정보", "parts": []},
            "target": {"text": "x", "parts": []},
            "accepted": None,
        }
    ]
    assert outcome.code == 0


def test_findings_in_a_file_as_annotations_on_its_lines(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "policies/source/a.md", "# A\n\nB {{ c }}\n")
    write(tmp_path, "policies/locales/ko/LC_MESSAGES/site.po", "")
    translated = 'msgid "A"\nmsgstr "가"\n\n# 메모\nmsgid "B {{ c }}"\nmsgstr "나"\n'
    write(tmp_path, "policies/locales/ko/LC_MESSAGES/a.po", translated)
    monkeypatch.chdir(tmp_path)
    outcome = run(Path("policies"), "check", "--format", "github")
    assert outcome.code == 1
    assert (
        "::error file=policies/locales/ko/LC_MESSAGES/a.po,line=4,endLine=6,title=placeholder"
        "::the translation lacks {{ c }}: copy it from the source, letter by letter\n"
    ) in outcome.out
    assert all(line.startswith(("::error ", "::notice ")) for line in outcome.out.rstrip("\n").split("\n"))
    assert (
        '"uri": "policies/locales/ko/LC_MESSAGES/a.po"'
        in run(Path("policies"), "check", "--format", "sarif").out
    )
    monkeypatch.chdir(tmp_path / "policies")
    assert (
        "::error file=locales/ko/LC_MESSAGES/a.po,line=4," in run(Path(), "check", "--format", "github").out
    )


def test_no_findings_are_no_annotations(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "source/a.md", "# A\n")
    assert run(tmp_path, "check", "--format", "github") == Outcome(code=0, out="", err="")


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_warnings_fail_a_strict_check_alone(tmp_path: Path, run: Run, form: str) -> None:
    write(tmp_path, "source/a.md", "A\n\n    this is prose in code\n")
    assert run(tmp_path, "check", "--format", form).code == 0
    assert run(tmp_path, "check", "--format", form, "--strict").code == 1


def test_facts_do_not_fail_a_strict_check(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "source/a.md", "A\n")
    run(tmp_path, "add", "ko")
    outcome = run(tmp_path, "check", "--strict")
    assert (outcome.code, outcome.out.rpartition("\n\n")[2]) == (0, "64 infos\n")


@pytest.mark.parametrize(
    ("severity", "codes"),
    [
        (Severity.BLOCK, [1, 1]),
        (Severity.ERROR, [1, 1]),
        (Severity.WARNING, [0, 1]),
        (Severity.INFO, [0, 0]),
    ],
)
def test_what_is_accepted_fails_nothing(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, severity: Severity, codes: list[int]
) -> None:
    write(tmp_path, "source/a.md", "A\n")
    found = Diagnostic(path="a.po", code="link", message="m", hint="h", severity=severity)
    monkeypatch.setattr(checking, "check", lambda _project, _locales: [found])
    assert [run(tmp_path, "check").code, run(tmp_path, "check", "--strict").code] == codes
    monkeypatch.setattr(checking, "check", lambda _project, _locales: [replace(found, accepted="so be it")])
    assert [run(tmp_path, "check").code, run(tmp_path, "check", "--strict").code] == [0, 0]


def test_the_help_of_check(tmp_path: Path, run: Run) -> None:
    assert run(tmp_path, "check", "--help").out == (
        "Usage: policyglot check [OPTIONS] [LOCALE]...\n"
        "\n"
        "  Find what is wrong.\n"
        "\n"
        "  Exits with 1 if there is an error that nobody accepted.\n"
        "\n"
        "Options:\n"
        "  --format [text|json|github|sarif]\n"
        "                                  For people, or for programs.\n"
        "  --strict                        Exit 1 on warnings, too.\n"
        "  -h, --help                      Show this message and exit.\n"
    )


def test_locales_are_accepted_in_both_spellings(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "source/a.md", "# A\n")
    run(tmp_path, "add", "pt-BR")
    assert (tmp_path / "locales/pt_BR/LC_MESSAGES/a.po").is_file()
    run(tmp_path, "build", "pt-br")
    assert '<html lang="pt-BR" dir="ltr">' in (tmp_path / "dist/pt-BR/a/index.html").read_text(
        encoding="utf-8"
    )


def test_right_to_left(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "source/a.md", "# A\n\nB\n")
    write(tmp_path, "locales/ar/LC_MESSAGES/a.po", 'msgid "A"\nmsgstr "سياسة"\n')
    run(tmp_path, "build")
    page = (tmp_path / "dist/ar/a/index.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert '<h1 id="a">سياسة</h1>' in page
    assert '<p class="untranslated" lang="en" dir="ltr">B</p>' in page
    assert '<span class="untranslated" lang="en" dir="ltr">Documents</span>' in page


def test_words_of_the_page_are_escaped(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "source/a.md", "---\ntitle: A <b> & c\n---\nB\n")
    run(tmp_path, "build")
    assert "<title>A &lt;b&gt; &amp; c</title>" in (tmp_path / "dist/en/a/index.html").read_text(
        encoding="utf-8"
    )


def test_one_format_alone(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "source/a.md", "# A\n")
    run(tmp_path, "build", "--format", "markdown")
    assert sorted(path.name for path in (tmp_path / "dist").rglob("*") if path.is_file()) == [
        ".policyglot",
        "a.md",
    ]
    run(tmp_path, "build", "--format", "html")
    assert not list((tmp_path / "dist").rglob("*.md"))


def test_a_second_update_changes_nothing(tmp_path: Path, run: Run) -> None:
    source = write(tmp_path, "source/a.md", "# A\n\nOne of the many texts.\n\nTwo.\n")
    run(tmp_path, "add", "ko")
    catalog = tmp_path / "locales/ko/LC_MESSAGES/a.po"
    filled = catalog.read_text(encoding="utf-8").replace(
        'many texts."\nmsgstr ""', 'many texts."\nmsgstr "하나."'
    )
    catalog.write_text(filled, encoding="utf-8")
    source.write_text("# A\n\nOne of the many text.\n", encoding="utf-8")
    run(tmp_path, "update")
    once = catalog.read_bytes()
    assert run(tmp_path, "update").out == "4 files up to date\n"
    assert catalog.read_bytes() == once
    assert '#, fuzzy, markdown-text\n#| msgid "One of the many texts."' in once.decode()


def test_a_linked_catalog_is_written_where_it_is(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "source/a.md", "# A\n")
    shared = write(tmp_path, "shared/a.po", 'msgid "A"\nmsgstr "가"\n')
    link = tmp_path / "locales/ko/LC_MESSAGES/a.po"
    link.parent.mkdir(parents=True)
    link.symlink_to("../../../shared/a.po")
    assert run(tmp_path, "update").code == 0
    assert link.is_symlink()
    assert 'msgstr "가"' in shared.read_text(encoding="utf-8")
    assert "X-Policyglot-Rules" in shared.read_text(encoding="utf-8")


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "project/source/a.md", "# A\n")
    outside = write(tmp_path, "outside.po", 'msgid "A"\nmsgstr "가"\n')
    link = tmp_path / "project/locales/ko/LC_MESSAGES/a.po"
    link.parent.mkdir(parents=True)
    link.symlink_to(outside)
    before = outside.read_bytes()
    outcome = run(tmp_path / "project", "update")
    assert outcome.code == 2
    assert outcome.err == (
        "locales/ko/LC_MESSAGES/a.po: this link leads out of the project, so nothing was written: "
        "replace the link by what it leads to\n"
    )
    assert outside.read_bytes() == before


@pytest.mark.parametrize("out", ["", ".", "source", "locales/x"])
def test_a_build_is_never_written_among_the_sources_or_the_catalogs(
    tmp_path: Path, run: Run, out: str
) -> None:
    write(tmp_path, "source/a.md", "# A\n")
    outcome = run(tmp_path, "build", "--out", out)
    assert outcome.code == 2
    assert outcome.err.startswith(f"policyglot: --out cannot be “{Path(out)}”, because “")
    assert not (tmp_path / "index.html").exists()


def test_a_folder_in_a_catalogs_place_is_told(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "source/a.md", "# A\n")
    (tmp_path / "locales/ko/LC_MESSAGES/a.po").mkdir(parents=True)
    outcome = run(tmp_path, "update")
    assert (outcome.code, outcome.err) == (
        2,
        "locales/ko/LC_MESSAGES/a.po: this is no file: move it away, and policyglot update makes the catalog\n",
    )


def test_the_title_of_a_heading_is_shown_without_its_markup(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "source/a.md", "# Hello **World** &amp; `x`\n")
    run(tmp_path, "build")
    assert "<title>Hello World &amp; x</title>" in (tmp_path / "dist/en/a/index.html").read_text(
        encoding="utf-8"
    )


def test_the_markdown_of_the_source_language_tells_what_its_front_matter_tells(
    tmp_path: Path, run: Run
) -> None:
    front_matter = 'title: "T\u00a0X"   # a note\nslug: /t\ndescription: >-\n  long\n  text\n'
    write(tmp_path, "source/a.md", f"---\n{front_matter}---\n\nB\n")
    run(tmp_path, "build")
    written = (tmp_path / "dist/en/a/a.md").read_text(encoding="utf-8")
    assert written.startswith(
        "---\ntitle: T\u00a0X\ndescription: long text\nlang: en\ndir: ltr\nregion: US\npapersize: a4\n"
    )
    assert written.endswith("\n---\n\nB\n")
    assert "slug" not in written
