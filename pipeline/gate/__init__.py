"""Stands in for the gate until it is merged."""

from pipeline.gate.decision import Binding, Decision, Edition, Form, Refusal, Tally, Words

__all__ = ["Binding", "Decision", "Edition", "Form", "Refusal", "Tally", "Words"]
