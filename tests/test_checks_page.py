"""docs/checks.md: a section for each rule, with its severity, and examples that the rule finds."""

import re

import pytest

from pipeline.check import RULES, Brief, Term, examine, pair
from pipeline.check.source import examine_source
from pipeline.model import Kind, Message, Unit
from pipeline.segment import Document, segment
from tests.conftest import ROOT
from tests.pairs import BLOCKS

PAGE = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
SECTION = re.compile(
    r"^### `(?P<code>[\w-]+)` \((?P<severity>\w+)\)\n(?P<text>.*?)(?=^### `|^## Rules|\Z)",
    re.MULTILINE | re.DOTALL,
)
SECTIONS = list(SECTION.finditer(PAGE))
EXAMPLE = re.compile(r"```(?P<kind>pair|source)\n(?P<text>.*?)```", re.DOTALL)
EXAMPLES = [
    pytest.param(
        section["code"], example["kind"], example["text"], id=f"{section['code']}, {example['kind']}"
    )
    for section in SECTIONS
    for example in EXAMPLE.finditer(section["text"])
]
TERMS = (Term(source="user", target="이용자", forbidden=("사용자", "유저")),)


def test_each_rule_has_its_section() -> None:
    told = {(section["code"], section["severity"]) for section in SECTIONS}
    assert told == {(rule.code, str(rule.severity)) for rule in RULES}


@pytest.mark.parametrize(("code", "kind", "text"), EXAMPLES)
def test_the_rule_finds_its_example(code: str, kind: str, text: str) -> None:
    text = text.replace("\\u202e", "\u202e")
    assert code in (_in_source(text) if kind == "source" else _in_pair(text))


def test_only_these_have_no_example() -> None:
    shown = {code for parameters in EXAMPLES for code in [parameters.values[0]]}
    assert {rule.code for rule in RULES} - shown == {
        "untranslated", "fuzzy", "same-target", "shifted", "same-source", "approval", "acceptance", "stale-acceptance", "blocks", "anchor",
        "byte-order-mark", "line-ends", "tab", "release-changed",
    }  # fmt: skip


def _in_pair(text: str) -> set[str]:
    fields = dict(line.split(": ", 1) for line in text.strip("\n").split("\n"))
    kind = fields.pop("kind", "paragraph")
    (_, source), (locale, target) = fields.items()
    unit = Unit(
        text=source, kind=Kind(kind), type="", block=BLOCKS[kind], path="source/terms.md", line=1, slot=(0,)
    )
    message = Message(text=source, translations=(target.replace("⏎", "\n"),), line=1)
    brief = Brief(source="en", target=locale, terms=TERMS, untouched=("NexCloud",))
    return {rule.code for rule, _ in examine(pair(unit, message, {}, brief))}


def _in_source(text: str) -> set[str]:
    document = segment(text, name="terms", path="source/terms.md", translate=("title",))
    assert isinstance(document, Document)
    return {found.code for found in examine_source(document, text, "en")}
