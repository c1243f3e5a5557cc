"""From a release to the files that hold it."""

import json
from collections.abc import Mapping

from pipeline.releases.manifest import MANIFEST, digest, manifest
from pipeline.releases.values import Before, Release

RECORD = "release.json"

FORM = 1
"""Of the record: a field is never taken away or given another meaning without another form."""


def write(release: Release) -> Mapping[str, bytes]:
    """Return the files of a release's folder, by name: source, catalogs, approvals, record and manifest."""
    files = {
        source_name(release.document): release.source,
        **{catalog_name(locale): data for locale, data in release.catalogs.items()},
        **{approvals_name(locale): data for locale, data in release.approvals.items()},
        RECORD: _record(release),
    }
    return {**files, MANIFEST: manifest(files)}


def following(release: Release) -> Before:
    """Return how the next release names this one."""
    return Before(version=release.version, manifest=digest(write(release)[MANIFEST]))


def source_name(document: str) -> str:
    """Return the name of the source in the folder of a release."""
    return f"{document}.md"


def catalog_name(locale: str) -> str:
    """Return the name of a locale's catalog in the folder of a release."""
    return f"{locale}.po"


def approvals_name(locale: str) -> str:
    """Return the name of a locale's approvals in the folder of a release."""
    return f"{locale}.approvals.toml"


def _record(release: Release) -> bytes:
    """The record of a release, as JSON, for people and programs."""
    told, kept, before = release.metadata, release.settings, release.before
    record = {
        "form": FORM,
        "document": release.document,
        "version": told.version,
        "announced": told.announced.isoformat(),
        "effective": told.effective.isoformat(),
        "material": told.material,
        "summary": told.summary,
        "languages": list(release.locales),
        "authoritative": list(kept.authoritative),
        "before": {"version": before.version, "manifest": before.manifest} if before else None,
        "settings": {
            "translate": list(kept.translate),
            "do-not-translate": list(kept.do_not_translate),
            "allow-unchanged": list(kept.allow_unchanged),
            "link-swaps": {locale: dict(kept.link_swaps[locale]) for locale in sorted(kept.link_swaps)},
        },
    }
    return f"{json.dumps(record, ensure_ascii=False, indent=2)}\n".encode()
