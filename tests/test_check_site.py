"""The rules for a site: cases as files, each with the whole site that it is about."""

import re

import pytest

from pipeline.check.site import SITE, examine_site
from pipeline.check.site.language_tag import is_well_formed
from pipeline.model import Severity
from tests import cases

FOLDER = cases.FIXTURES / "check" / "site"
FILES = sorted(path.stem for path in FOLDER.glob("*.txt"))
FILE = re.compile(r"^::: (.+)$\n?", re.MULTILINE)


def told(given: str, code: str) -> str:
    """What one rule finds in a site: the site's address, if it has one, and each file behind a line with its path."""
    base, *parts = FILE.split(f"{given}\n")
    files = {path: text.encode() for path, text in zip(parts[::2], parts[1::2], strict=True)}
    found = [one for one in examine_site(files, base.strip("\n") or None) if one.code == code]
    assert all(one.severity is Severity.ERROR for one in found)
    return "\n".join(map(str, found)) or "nothing"


@pytest.mark.parametrize(
    ("code", "case"),
    [
        pytest.param(name, case, id=f"{name}: {case}")
        for name in FILES
        for case in cases.read(f"check/site/{name}.txt")
    ],
)
def test_site_rule(code: str, case: cases.Case) -> None:
    assert told(case.given, code) == case.expected


def test_each_rule_has_a_code_of_its_own_and_cases_right_and_wrong() -> None:
    codes = [rule.code for rule in SITE]
    assert sorted(codes) == sorted([*FILES, "page-encoding"])
    for name in FILES:
        expected = {case.expected == "nothing" for case in cases.read(f"check/site/{name}.txt")}
        assert expected == {True, False}, name


def test_a_file_that_is_not_utf_8() -> None:
    files = {
        "en.html": "<h1>Café</h1>".encode("utf-8-sig"),
        "fr.html": "<h1>Conditions</h1>\n<p>Café".encode("latin-1"),
        "a.css": "p { content: '조' }".encode("euc-kr"),
        "a.png": b"\xff",
    }
    assert [str(found) for found in examine_site(files, None)] == [
        "a.css:1: the file is not UTF-8: save it as UTF-8",
        "fr.html:2: the file is not UTF-8: save it as UTF-8",
    ]


def test_findings_stand_by_file_and_line() -> None:
    files = {
        "ko.html": b'<p id="a">\n<p id="a" style="x">\n<a href="nowhere">',
        "en.html": b'<img src="https://example.org/x.png">\n',
    }
    assert [(found.path, found.line, found.code) for found in examine_site(files, None)] == [
        ("en.html", None, "page-heading"),
        ("en.html", 1, "outside-request"),
        ("ko.html", None, "page-heading"),
        ("ko.html", 2, "inline-code"),
        ("ko.html", 2, "page-id"),
        ("ko.html", 3, "broken-link"),
    ]


@pytest.mark.parametrize(
    "tag",
    ["en", "pt-BR", "zh-Hans", "zh-cmn-Hans-CN", "es-419", "sl-rozaj-biske", "de-CH-1901", "en-u-ca-gregory",
     "de-Latn-DE-1996-x-a", "x-whatever", "i-klingon", "sgn-BE-FR", "EN-gb-OED", "art-lojban", "haw"],
)  # fmt: skip
def test_language_tags(tag: str) -> None:
    assert is_well_formed(tag)


@pytest.mark.parametrize(
    "tag", ["", "e", "en_US", "en-", "-en", "en--US", "en-U", "en-x", "en-u", "i-none", "한국어", "en-ＵＳ", "englishlanguage", "en us", "ar-٠٠١"]
)  # fmt: skip
def test_what_is_no_language_tag(tag: str) -> None:
    assert not is_well_formed(tag)
