"""The index of all documents for programs, ``policies.json``: versions, dates, languages, addresses, digests and sign-off.

Its form is a promise, which ``policies.schema.json`` beside it states (JSON Schema, draft 2020-12): a field is never taken away or
given another meaning without another ``version``. No mail address stands in it, and nothing of the day on which it was made.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from pipeline.gate import Decision, Edition, Form, Public, Version
from pipeline.releases import following
from pipeline.render.addresses import DOWNLOADS, absolute, history_file
from pipeline.render.editions import Place, places
from pipeline.render.standing import summary_of

VERSION = 1
SCHEMA = "policies.schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What the index tells of files."""

    downloads: Mapping[str, bytes]
    """The Markdown and the PDFs, by path."""
    site_url: str | None


def policies(documents: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return the index, ready for JSON.

    Args:
        documents: what it says of each document, as `policy` gives it.
    """
    return {"$schema": SCHEMA, "version": VERSION, "documents": documents}


def policy(public: Public, built: Built) -> Mapping[str, Any]:
    """Return what the index says of one document, of which there is something to show.

    Args:
        public: what is public of it.
        built: the files to which the index leads.
    """
    own, *others = places(public)
    return {
        "document": public.document,
        "title": own.editions[0].localized.title,
        "pages": [_page(edition, own, built) for edition in own.editions],
        "versions": [_version(place, built) for place in others],
    }


def _page(edition: Edition, place: Place, built: Built) -> Mapping[str, Any]:
    """What stands at the document's address in a language."""
    decision = edition.decision
    shown = place.version.standing.version if place.version else edition.localized.document.version
    history = history_file(decision.language.tag, decision.document)
    return {
        **_language(decision),
        **_address(place.page(edition), built.site_url),
        "form": decision.form.value,
        "listed": decision.passes,
        "version": decision.former or shown,
        "history": _address(history, built.site_url) if place.public.versions else None,
    }


def _version(place: Place, built: Built) -> Mapping[str, Any]:
    version = place.version
    assert version is not None  # noqa: S101 - only the document's own address can be without one
    told, release = version.standing, version.release
    return {
        "version": told.version,
        "state": told.state.value,
        "announced": told.announced and told.announced.isoformat(),
        "effective": told.effective and told.effective.isoformat(),
        "until": told.until and told.until.isoformat(),
        "material": told.material,
        "summary": told.summary,
        "manifest": following(release).manifest if release else None,
        "languages": [_released(edition, place, version, built) for edition in place.editions],
    }


def _released(edition: Edition, place: Place, version: Version, built: Built) -> Mapping[str, Any]:
    """A version in a language."""
    decision, release = edition.decision, version.release
    summary = summary_of(version, edition)
    held = (release.catalogs.get(decision.language.locale) or release.source) if release else b""
    return {
        **_language(decision),
        **_address(place.page(edition), built.site_url),
        "title": edition.localized.title,
        "summary": summary[0] if summary and summary[1] else None,
        "complete": decision.form is not Form.MIXED,
        "sha256": _digest(held),
        "reviewed": decision.is_reviewed,
        "approvals": [
            {
                "role": one.role.value,
                "by": list(one.by),
                "since": one.since.isoformat(),
                "texts": one.total,
                "approved": one.total - len(one.changed),
            }
            for one in decision.sign_offs
        ],
        "files": list(_files(decision, place.folder, built)),
    }


def _files(decision: Decision, folder: str, built: Built) -> Iterator[Mapping[str, Any]]:
    for _, kind, file_of in DOWNLOADS:
        file = file_of(decision.language.tag, decision.document, folder)
        if file in built.downloads:
            digest = _digest(built.downloads[file])
            yield {"type": kind, **_address(file, built.site_url), "sha256": digest}


def _language(decision: Decision) -> Mapping[str, Any]:
    return {"locale": decision.language.locale, "tag": decision.language.tag}


def _address(file: str, site_url: str | None) -> Mapping[str, Any]:
    """Where a file is: below the site's folder, and its URL, if that is known."""
    return {"path": file, "url": absolute(file, site_url) if site_url else None}


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
