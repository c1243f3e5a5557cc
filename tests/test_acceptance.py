import pytest

from pipeline.check.acceptance import Acceptance, Problem, read, settle, stale
from pipeline.model import Diagnostic, Severity

KNOWN = {"quotes", "brackets", "doubled-word"}


def finding(code: str, severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(path="a", code=code, message="it is so", hint="mend it", severity=severity)


@pytest.mark.parametrize(
    "words",
    [
        "quotes, doubled-word — a name of old",
        "quotes, doubled-word – a name of old",
        "quotes, doubled-word - a name of old",
        "quotes, doubled-word -- a name of old",
        "quotes, doubled-word: a name of old",
        "quotes,doubled-word:a name of old",
        "  Quotes ,\n DOUBLED-WORD—a  name\n of old ",
        "quotes、doubled-word：a name of old",
        "quotes, quotes, doubled-word — a name of old",
    ],
)
def test_codes_and_a_reason(words: str) -> None:
    assert read(words, KNOWN) == Acceptance(codes=("quotes", "doubled-word"), reason="a name of old")


def test_a_reason_may_hold_anything() -> None:
    accepted = read("quotes — “a”: b — c, d - e", KNOWN)
    assert accepted == Acceptance(codes=("quotes",), reason="“a”: b — c, d - e")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "it is not said what is accepted: write accept CODE — reason"),
        ("— because", "it is not said what is accepted: write accept CODE — reason"),
        ("quotes", "quotes is accepted here without a reason: write accept quotes — and why"),
        ("quotes —", "quotes is accepted here without a reason: write accept quotes — and why"),
        ("quotes — !", "quotes is accepted here without a reason: write accept quotes — and why"),
        (
            "quotes, brackets because",
            "quotes, brackets is accepted here without a reason: write accept quotes, brackets — and why",
        ),
        (
            "quots — a name",
            "“quots” is the code of no finding that can be accepted here: did you mean “quotes”?",
        ),
        (
            "quotes, everything — a name",
            "“everything” is the code of no finding that can be accepted here: copy the code from the end of the finding",
        ),
    ],
)
def test_what_cannot_be_obeyed(words: str, told: str) -> None:
    problem = read(words, KNOWN)
    assert isinstance(problem, Problem)
    assert f"{problem.message}: {problem.hint}" == told


def test_what_is_named_is_accepted_with_its_reason_and_the_rest_is_not() -> None:
    found = [finding("quotes", Severity.ERROR), finding("brackets")]
    accepted = Acceptance(codes=("quotes", "doubled-word"), reason="a name")
    settled = settle(found, [accepted])
    assert [(one.code, one.accepted, one.fails) for one in settled] == [
        ("quotes", "a name", False),
        ("brackets", None, False),
    ]
    assert stale(found, accepted) == ("doubled-word",)


def test_what_keeps_a_translation_from_being_published_is_never_accepted() -> None:
    found = [finding("quotes", Severity.BLOCK)]
    accepted = Acceptance(codes=("quotes",), reason="a name")
    assert settle(found, [accepted]) == found
    assert stale(found, accepted) == ("quotes",)


def test_of_two_reasons_the_first_is_told() -> None:
    both = [Acceptance(codes=("quotes",), reason=reason) for reason in ("first", "second")]
    assert [one.accepted for one in settle([finding("quotes")], both)] == ["first"]
