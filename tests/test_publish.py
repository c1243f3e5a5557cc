"""The verb publish: what is refused and why, and what the log says of what is not."""

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pipeline.project.digest import site_digest
from tests.building import PROJECT
from tests.conftest import Run
from tests.folders import everything, fill, online

KO = {
    "locales/ko/LC_MESSAGES/a.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "A"\nmsgstr "가"\n'
}

REQUIRED = (
    "a is required in ja, and the project has no such locale: "
    "add it with policyglot add ja, or take it out of required-locales"
)
BROKEN = "the link to “c.html” leads to no file of the site: correct the link, or add the file"


def records(target: Path) -> list[dict[str, Any]]:
    lines = target.with_name(f"{target.name}.builds") / "publications.jsonl"
    return [json.loads(line) for line in lines.read_text(encoding="utf-8").split("\n")[:-1]]


def test_the_log_says_what_was_published_from_what_and_what_was_held_back(tmp_path: Path, run: Run) -> None:
    project, target = fill(tmp_path / "project", PROJECT), tmp_path / "www"
    told = run(project, "publish", "../www")
    assert (told.code, told.err) == (0, "")
    files = online(target)
    [record] = records(target)
    assert list(record) == [
        "version",
        "action",
        "when",
        "site",
        "files",
        "languages",
        "published",
        "held_back",
        "releases",
        "sources",
        "catalogs",
        "build",
        "before",
    ]
    assert record["version"] == 1
    assert (record["action"], record["build"], record["before"]) == ("publish", "000001", None)
    assert record["when"] == "2021-04-05T00:00:00+00:00"
    assert (record["site"], record["files"]) == (site_digest(files), len(files))
    assert record["languages"] == ["en", "ko"]
    assert record["published"] == {"privacy": ["en", "ko"]}
    held = {one["language"]: (one["document"], one["form"], one["reasons"]) for one in record["held_back"]}
    assert {language: form for language, (_, form, _) in held.items()} == {
        "ar": "mixed",
        "de": "hidden",
        "fr": "english",
    }
    assert held["ar"][2][0] == "2 of 10 units (20 %) are translated, and 100 % have to be: 8 untranslated"
    digests = {
        path: hashlib.sha256((project / path).read_bytes()).hexdigest()
        for path in PROJECT
        if path.endswith((".md", ".po"))
    }
    assert record["sources"] == {"source/privacy.md": digests.pop("source/privacy.md")}
    assert record["catalogs"] == digests


def test_a_refused_site_changes_nothing_and_each_reason_is_a_line(tmp_path: Path, run: Run) -> None:
    project, target = tmp_path / "project", tmp_path / "www"
    fill(project, {"source/a.md": "# A\n", **KO})
    assert run(project, "publish", "../www").code == 0
    before = everything(tmp_path)
    fill(
        project,
        {
            "source/a.md": "# A\n\nSee [b](#b) and [c](c.html).\n",
            "pyproject.toml": '[tool.policyglot]\nrequired-locales = ["ja"]\n',
        },
    )
    told = run(project, "publish", "../www")
    assert (told.code, told.out) == (1, "")
    assert re.sub(r"(html):\d+:", r"\1:", told.err).split("\n") == [
        "source/a.md:3: the link to “#b” leads nowhere: write {#b} behind the heading that is meant",
        f"pyproject.toml: {REQUIRED}",
        f"dist/en/a/index.html: {BROKEN}",
        f"dist/ko/a/index.html: {BROKEN}",
        "../www: not published, for 4 reasons: mend what is told above; what was online stays",
        "",
    ]
    after = everything(tmp_path)
    assert {path: data for path, data in after.items() if not path.startswith("project/")} == {
        path: data for path, data in before.items() if not path.startswith("project/")
    }
    assert len(records(target)) == 1


def test_what_somebody_accepted_is_no_reason(tmp_path: Path, run: Run) -> None:
    accepted = "<!-- i18n: accept dead-link — the portal adds it -->\n\n"
    fill(tmp_path, {"source/a.md": f"# A\n\n{accepted}See [b](#부록).\n"})
    told = run(tmp_path, "publish", "www")
    assert (told.code, told.err) == (0, "")
    fill(tmp_path, {"source/a.md": f"# A\n\n{accepted}See [b](#부록).\n\nSee [c](#c).\n"})
    told = run(tmp_path, "publish", "www")
    assert told.code == 1
    assert [line.split(":")[0] for line in told.err.split("\n")[:-1]] == [
        "source/a.md",
        "www",
    ]


def test_warnings_and_what_is_not_translated_are_no_reasons(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {"source/a.md": "# A\n\n    this is prose in code\n", "locales/ko/LC_MESSAGES/a.po": ""})
    assert run(tmp_path, "check", "--strict").code == 1
    assert run(tmp_path, "publish", "www").code == 0


def test_a_broken_template_and_a_broken_catalog_stop_it(tmp_path: Path, run: Run) -> None:
    fill(
        tmp_path,
        {
            "source/a.md": "# A\n",
            "source/templates/404.html": "{% block main %}{{ nothing.at.all }}{% endblock %}",
        },
    )
    told = run(tmp_path, "publish", "www")
    assert (told.code, told.err.split(":")[0]) == (2, "source/templates/404.html")
    fill(tmp_path, {"source/templates/404.html": "", "locales/ko/LC_MESSAGES/a.po": "msgid"})
    told = run(tmp_path, "publish", "www")
    assert (told.code, told.err.split(":")[0]) == (2, "locales/ko/LC_MESSAGES/a.po")
    assert not (tmp_path / "www").exists()


def test_only_what_is_wanted_is_published(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {"source/a.md": "# A\n"})
    assert run(tmp_path, "publish", "www", "--format", "html").code == 0
    assert not [path for path in everything(tmp_path / "www") if path.endswith(".md")]
    assert run(tmp_path, "publish", "www").code == 0
    assert "en/a/a.md" in everything(tmp_path / "www")
    assert run(tmp_path, "publish", "www", "--format", "html, docx").err.startswith(
        "policyglot: there is no format “docx”: choose from html, markdown"
    )
    told = run(tmp_path, "publish", "www", "--format", "markdown")
    assert (told.code, told.err) == (
        2,
        "policyglot: a site is nothing without its pages: add html to --format\n",
    )


def test_the_way_back_needs_no_sound_project(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {"source/a.md": "# A\n"})
    run(tmp_path, "publish", "www")
    first = online(tmp_path / "www")
    fill(tmp_path, {"source/a.md": "# B\n"})
    run(tmp_path, "publish", "www")
    fill(tmp_path, {"pyproject.toml": "[tool"})
    told = run(tmp_path, "publish", "www", "--rollback")
    assert (told.code, told.out) == (0, "www is back at 000001, instead of 000002\n")
    assert online(tmp_path / "www") == first


@pytest.mark.parametrize("target", ["source", "source/www", "locales", "dist", "dist/www", "."])
def test_a_folder_of_the_project_is_no_target(tmp_path: Path, run: Run, target: str) -> None:
    fill(tmp_path, {"source/a.md": "# A\n", **KO})
    before = everything(tmp_path)
    told = run(tmp_path, "publish", target)
    assert (told.code, told.err.split("“")[0]) == (2, "policyglot: TARGET cannot be ")
    assert everything(tmp_path) == before


def test_a_link_above_the_target_is_followed_and_the_target_is_not(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {"project/source/a.md": "# A\n", "disk/keep": ""})
    (tmp_path / "srv").symlink_to("disk")
    assert run(tmp_path / "project", "publish", "../srv/www").code == 0
    assert (tmp_path / "disk" / "www").is_symlink()
    (tmp_path / "other").symlink_to("disk")
    assert run(tmp_path / "project", "publish", "../other").err == (
        f"{tmp_path.as_posix()}/other: this link leads to “disk”, which policyglot did not publish: "
        "remove the link, or name another folder\n"
    )


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_branch(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {"source/a.md": "# A\n", "locales/ko/LC_MESSAGES/a.po": KO["locales/ko/LC_MESSAGES/a.po"]})
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=tmp_path, check=True)  # noqa: S607
    told = run(tmp_path, "publish", "git:pages")
    tip = git(tmp_path, "rev-parse", "pages")
    count = len(git(tmp_path, "ls-tree", "-r", "--name-only", "pages").split("\n")) - 3
    assert (told.code, told.err) == (0, "")
    assert told.out == f"published {tip[:10]} to git:pages: {count} files, in en, ko\n"
    assert git(tmp_path, "show", "pages:404.html") == git(tmp_path, "show", "pages:en/404.html")
    assert (
        run(tmp_path, "publish", "git:pages").out
        == "git:pages holds this site already: there is no new publication\n"
    )
    assert run(tmp_path, "publish", "git:pages", "--rollback").err == (
        f"git:pages: there is no publication before {tip[:10]} to go back to: mend the sources and publish them\n"
    )
    assert run(tmp_path, "publish", "git:pages", "--push").err == (
        "git:pages: there is no remote “origin”: choose from those that git remote tells\n"
    )
    fill(tmp_path, {"source/a.md": "# B\n"})
    assert run(tmp_path, "publish", "git:pages").code == 0
    second = git(tmp_path, "rev-parse", "pages")
    assert run(tmp_path, "publish", "git:pages", "--rollback").out == (
        f"git:pages is back at {tip[:10]}, instead of {second[:10]}\n"
    )
    assert git(tmp_path, "rev-parse", "pages^{tree}") == git(tmp_path, "rev-parse", f"{tip}^{{tree}}")


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)  # noqa: S607
    return done.stdout.rstrip("\n")
