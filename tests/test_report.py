import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline import __version__
from pipeline.check import RULES
from pipeline.model import Diagnostic, Excerpt, Severity
from pipeline.report.excerpt import line
from pipeline.report.forms import FORMS
from tests import cases

PATH = "locales/ko/LC_MESSAGES/terms.po"
BASE = Diagnostic(path=PATH, line=8, end_line=10, code="link", message="it is wrong", hint="mend it")


def about(
    source: str, target: str, *, source_parts: Sequence[str] = (), parts: Sequence[str] = ()
) -> Diagnostic:
    return replace(
        BASE,
        source=Excerpt(text=source, parts=tuple(source_parts)),
        target=Excerpt(text=target, parts=tuple(parts)),
    )


def told(*found: Diagnostic, form: str = "text", way: str = ".") -> str:
    return FORMS[form](found, way)


def sarif(found: Sequence[Diagnostic], way: str = ".") -> Any:  # noqa: ANN401 - it is JSON
    return json.loads(told(*found, form="sarif", way=way))


EVERY_KIND = [
    Diagnostic(path="source/개인 정보%.md", code="encoding", message="not UTF-8", hint="save it as UTF-8"),
    replace(BASE, code="unheard-of", line=1, end_line=None),
    replace(about("a", "\u202eb\x1b[31m\x85"), severity=Severity.BLOCK, message="\x1b[2J\u202e"),
    replace(BASE, severity=Severity.WARNING, accepted="said the lawyer"),
    replace(BASE, severity=Severity.INFO, code="untranslated"),
]


# Text


@pytest.mark.parametrize("case", cases.read("excerpts.txt"), ids=str)
def test_a_text_is_cut_to_what_matters_and_marked(case: cases.Case) -> None:
    text, *parts = case.given.split("\n--- ")
    shown = line(Excerpt(text=unescaped(text), parts=tuple(map(unescaped, parts))), 40)
    assert f"{''.join(text for text, _ in shown.runs)}\n{shown.marks}".removesuffix("\n") == case.expected


def unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)


def test_no_findings() -> None:
    assert told() == "no findings"


def test_a_finding_without_texts_is_one_line() -> None:
    assert told(BASE) == f"{PATH} (1 error)\n{PATH}:8: error: it is wrong: mend it [link]\n\n1 error"


def test_a_finding_about_a_file_has_no_line() -> None:
    found = replace(BASE, path="pyproject.toml", line=None, end_line=None)
    assert "\npyproject.toml: error: it is wrong: mend it [link]\n" in told(found)


def test_a_finding_shows_both_texts_marks_what_differs_and_ends_with_the_fix() -> None:
    found = about("See [us](/a).", "[우리](/b) 참조.", source_parts=["/a"], parts=["/b"])
    assert told(found) == (
        f"{PATH} (1 error)\n"
        "\n"
        f"{PATH}:8: error: it is wrong [link]\n"
        "  source  See [us](/a).\n"
        "                   ^^\n"
        "  target  [우리](/b) 참조.\n"
        "                 ^^\n"
        "  fix     mend it\n"
        "\n"
        "1 error"
    )


def test_a_text_that_is_not_translated_is_not_shown_twice() -> None:
    found = replace(about("Terms", ""), severity=Severity.INFO, message="not translated: “Terms”")
    assert (
        told(found) == f"{PATH} (1 info)\n{PATH}:8: info: not translated: “Terms”: mend it [link]\n\n1 info"
    )


def test_findings_on_one_entry_show_its_texts_once_and_each_its_own_marks() -> None:
    first = about("A b", "가 나", parts=["가"])
    assert told(first, replace(first, message="so is this"), about("A b", "가 나", parts=["나"])) == (
        f"{PATH} (3 errors)\n"
        "\n"
        f"{PATH}:8: error: it is wrong [link]\n"
        "  source  A b\n"
        "  target  가 나\n"
        "          ^^\n"
        "  fix     mend it\n"
        "\n"
        f"{PATH}:8: error: so is this [link]\n"
        "  fix     mend it\n"
        "\n"
        f"{PATH}:8: error: it is wrong [link]\n"
        "  target  가 나\n"
        "             ^^\n"
        "  fix     mend it\n"
        "\n"
        "3 errors"
    )


def test_findings_of_one_line_stand_together_and_those_of_several_apart() -> None:
    short, long = replace(BASE, line=1), about("A", "가")
    assert [text == "" for text in told(short, short, long, replace(short, line=20)).split("\n")] == [
        *(False, False, False),
        *(True, False, False, False, False),
        *(True, False),
        *(True, False),
    ]


def test_each_file_has_a_heading_with_its_own_count() -> None:
    other = replace(BASE, path="source/terms.md", severity=Severity.WARNING)
    assert told(BASE, BASE, other) == (
        f"{PATH} (2 errors)\n"
        f"{PATH}:8: error: it is wrong: mend it [link]\n"
        f"{PATH}:8: error: it is wrong: mend it [link]\n"
        "\n"
        "source/terms.md (1 warning)\n"
        "source/terms.md:8: warning: it is wrong: mend it [link]\n"
        "\n"
        "2 errors, 1 warning"
    )


def test_the_summary_counts_the_gravest_first_and_the_accepted_last() -> None:
    severities = (
        Severity.INFO,
        Severity.INFO,
        Severity.WARNING,
        Severity.WARNING,
        Severity.ERROR,
        Severity.BLOCK,
    )
    found = [replace(BASE, severity=severity) for severity in severities]
    summary = told(*found, replace(BASE, accepted="said the lawyer")).rpartition("\n")[2]
    assert summary == "1 blocked, 1 error, 2 warnings, 2 infos, 1 accepted"


def test_accepted_findings_are_not_shown() -> None:
    assert (
        told(replace(BASE, accepted="said the lawyer"), replace(BASE, accepted=""))
        == "no findings, 2 accepted"
    )


def test_the_other_text_is_cut_at_about_the_same_place() -> None:
    source, target = "one " * 60 + "here " + "two " * 20, "하나 " * 60 + "여기 " + "둘 " * 20
    shown = told(about(source, target, source_parts=["here"])).split("\n")
    assert " here " in shown[3]
    assert " 여기 " in shown[5]


def test_nothing_in_a_file_commands_a_terminal_or_fakes_a_line() -> None:
    hostile = "a\x1b[2J\x9b31m\r\x08\x7f\u202e\u2066\u2028\ue000\U000e0041\nsource/x.md:1: error: y"
    found = replace(
        about(hostile, hostile, parts=["\x1b"]), message=hostile, hint=hostile, path=hostile, code=hostile
    )
    shown = told(found)
    escaped = (
        r"a\u001b[2J\u009b31m\u000d\u0008\u007f\u202e\u2066\u2028"
        "\ue000"
        r"\U000e0041⏎source/x.md:1: error: y"
    )
    assert shown.split("\n") == [
        f"{escaped} (1 error)",
        "",
        f"{escaped}:8: error: {escaped} [{escaped}]",
        f"  source  {escaped}",
        f"  target  {escaped}",
        "           ^^^^^^",
        f"  fix     {escaped}",
        "",
        "1 error",
    ]


def test_a_pile_of_marks_does_not_cover_the_lines_around() -> None:
    assert told(replace(BASE, message="e" + "\u0301" * 10)).count(r"\u0301") == 2


def test_colours_are_for_terminals_that_want_them(monkeypatch: pytest.MonkeyPatch) -> None:
    found = about("A", "가", parts=["가"])
    plain = told(found)
    assert "\x1b" not in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[31merror\x1b[0m" in told(found)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31m" not in told(found)


# JSON


def test_json_has_every_field_and_no_character_that_a_terminal_obeys() -> None:
    found = replace(
        about("가", "\x1b\x9b\u202e\U000e0041", parts=["\x9b"]), accepted="said the lawyer", locale="ko"
    )
    shown = told(found, form="json")
    assert r'"text": "\u001b\u009b\u202e\udb40\udc41"' in shown
    assert "가" in shown
    assert json.loads(shown) == [
        {
            "path": PATH,
            "line": 8,
            "end_line": 10,
            "code": "link",
            "message": "it is wrong",
            "hint": "mend it",
            "severity": "error",
            "document": None,
            "locale": "ko",
            "source": {"text": "가", "parts": []},
            "target": {"text": "\x1b\x9b\u202e\U000e0041", "parts": ["\x9b"]},
            "accepted": "said the lawyer",
        }
    ]


# GitHub


def test_github_has_a_command_for_each_severity() -> None:
    found = [replace(BASE, severity=severity) for severity in Severity]
    assert told(*found, form="github").split("\n") == [
        f"::error file={PATH},line=8,endLine=10,title=link::it is wrong: mend it",
        f"::error file={PATH},line=8,endLine=10,title=link::it is wrong: mend it",
        f"::warning file={PATH},line=8,endLine=10,title=link::it is wrong: mend it",
        f"::notice file={PATH},line=8,endLine=10,title=link::it is wrong: mend it",
    ]


def test_github_escapes_what_would_end_a_property_or_a_command() -> None:
    found = replace(BASE, path="a,b:c%.md", message="100 %\r\n::error::x", line=3, end_line=None)
    assert told(found, form="github") == (
        r"::error file=a%2Cb%3Ac%25.md,line=3,endLine=3,title=link::100 %25\u000d⏎::error::x: mend it"
    )


def test_github_leaves_out_what_is_accepted_and_a_line_that_is_not_known() -> None:
    whole = replace(BASE, line=None, end_line=None)
    shown = told(replace(BASE, accepted="said the lawyer"), whole, form="github")
    assert shown == f"::error file={PATH},title=link::it is wrong: mend it"
    assert told(replace(BASE, accepted="said the lawyer"), form="github") == ""


def test_files_are_named_from_the_repositorys_folder_for_programs_that_look_for_them() -> None:
    assert told(BASE, form="github", way="policies/a").startswith(f"::error file=policies/a/{PATH},")
    result = sarif([BASE], way="policies/a b")["runs"][0]["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == f"policies/a%20b/{PATH}"
    assert f'"path": "{PATH}"' in told(BASE, form="json", way="policies/a")


# SARIF; tests/conformance/test_sarif.py has the schema.


def test_a_sarif_log_names_the_tool_and_all_its_rules() -> None:
    log = sarif(EVERY_KIND)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    [run] = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("policyglot", __version__)
    codes = [rule["id"] for rule in driver["rules"]]
    known = list(dict.fromkeys(rule.code for rule in RULES))
    assert codes[: len(known)] == known
    assert codes[len(known) :] == ["encoding", "unheard-of"]
    first = {
        "id": "untranslated",
        "shortDescription": {"text": "A text has no translation."},
        "defaultConfiguration": {"level": "note"},
    }
    assert first in driver["rules"]
    assert driver["rules"][-2:] == [
        {"id": "encoding", "shortDescription": {"text": "A file is not UTF-8."}},
        {"id": "unheard-of"},
    ]
    assert all(codes[result["ruleIndex"]] == result["ruleId"] for result in run["results"])


def test_a_sarif_result() -> None:
    [result] = sarif([replace(about("a", "b"), accepted="said the lawyer")])["runs"][0]["results"]
    [rule] = [index for index, rule in enumerate(RULES) if rule.code == "link"]
    assert result == {
        "ruleId": "link",
        "ruleIndex": rule,
        "level": "error",
        "message": {"text": "it is wrong: mend it"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": PATH, "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 8, "endLine": 10},
                }
            }
        ],
        "partialFingerprints": {"policyglot/v1": result["partialFingerprints"]["policyglot/v1"]},
        "suppressions": [{"kind": "inSource", "status": "accepted", "justification": "said the lawyer"}],
    }


def test_sarif_levels_places_and_suppressions() -> None:
    results = sarif(EVERY_KIND)["runs"][0]["results"]
    assert [result["level"] for result in results] == ["error", "error", "error", "warning", "note"]
    assert [len(result["suppressions"]) for result in results] == [0, 0, 0, 1, 0]
    places = [result["locations"][0]["physicalLocation"] for result in results]
    assert places[0] == {
        "artifactLocation": {
            "uri": "source/%EA%B0%9C%EC%9D%B8%20%EC%A0%95%EB%B3%B4%25.md",
            "uriBaseId": "%SRCROOT%",
        }
    }
    assert places[1]["region"] == {"startLine": 1}
    assert results[2]["message"]["text"] == r"\u001b[2J\u202e: mend it"


def prints(*found: Diagnostic) -> list[str]:
    return [result["partialFingerprints"]["policyglot/v1"] for result in sarif(found)["runs"][0]["results"]]


def test_a_fingerprint_stays_when_the_entry_moves_or_its_translation_changes() -> None:
    first = about("a", "b")
    moved = replace(first, line=80, end_line=82, target=Excerpt(text="c"), message="it is still wrong")
    assert prints(first) == prints(moved)


def test_a_fingerprint_differs_by_rule_file_and_text_and_is_numbered_where_they_are_the_same() -> None:
    first = about("a", "b")
    found = [first, replace(first, code="markup"), replace(first, path="b.po"), about("c", "b"), first, BASE]
    names = prints(*found)
    assert len(set(names)) == len(found)
    assert names[0].removesuffix(":1") == names[4].removesuffix(":2")


def test_the_same_findings_give_the_same_sarif() -> None:
    assert told(*EVERY_KIND, form="sarif") == told(*EVERY_KIND, form="sarif")


# Documentation


def test_the_fields_of_json_are_those_in_the_documentation() -> None:
    page = (Path(__file__).parent.parent / "docs" / "publisher.md").read_text(encoding="utf-8")
    for name in json.loads(told(BASE, form="json"))[0]:
        assert f"\n| `{name}` |" in page
