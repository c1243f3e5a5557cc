"""The gate: for each document and language one decision on what a reader gets, with the reasons.

Lists, the language switcher, ``hreflang``, canonical addresses, ``noindex``, the sitemap and the status all follow from it.
"""

from pipeline.gate.account import account
from pipeline.gate.decide import edition, original_edition, weigh
from pipeline.gate.decision import Binding, Decision, Edition, Form, Refusal, Tally, Words, percent

__all__ = [
    "Binding",
    "Decision",
    "Edition",
    "Form",
    "Refusal",
    "Tally",
    "Words",
    "account",
    "edition",
    "original_edition",
    "percent",
    "weigh",
]
