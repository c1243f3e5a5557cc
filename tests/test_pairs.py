"""The checks on pairs with known answers: each pair by itself, and the table of true and false findings."""

import re
import tomllib
from collections import Counter

import pytest

from tests import pairs

KNOWN = tomllib.loads((pairs.FOLDER / "known.toml").read_text(encoding="utf-8"))
"""What is not found, or found wrongly, with the reason: by set and locale, then by title."""

BRIEFS = {place: pairs.brief(place) for place in pairs.SETS}
LOCALES = {place.split("/")[1] for place in pairs.SETS}
CASES = [case for place in pairs.SETS for case in pairs.read(place)]
ORACLES = {
    r"None in place": "literal", r"but not Share": "glossary", r"non-commercial": "glossary", r"English sentence": "source-sentence",
    r"mailto": "link", r"link lost|lost link": "markup", r"16 years": "number", r"by a month": "date",
    r"asterisks|bold marks": "leftover", r"front[- ]matter key": "front-matter",
}  # fmt: skip
"""What really happened in published translations, and the code that must name it."""


@pytest.mark.parametrize("place", [place for place in pairs.SETS if place.startswith("policies/")])
@pytest.mark.parametrize(("title", "code"), ORACLES.items())
def test_what_really_happened_is_caught_by_name(place: str, title: str, code: str) -> None:
    [case] = [
        case
        for case in pairs.read(place)
        if re.search(rf"Oracle: .*(?:{title})|Oracle: (?:{title})", case.title)
    ]
    assert code in pairs.found(case, BRIEFS[place])


@pytest.mark.parametrize("case", CASES, ids=str)
def test_pair(case: pairs.Case) -> None:
    codes = set(pairs.found(case, BRIEFS[case.place]))
    known = KNOWN.get(case.place, {}).get(case.title, {})
    assert codes - set(known.get("false", ())) | set(known.get("missed", ())) == set(case.expected)


def table() -> str:
    """What is found rightly, missed and found wrongly, by code; and how many faithful pairs stay quiet."""
    right, missed, false = Counter[str](), Counter[str](), Counter[str]()
    quiet = 0
    for case in CASES:
        codes = set(pairs.found(case, BRIEFS[case.place]))
        right.update(codes & set(case.expected))
        missed.update(set(case.expected) - codes)
        false.update(codes - set(case.expected))
        quiet += not codes and not case.expected
    faithful = sum(not case.expected for case in CASES)
    lines = [f"{'code':<17} right missed false"]
    lines += [
        f"{code:<17} {right[code]:>5} {missed[code]:>6} {false[code]:>5}"
        for code in sorted({*right, *missed, *false})
    ]
    lines.append(f"{'all':<17} {right.total():>5} {missed.total():>6} {false.total():>5}")
    lines.append(
        f"{len(CASES)} pairs in {len(LOCALES)} languages; {quiet} of {faithful} faithful ones stay quiet"
    )
    return "\n".join(lines) + "\n"


def test_the_table_of_true_and_false_findings() -> None:
    assert table() == (pairs.FOLDER / "table.txt").read_text(encoding="utf-8")


def test_there_are_pairs_enough() -> None:
    assert len(CASES) >= 150
    assert {"ko", "ja", "zh_Hans", "de", "fr", "es", "ar"} == LOCALES


def test_each_known_failure_has_its_reason_and_its_pair() -> None:
    titles = {(case.place, case.title) for case in CASES}
    for place, entries in KNOWN.items():
        for title, entry in entries.items():
            assert (place, title) in titles
            assert entry["reason"]
