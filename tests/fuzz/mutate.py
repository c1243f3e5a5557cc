"""Small changes to a document or to a PO file, drawn from a random number generator."""

import random
from collections.abc import Callable, Sequence

LONGEST = 8_000
"""No input gets longer: what long ones do is the matter of `tests.fuzz.sizes`."""


def data(rng: random.Random, before: bytes, pieces: Sequence[bytes], others: Sequence[bytes]) -> bytes:
    """Change bytes in a few places; pieces and others are what may be put in."""
    # In this charset each byte is one character.
    changed = text(
        rng,
        before.decode("latin-1"),
        [piece.decode("latin-1") for piece in (*pieces, rng.randbytes(1), rng.randbytes(2))],
        [other.decode("latin-1") for other in rng.choices(others, k=3)],
    )
    return changed.encode("latin-1")


def text(rng: random.Random, before: str, pieces: Sequence[str], others: Sequence[str]) -> str:
    """Change a text in a few places; pieces and others are what may be put in."""
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        before = rng.choice(_CHANGES)(rng, before, rng.choice(pieces), rng.choice(others))[:LONGEST]
    return before


def _insert(rng: random.Random, text: str, piece: str, _other: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + piece + text[at:]


def _insert_often(rng: random.Random, text: str, piece: str, _other: str) -> str:
    return _insert(rng, text, piece * rng.choice((2, 3, 150)), "")


def _replace(rng: random.Random, text: str, piece: str, _other: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + piece + text[at + rng.choice((1, 2, 10)) :]


def _delete(rng: random.Random, text: str, _piece: str, _other: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + text[at + rng.choice((1, 2, 10, 200)) :]


def _repeat(rng: random.Random, text: str, _piece: str, _other: str) -> str:
    at = rng.randint(0, len(text))
    end = at + rng.choice((1, 2, 10))
    return text[:at] + text[at:end] * rng.choice((2, 3, 50)) + text[end:]


def _splice(rng: random.Random, text: str, _piece: str, other: str) -> str:
    return text[: rng.randint(0, len(text))] + other[rng.randint(0, len(other)) :]


def _begin_a_line(rng: random.Random, text: str, piece: str, _other: str) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    return "\n".join((*lines[:at], piece + lines[at], *lines[at + 1 :]))


def _double_a_line(rng: random.Random, text: str, _piece: str, _other: str) -> str:
    lines = text.split("\n")
    lines.insert(rng.randrange(len(lines)), rng.choice(lines))
    return "\n".join(lines)


def _swap_lines(rng: random.Random, text: str, _piece: str, _other: str) -> str:
    lines = text.split("\n")
    here, there = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[here], lines[there] = lines[there], lines[here]
    return "\n".join(lines)


_CHANGES: Sequence[Callable[[random.Random, str, str, str], str]] = (
    _insert,
    _insert,
    _insert_often,
    _replace,
    _delete,
    _repeat,
    _splice,
    _begin_a_line,
    _begin_a_line,
    _double_a_line,
    _swap_lines,
)
