"""Reading a text as a person does: what is damaged in it, and which of its marks have no partner."""

from pipeline.reading.damage import Damage, damage
from pipeline.reading.marks import (
    QUOTES,
    stray_brackets,
    stray_quotes,
    unmatched_brackets,
    unmatched_quotes,
)

__all__ = [
    "QUOTES",
    "Damage",
    "damage",
    "stray_brackets",
    "stray_quotes",
    "unmatched_brackets",
    "unmatched_quotes",
]
