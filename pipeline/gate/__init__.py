"""The gate: for each document and language one decision on what a reader gets, with the reasons.

Lists, the language switcher, ``hreflang``, canonical addresses, ``noindex``, the sitemap and the status all follow from it.
"""

from pipeline.gate.account import account
from pipeline.gate.decide import edition, original_edition, weigh
from pipeline.gate.decision import (
    Binding,
    Changed,
    Decision,
    Edition,
    Form,
    Refusal,
    SignOff,
    Tally,
    Words,
    percent,
)
from pipeline.gate.listed import Listed, has_translated_title, listed
from pipeline.gate.public import DRAFT, Gone, Public, Version, public
from pipeline.gate.signing import signed

__all__ = [
    "DRAFT",
    "Binding",
    "Changed",
    "Decision",
    "Edition",
    "Form",
    "Gone",
    "Listed",
    "Public",
    "Refusal",
    "SignOff",
    "Tally",
    "Version",
    "Words",
    "account",
    "edition",
    "has_translated_title",
    "listed",
    "original_edition",
    "percent",
    "public",
    "signed",
    "weigh",
]
