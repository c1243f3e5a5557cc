"""No name of a document or a locale, no header and no value of a catalog makes a path outside of where it belongs."""

import json
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from pipeline import po
from pipeline.config import Config
from pipeline.languages import canonical
from pipeline.layout import bad_source, locale_folders
from pipeline.localize import localize
from pipeline.model import Diagnostic
from tests import sheets, test_segment
from tests.browser.payloads import families, payloads
from tests.browser.translations import BRIEF, catalog, catalog_file, types
from tests.conftest import Run

NAMES = [
    "..", ".", "", "../x", "../../etc/passwd", "x/../../y", "ko/../../x", "/etc/passwd", "//evil.example/x", "\\x", "..\\x", "C:\\x", "C:x",
    "x\0", "\0", "%2e%2e", "%2e%2e%2fx", "..%2fx", "%252e%252e", "x\n", "\nx", "x\ty", "x y", " x", "-x", "--output", "~", "~root", "$HOME",
    "${HOME}", "{{ 7*7 }}", "{x}", "%s", "x;id", "x|id", "x&y", "`id`", "*", "?", "[a]", "x#y", "x?y", "x:y", "javascript:alert(1)", "<script>",
    '"', "'", "．．", "․․", "‥", "…", "／etc", "∕etc", "⁄etc", "＼x", "x\u202egnp", "x\u200b", "\ufeffx", "x\u2028y", "\ud800", ".hidden", ".policyglot",
    "site", "glossary",
]  # fmt: skip
LOCALES = [
    *(name for name in NAMES if name not in {"site", "glossary", ".hidden", ".policyglot", "", ".", ".."}),
    "ko/..", "ko\0", "ko\n", "ko.UTF-8/..", "ko@../x", "ｋｏ", "КО", "ko_..", "ko_KR/../..", "templates/..", "ko%2f..", "ko;q=1", "ko kr", "K\u212ao",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_no_document_has_such_a_name(name: str) -> None:
    assert bad_source(Config(), [f"{name}.md"]) is not None


@pytest.mark.parametrize("name", LOCALES)
def test_no_locale_has_such_a_name(name: str) -> None:
    assert canonical(name) is None
    if not name.startswith("."):
        assert isinstance(locale_folders(Config(), [name]), Diagnostic)


def test_a_hidden_folder_is_no_locale() -> None:
    assert locale_folders(Config(), [".", "..", ".git", "..ko", "_build", "ko"]) == {"ko": "ko"}


def test_no_payload_is_a_name() -> None:
    assert [payload for payload in payloads() if canonical(payload)] == ["no"]
    named = {payload for payload in payloads() if bad_source(Config(), [f"{payload}.md"]) is None}
    assert named == {"www.evil.example", "true", "no", "null", "0x1F", "0o17", "1_000", "2021-04-05"} | {
        "a\u0300\u0301\u0302\u0303",
        "¼script¾",
    }


@pytest.mark.parametrize("verb", ["add", "update", "build", "check", "status", "format", "prune"])
def test_no_verb_writes_anything_for_such_a_locale(verb: str, tmp_path: Path, run: Run) -> None:
    root = _project(tmp_path)
    before = _tree(tmp_path)
    for name in LOCALES:
        if "\0" not in name and name != "\ud800" and not name.startswith("-"):
            assert run(root, verb, name).code == 2, name
    assert _tree(tmp_path) == before


@pytest.mark.parametrize(
    "name", [name for name in LOCALES if "\0" not in name and "/" not in name and name != "\ud800"]
)
def test_such_a_folder_stops_the_build(name: str, tmp_path: Path, run: Run) -> None:
    root = _project(tmp_path)
    (root / "locales" / name / "LC_MESSAGES").mkdir(parents=True)
    before = _tree(tmp_path)
    if not name.startswith("."):
        assert run(root, "build").code == 2
        assert _tree(tmp_path) == before


def test_headers_and_values_of_a_catalog_name_no_file(tmp_path: Path, run: Run) -> None:
    root = _project(tmp_path)
    folder = root / "locales" / "ko" / "LC_MESSAGES"
    paths = next(family for family in families() if family.name == "paths")
    for path in ("../../evil", "/evil", *paths.payloads):
        hostile = catalog({"Terms": path, "The id": path, "Text.": path})
        fields = ("Language", "Project-Id-Version", "X-Poedit-Basepath", "X-Source-Language", "X-Generator")
        headers = {**hostile.headers, **dict.fromkeys(fields, path)}
        data = po.write(hostile).decode()
        lines = "".join(
            f'"{name}: {value}\\n"\n'.replace("\\", "\\\\").replace("\\\\n", "\\n")
            for name, value in headers.items()
        )
        (folder / "terms.po").write_text(
            f'msgid ""\nmsgstr ""\n{lines}\n{data.split(chr(10) * 2, 1)[1]}', encoding="utf-8"
        )
        before = _tree(tmp_path)
        for verb in ("build", "format", "update", "prune"):
            assert run(root, verb).code == 0, path
        made = {name for name in _tree(tmp_path) - before if not name.startswith("project/dist/")}
        assert made <= {
            f"project/locales/templates/LC_MESSAGES/{domain}.pot" for domain in ("terms", "site")
        } | {
            "project/dist",
            "project/locales/templates",
            "project/locales/templates/LC_MESSAGES",
            "project/locales/ko/LC_MESSAGES/site.po",
        }
        # What is translated has Markdown of its own, and what is all in English has none.
        published = {name for name in _tree(root / "dist") if name.endswith((".html", ".md"))}
        assert published - {"ko/terms/terms.md"} == {
            "index.html",
            "status/index.html",
            *(f"{tag}/{name}" for tag in ("en", "ko") for name in ("index.html", "404.html")),
            *(f"{tag}/terms/index.html" for tag in ("en", "ko")),
            "en/terms/terms.md",
        }


def _project(folder: Path) -> Path:
    root = folder / "project"
    (root / "source").mkdir(parents=True)
    (root / "locales" / "ko" / "LC_MESSAGES").mkdir(parents=True)
    (root / "pyproject.toml").write_text('[tool.policyglot]\ntranslate = ["title", "id"]\n', encoding="utf-8")
    text = "---\ntitle: Terms\nid: The id\n---\n\nText.\n"
    (root / "source" / "terms.md").write_text(text, encoding="utf-8")
    return root


def _tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


Reader = Callable[[str], object]
NOTATIONS: Mapping[str, tuple[str, str, Reader]] = {
    "TOML": (
        '+++\ntitle = \'One\'\nsafe = true\n[seo]\nshort = """Two"""\ntags = [\'Three\', 4]\n+++\n',
        "+++\n",
        tomllib.loads,
    ),
    "JSON": (
        '{\n"title": "One", "safe": true,\n"seo": {"short": "Two", "tags": ["Three", 4]}\n}\n',
        "",
        json.loads,
    ),
}


@pytest.mark.parametrize("notation", NOTATIONS)
def test_front_matter_in_other_notations_keeps_its_keys_and_types(notation: str) -> None:
    text, fence, read = NOTATIONS[notation]
    document = test_segment.read(f"{text}\nText.\n", translate=("title", "seo"))

    def written(payload: str) -> object:
        texts = {word: payload or word for word in ("One", "Two", "Three")}
        result = sheets.faithful(localize(document, catalog_file("terms", texts), BRIEF))
        assert isinstance(result, str)
        return types(read(result.split(fence)[1] if fence else result[: result.rindex("\n}\n") + 2]))

    faithful = written("")
    assert "lang" in str(faithful)
    assert [payload for payload in payloads() if written(payload) != faithful] == []
