"""Small sites for the tests of the pages: a project from texts, and its files as a build makes them."""

from collections.abc import Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from pipeline.model import Diagnostic
from pipeline.project.load import load
from pipeline.workflow import building
from tests.folders import fill
from tests.orders import order

ADDRESS = "https://legal.example/privacy/"

POLICY = """---
title: Privacy
description: What we do with data
effective: 2021-04-05
version: "1.0"
---

We *care*. Call +82-2-533-8622.

# 1. Data

| Kind | Why |
| --- | :-: |
| Name | Contract |

## Rights {#rights}

Ask us.
"""

WORDS = {
    "ko": {
        "Privacy": "개인정보",
        "What we do with data": "정보의 이용",
        "We *care*. Call +82-2-533-8622.": "*주의*합니다. +82-2-533-8622.",
        "1. Data": "1. 정보",
        "Kind": "종류",
        "Why": "이유",
        "Name": "이름",
        "Contract": "계약",
        "Rights": "권리",
        "Ask us.": "문의하십시오.",
    },
    "ar": {
        "We *care*. Call +82-2-533-8622.": "نحن *نهتم*. اتصل على الرقم +82-2-533-8622.",
        "1. Data": "1. البيانات",
    },
}

SETTINGS = f"""[tool.policyglot]
site-url = "{ADDRESS}"
[tool.policyglot.documents.privacy.locales.fr]
on-incomplete = "english"
[tool.policyglot.documents.privacy.locales.de]
on-incomplete = "hide"
"""

SITE_WORDS = {
    "Contents": "목차",
    "Languages": "언어",
    "If this text differs from the text in %(language)s, the text in %(language)s prevails.": "이 문서와 %(language)s 문서가 다르면 %(language)s 문서가 우선합니다.",
}


def catalog(words: Mapping[str, str]) -> str:
    """The text of a catalog."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    return "\n".join(
        (head, *(f'msgid "{text}"\nmsgstr "{translation}"\n' for text, translation in words.items()))
    )


PROJECT = {
    "pyproject.toml": SETTINGS,
    "source/privacy.md": POLICY,
    "locales/ko/LC_MESSAGES/privacy.po": catalog(WORDS["ko"]),
    "locales/ko/LC_MESSAGES/site.po": catalog(SITE_WORDS),
    "locales/ar/LC_MESSAGES/privacy.po": catalog(WORDS["ar"]),
    "locales/fr/LC_MESSAGES/privacy.po": catalog({}),
    "locales/de/LC_MESSAGES/privacy.po": catalog({}),
}
"""A policy in Korean, partly in Arabic, not in French, whose readers get the English text, nor in German, whose get nothing."""


def build(folder: Path, files: Mapping[str, str] = PROJECT) -> Mapping[str, bytes]:
    """Build a project's pages from its files."""
    found = attempt(folder, files)
    assert not isinstance(found, Diagnostic)
    return found


def attempt(folder: Path, files: Mapping[str, str]) -> Mapping[str, bytes] | Diagnostic:
    """Build a project's pages, or return the first problem that keeps them from being built."""
    fill(folder, files)
    project = load(folder)
    assert not project.unusable
    if project.unreadable:
        return project.unreadable[0]
    built = building.build(project, list(project.folders), order("html"))
    return built if isinstance(built, Diagnostic) else built.files


def page(files: Mapping[str, bytes], file: str) -> LexborHTMLParser:
    """Read a page as HTML5 has it."""
    return LexborHTMLParser(files[file].decode())


def texts(parsed: LexborHTMLParser, selector: str) -> list[str]:
    """The texts of the elements that a selector finds, blanks made one."""
    return [" ".join(node.text().split()) for node in parsed.css(selector)]


def values(parsed: LexborHTMLParser, selector: str, attribute: str) -> list[str | None]:
    """The values of an attribute of these elements."""
    return [node.attributes.get(attribute) for node in parsed.css(selector)]
