"""PDFs from the command: what is written, what is told, and what does not stop the rest."""

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT, Run
from tests.folders import fill

pytestmark = pytest.mark.pdfcheck

PROJECT = {
    "source/privacy.md": "---\ntitle: Privacy\neffective: 2021-04-05\n---\n\n# Data\n\nText.\n",
    "source/terms.md": "# Terms\n\nText.\n",
}
ALL = ("build", "--format", "html,markdown,pdf")


def test_pages_link_to_their_pdf_and_say_how_large_it_is(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, PROJECT)
    outcome = run(tmp_path, *ALL)
    assert outcome.code == 0
    data = (tmp_path / "dist/en/privacy/privacy.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    page = LexborHTMLParser((tmp_path / "dist/en/privacy/index.html").read_text(encoding="utf-8"))
    told = {link.attributes["href"]: link.text() for link in page.css(".downloads a")}
    assert told["privacy.pdf"] == f"PDF (English, {round(len(data) / 1000)} kB)"
    kinds = {
        link.attributes["href"]: link.attributes["type"] for link in page.css('link[rel="alternate"][type]')
    }
    assert kinds == {"privacy.pdf": "application/pdf", "privacy.md": "text/markdown"}


def test_progress_is_told_in_lines_where_there_is_no_terminal(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    fill(tmp_path, PROJECT)
    assert run(tmp_path, *ALL).err == "1/2 privacy in 1 language\n2/2 terms in 1 language\n"
    assert run(tmp_path, *ALL).err == ""


def test_a_build_without_pdfs_has_no_links_to_them(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, PROJECT)
    run(tmp_path, *ALL)
    run(tmp_path, "build")
    assert not (tmp_path / "dist/en/privacy/privacy.pdf").exists()
    assert "privacy.pdf" not in (tmp_path / "dist/en/privacy/index.html").read_text(encoding="utf-8")


def test_a_document_that_fails_does_not_stop_the_others(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {**PROJECT, "source/odd.md": "# Odd\n\n\ue000\n"})
    outcome = run(tmp_path, *ALL)
    assert outcome.code == 1
    assert sorted(path.name for path in tmp_path.glob("dist/en/*/*.pdf")) == ["privacy.pdf", "terms.pdf"]
    assert (tmp_path / "dist/en/odd/index.html").is_file()
    [problem] = [line for line in outcome.err.split("\n") if line and "/3 " not in line]
    assert problem == (
        'source/odd.md: there is no PDF in English: PDF/A-2a error: the PDF contains the codepoint `"\\u{e000}"`: '
        "take the letter out of the text: no archive can hold it"
    )


def test_a_missing_extra_is_one_line(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, PROJECT)
    for name in [name for name in sys.modules if name.startswith("pipeline.pdf.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "typst", None)
    outcome = run(tmp_path, *ALL)
    assert outcome.code == 1
    problems = [line for line in outcome.err.split("\n") if line and "/2 " not in line]
    assert problems == [
        'policyglot: PDFs need packages that are not installed: pip install "policyglot[pdf]"'
    ]
    assert (tmp_path / "dist/en/privacy/index.html").is_file()


def test_an_own_template_is_used_and_a_fault_in_it_has_its_place(tmp_path: Path, run: Run) -> None:
    own = "#let document(body) = {\n  set text(lang: meta.lang)\n  set std.document(title: meta.title)\n  [#body]\n}\n"
    fill(tmp_path, {**PROJECT, "source/templates/document.typ": own})
    assert run(tmp_path, *ALL).code == 0
    fill(tmp_path, {"source/templates/document.typ": own.replace("[#body]", "[#nobody]")})
    outcome = run(tmp_path, *ALL)
    assert outcome.code == 1
    [problem] = [line for line in outcome.err.split("\n") if line and "/2 " not in line]
    assert problem.startswith("source/templates/document.typ:4: unknown variable: nobody")


def test_two_runs_write_the_same_bytes_and_no_clock(tmp_path: Path) -> None:
    found = []
    for number in range(2):
        folder = tmp_path / str(number)
        fill(folder, PROJECT)
        env = {
            **os.environ,
            "SOURCE_DATE_EPOCH": "1700000000",
            "PYTHONPATH": str(ROOT),
            "PYTHONHASHSEED": str(number),
        }
        env |= {"TZ": ("Asia/Seoul", "America/New_York")[number], "LC_ALL": ("C.UTF-8", "C")[number]}
        command = [sys.executable, "-m", "pipeline", "-C", str(folder), *ALL]
        subprocess.run(command, check=True, capture_output=True, env=env)
        found.append(
            {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.glob("dist/en/*/*")}
        )
    assert found[0] == found[1]
    with pikepdf.open(tmp_path / "0/dist/en/privacy/privacy.pdf") as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20231114221320")


def test_without_a_given_time_a_pdf_is_as_old_as_its_text(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    fill(tmp_path, PROJECT)
    run(tmp_path, *ALL)
    dates = []
    for name in ("privacy", "terms"):
        with pikepdf.open(tmp_path / f"dist/en/{name}/{name}.pdf") as pdf:
            dates.append(str(pdf.docinfo["/CreationDate"])[:10])
    assert dates == ["D:20210405", "D:19700101"]
