from collections.abc import Sequence
from typing import Any

import pytest

from pipeline.check import RULES, Brief, Finding, Pair, Rule, examine, pair
from pipeline.check.catalog import ACCEPTING, DOCUMENT, LOCALE
from pipeline.check.page import PAGE
from pipeline.check.source import RULES as SOURCE
from pipeline.check.translation import FINISHED, UNFINISHED
from pipeline.model import Kind, Message, Unit
from tests import cases

BLOCKS = {"paragraph": "p", "list item": "p", "heading": "h1", "table cell": "td", "metadata value": ""}


def unit(kind: str, text: str) -> Unit:
    return Unit(
        text=text, kind=Kind(kind), type="", block=BLOCKS[kind], path="source/terms.md", line=1, slot=(0,)
    )


def asked(unit: Unit, message: Message) -> Sequence[tuple[Rule[Pair], Finding]]:
    return examine(pair(unit, message, {}, Brief(source="en", target="mul")))


@pytest.mark.parametrize("case", cases.read("check.txt"), ids=str)
def test_check(case: cases.Case) -> None:
    source, target = case.given.split("\n")
    kind, text = source.replace("⏎", "\n").split(" | ", 1)
    message = Message(text=text, translations=(target.replace("⏎", "\n"),), line=1)
    findings = asked(unit(kind, text), message)
    told = [f"{rule.code}: {finding.message}: {finding.hint}" for rule, finding in findings]
    assert ("\n".join(told) or "nothing") == case.expected


def test_a_fuzzy_translation_is_only_told_to_be_fuzzy() -> None:
    message = Message(text="One\ntwo", translations=("<b>",), flags=("fuzzy",), line=1)
    [(rule, finding)] = asked(unit("paragraph", "One\ntwo"), message)
    assert rule.code == "fuzzy"
    assert finding.message == "fuzzy, so not published: “One two”"
    assert finding.hint == "compare it with the source and remove the fuzzy flag"


def test_a_text_that_the_catalog_lacks_is_to_be_updated_first() -> None:
    [(_, finding)] = asked(unit("paragraph", "One"), Message(text="One"))
    assert finding.hint == "run policyglot update, then translate it"


def test_each_rule_has_a_code_of_its_own() -> None:
    tables: Sequence[Sequence[Rule[Any]]] = (
        (*UNFINISHED, *FINISHED),
        (*DOCUMENT, *LOCALE, *ACCEPTING),
        PAGE,
        SOURCE,
    )
    for table in tables:
        assert len({rule.code for rule in table}) == len(table)


def test_one_code_has_one_severity() -> None:
    assert len({(rule.code, rule.severity) for rule in RULES}) == len({rule.code for rule in RULES})
