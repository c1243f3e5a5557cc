"""All decisions as one plain value: what ``status --format json`` prints and ``dist/status.json`` holds.

The form is a promise: a field is never taken away or given another meaning without another ``version``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pipeline.gate.decision import Decision, SignOff
from pipeline.gate.listed import Listed

VERSION = 1


def account(documents: Iterable[Sequence[Listed]]) -> Mapping[str, Any]:
    """Return the decisions by document and language, ready for JSON.

    Args:
        documents: each document in its languages, the source language first.
    """
    return {"version": VERSION, "documents": [_document(editions) for editions in documents]}


def _document(editions: Sequence[Listed]) -> Mapping[str, Any]:
    source = editions[0]
    return {
        "document": source.decision.document,
        "title": source.title,
        "effective": source.effective.isoformat() if source.effective else None,
        "version": source.version,
        "languages": [_language(edition.decision) for edition in editions],
    }


def _language(decision: Decision) -> Mapping[str, Any]:
    return {
        "locale": decision.language.locale,
        "tag": decision.language.tag,
        "name": decision.language.english,
        "form": decision.form.value,
        "passes": decision.passes,
        "required": decision.is_required,
        "reasons": [asdict(reason) for reason in decision.reasons],
        "units": asdict(decision.units),
        "messages": asdict(decision.messages),
        "words": asdict(decision.words),
        "findings": dict(decision.findings),
        "reviewed": decision.is_reviewed,
        "approvals": [_sign_off(sign_off) for sign_off in decision.sign_offs],
    }


def _sign_off(sign_off: SignOff) -> Mapping[str, Any]:
    """Without names: the account is published with the site."""
    return {
        "role": sign_off.role.value,
        "since": sign_off.since.isoformat(),
        "texts": sign_off.total,
        "approved": sign_off.total - len(sign_off.changed),
        "void": [{"path": one.path, "line": one.line} for one in sign_off.changed],
    }
