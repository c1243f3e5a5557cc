"""Findings as SARIF 2.1.0, the form in which tools for code review take findings from any program."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from posixpath import join, normpath
from urllib.parse import quote

from pipeline import __version__
from pipeline.check import RULES
from pipeline.model import Diagnostic, Severity
from pipeline.reading.visible import visible
from pipeline.report.data import dumps

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {
    Severity.BLOCK: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
_OTHERS = {
    "approvals-file": "A file of approvals cannot be read",
    "code-block": "Prose in a block of code is not translated",
    "directive": "A comment of the source does not steer the translation",
    "encoding": "A file is not UTF-8",
    "front-matter": "The front matter cannot be used",
    "html-block": "An HTML block is not translated",
    "length": "A source is too long",
    "nesting": "A source is nested too deeply",
    "po-charset": "A catalog is not UTF-8",
    "po-syntax": "A catalog cannot be read",
    "project": "A folder or file of the project cannot be used",
    "reference-title": "The title of a link definition is not translated",
}
"""What is found by no rule: by its code, as a rule has it in `about`."""

Json = Mapping[str, object]


def findings_sarif(found: Sequence[Diagnostic], way: str = ".") -> str:
    """Return findings as a SARIF log with one run; the rules are all that there are, whatever was found.

    Args:
        found: the findings.
        way: the way from the repository's folder to the project's, with ``/``.
    """
    levels = {rule.code: _LEVELS[rule.severity] for rule in RULES}
    abouts = {rule.code: rule.about for rule in RULES}
    for code in sorted({problem.code for problem in found} - abouts.keys()):
        abouts[code] = _OTHERS.get(code, "")
    rules = [_rule(code, about, levels.get(code)) for code, about in abouts.items()]
    places = {code: index for index, code in enumerate(abouts)}
    driver = {"name": "policyglot", "version": __version__, "rules": rules}
    results = [
        _result(problem, normpath(join(way, problem.path)), places[problem.code], fingerprint)
        for problem, fingerprint in zip(found, _fingerprints(found), strict=True)
    ]
    run = {"tool": {"driver": driver}, "results": results}
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, about: str, level: str | None) -> Json:
    text = {"shortDescription": {"text": f"{about}."}} if about else {}
    return {"id": code, **text, **({"defaultConfiguration": {"level": level}} if level else {})}


def _result(problem: Diagnostic, path: str, rule: int, fingerprint: str) -> Json:
    lines = {"startLine": problem.line, "endLine": problem.end_line}
    region = {name: number for name, number in lines.items() if number is not None}
    file = {"uri": quote(path, errors="surrogateescape"), "uriBaseId": _ROOT}
    place = {"artifactLocation": file, **({"region": region} if region else {})}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": visible(f"{problem.message}: {problem.hint}")},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"policyglot/v1": fingerprint},
        "suppressions": list(_suppressions(problem)),
    }


def _suppressions(problem: Diagnostic) -> Iterable[Json]:
    """An empty list says that nobody accepted it; the standard wants a list in all results or in none."""
    if problem.accepted is not None:
        yield {"kind": "inSource", "status": "accepted", "justification": visible(problem.accepted)}


def _fingerprints(found: Iterable[Diagnostic]) -> Iterable[str]:
    """Name each finding by what it is about and not by its line, so that it is known again where the file has grown.

    Several of one rule on one text are numbered in their order.
    """
    seen = Counter[str]()
    for problem in found:
        about = problem.message if problem.source is None else problem.source.text
        told = json.dumps([problem.code, problem.path, about])
        name = hashlib.sha256(told.encode()).hexdigest()[:32]
        seen[name] += 1
        yield f"{name}:{seen[name]}"
