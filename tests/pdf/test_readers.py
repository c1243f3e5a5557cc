"""“Ready” is true: every reader sees the same document, and other programs take the file as it is."""

import json
import random
import re
import unicodedata
from collections.abc import Mapping
from itertools import pairwise

import pytest

from pipeline.markdown.portable import write_portable
from tests import cases, sheets
from tests.pdf.policy import TAGS, markdown
from tests.pdf.readers import READERS, pandoc, tree

pytestmark = pytest.mark.pdfcheck

CASES = cases.read("portable.txt")


@pytest.fixture(scope="module")
def policy() -> Mapping[str, str]:
    return markdown()


def _equal(text: str) -> None:
    first, *others = (tree(text, reader) for reader in READERS)
    for reader, other in zip(READERS[1:], others, strict=True):
        assert other == first, reader


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_reader_sees_the_same(case: cases.Case) -> None:
    _equal(case.expected)


@pytest.mark.parametrize("tag", TAGS)
def test_every_reader_sees_the_same_policy(policy: Mapping[str, str], tag: str) -> None:
    _equal(policy[tag])


@pytest.mark.parametrize("seed", range(4))
def test_every_reader_sees_the_same_in_documents_put_together_at_random(seed: int) -> None:
    """Every case beside every other, in lists and quotes as well."""
    chosen = random.Random(seed)  # noqa: S311 - nothing is secret here
    parts = [case.given for case in CASES]
    for _ in range(12):
        inner = "\n\n".join(chosen.sample(parts, 3))
        item = inner.replace("\n", "\n  ")
        quote = inner.replace("\n", "\n> ")
        given = chosen.choice(
            [inner, f"- {item}\n- x", f"> {quote}", f"- a\n- > {item.replace(chr(10), chr(10) + '  > ')}"]
        )
        _equal(write_portable(sheets.portable_body(f"---\ntitle: Policy\n---\n\n{given}")))


@pytest.mark.parametrize("tag", TAGS)
def test_the_form_of_the_file(policy: Mapping[str, str], tag: str) -> None:
    text = policy[tag]
    body = text.split("\n---\n\n", 1)[1]
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search(r"[\t\r\ufeff]", text)
    assert text.endswith("\n")
    assert not re.search(r"(?<!\\)<(?!\S+@)", body), "raw HTML"
    assert not re.search(r"(?<!\\)\{", body), "attributes"
    levels = [len(marks) for marks in re.findall(r"^(#+) ", body, re.MULTILINE)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    rules = re.findall(r"^ *\|[-:|]+\|$", body, re.MULTILINE)
    assert len(rules) == 3
    assert all(len(rule) > 72 for rule in rules)
    assert not re.search(r"^ *\S[^\n]*[^\n\\]\n(?! *(?:[-\n>|]|\d+\. |\Z))", body, re.MULTILINE), (
        "one paragraph, one line"
    )


def test_the_columns_are_the_same_in_every_language_unless_a_word_does_not_fit(
    policy: Mapping[str, str],
) -> None:
    """German “erforderliche” and Spanish “estrictamente” are wider than what the English text leaves for the first column."""
    found = {tag: re.findall(r"^ *(\|[-:|]+\|)$", text, re.MULTILINE) for tag, text in policy.items()}
    assert {tag: [one != two for one, two in zip(found[tag], found["en"], strict=True)] for tag in TAGS} == {
        tag: [False, False, tag in {"de", "es"}] for tag in TAGS
    }


@pytest.mark.parametrize("tag", TAGS)
def test_pandocs_metadata_is_what_was_written(policy: Mapping[str, str], tag: str) -> None:
    told = json.loads(pandoc(policy[tag], "-f", "markdown-smart", "-t", "json"))["meta"]
    assert told["toc"] == {"t": "MetaBool", "c": True}
    assert {told[key]["t"] for key in ("title", "date", "description", "toc-title", "page-label")} == {
        "MetaInlines"
    }


@pytest.mark.parametrize("tag", TAGS)
def test_pandocs_html_writer_takes_the_file(policy: Mapping[str, str], tag: str) -> None:
    page = pandoc(policy[tag], "-f", "markdown-smart", "-t", "html", "--standalone", "--embed-resources")
    assert f'lang="{tag}"' in page
    assert page.count("<table") == 3
