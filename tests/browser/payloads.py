"""What a hostile translator may try: the families of `tests/fixtures/hostile/payloads.toml`."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tests.cases import FIXTURES


class Refused(StrEnum):
    """Where a family is never published."""

    EVERYWHERE = "everywhere"
    OUTSIDE_CODE = "outside code"
    MARKDOWN = "markdown"
    FRONT_MATTER = "front matter"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Attempts of one kind."""

    name: str
    refused: Refused
    payloads: tuple[str, ...]

    def __str__(self) -> str:
        return self.name

    def sample(self) -> Sequence[str]:
        """Some payloads from all over the list."""
        count = min(len(self.payloads), _SAMPLE)
        return [self.payloads[number * len(self.payloads) // count] for number in range(count)]


_SAMPLE = 1
"""So many payloads of a family are tried in each run, at the most."""


@cache
def families() -> Sequence[Family]:
    """Read all families, in the order of the file."""
    table = tomllib.loads((FIXTURES / "hostile" / "payloads.toml").read_text(encoding="utf-8"))
    return [
        Family(
            name=name,
            refused=Refused(row["refused"]),
            payloads=tuple(row["payloads"]),
        )
        for name, row in table.items()
    ]


def payloads() -> Sequence[str]:
    """All attempts of all families."""
    return [payload for family in families() for payload in family.payloads]
