import datetime
import re

import pytest

from pipeline.approvals import Approval, Role, sign
from pipeline.check.source import ACCEPTING, RULES, examine_source
from pipeline.model import Diagnostic
from tests import cases
from tests.test_segment import read

FOLDER = cases.FIXTURES / "check" / "source"
FILES = sorted(path.stem for path in FOLDER.glob("*.txt"))
NUMBER = re.compile(r"⟨U\+([0-9A-F]+)⟩")
LOCALE = re.compile(r"⟨([a-z]{2}(?:_[A-Za-z]+)?)⟩\n")


def told(given: str) -> str:
    """What is found in a source. ⟨U+202E⟩ stands for a character; ⟨de⟩ before the first line for another language.

    What stands before a line ⟨then⟩ was approved.
    """
    locale = LOCALE.match(given)
    text = given[locale.end() :] if locale else given
    before, _, text = text.rpartition("⟨then⟩\n")
    written = NUMBER.sub(lambda found: chr(int(found[1], 16)), f"{text}\n")
    plain = written.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    document = read(plain)
    found = examine_source(document, written, locale[1] if locale else "en", approved(before, document.name))
    return "\n".join(map(line, found)) or "nothing"


def approved(text: str, name: str) -> list[Approval]:
    if not text:
        return []
    signed = {sign(unit.key, None) for unit in read(text).units}
    when = datetime.datetime(2021, 4, 5, tzinfo=datetime.UTC)
    by = "김민지 <kim@example.com>"
    return [Approval(document=name, role=Role.LEGAL, by=by, when=when, texts=tuple(sorted(signed)))]


def line(found: Diagnostic) -> str:
    accepted = f" accepted: {found.accepted}" if found.accepted else ""
    return f"{found.line or '–'}: {found.message}: {found.hint} [{found.severity}: {found.code}]{accepted}"


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{name}: {case}")
        for name in FILES
        for case in cases.read(f"check/source/{name}.txt")
    ],
)
def test_source_rule(case: cases.Case) -> None:
    assert told(case.given) == case.expected


def test_each_rule_has_a_code_and_cases_of_its_own() -> None:
    codes = [*(rule.code for rule in RULES), *(rule.code for rule in ACCEPTING)]
    assert len(set(codes)) == len(codes)
    assert {"quiet", *codes} - {"stale-acceptance"} == set(FILES)


def test_each_file_of_cases_has_what_must_be_found_and_what_must_not() -> None:
    for name in FILES:
        told = [case.expected.split("\n") for case in cases.read(f"check/source/{name}.txt")]
        quiet = sum(lines == ["nothing"] or all(" accepted: " in line for line in lines) for lines in told)
        assert name == "quiet" or (quiet >= 4 and len(told) - quiet >= 3), name
