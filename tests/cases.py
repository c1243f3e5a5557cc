"""Cases as text files: a title, an input and what is expected, with lines of dots between.

Title of the case
.
input
.
expected
.
"""

from dataclasses import dataclass
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case of a file."""

    title: str
    given: str
    expected: str

    def __str__(self) -> str:
        return self.title


def read(name: str) -> list[Case]:
    """Read the cases of a file under `tests/fixtures`."""
    parts = f"\n{(FIXTURES / name).read_text(encoding='utf-8')}".split("\n.\n")
    triples = zip(parts[0::3], parts[1::3], parts[2::3], strict=False)
    return [
        Case(title=title.strip("\n"), given=given, expected=expected) for title, given, expected in triples
    ]
