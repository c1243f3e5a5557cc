"""From the files of all releases of a project to values, each proved against its manifest and by those that follow it."""

import datetime
import json
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.releases.manifest import MANIFEST, differences, digest
from pipeline.releases.values import Before, Fault, Frozen, Metadata, Release, Settings
from pipeline.releases.versions import order
from pipeline.releases.write import FORM, RECORD, approvals_name, catalog_name, source_name, write

_Folders = Mapping[str, Mapping[str, bytes]]
"""The files of a document's releases, by version and by name."""


def read(files: Mapping[str, bytes], root: str) -> Frozen:
    """Read all releases, and tell each difference from what was released.

    Args:
        files: all files below `root`, by path; what does not stand in a folder ``<document>/<version>`` is passed over.
        root: the folder of the releases.

    Returns:
        The releases of which nothing has changed, and what has changed of the others.
    """
    releases: list[Release] = []
    faults: list[Fault] = []
    for document, folders in _documents(files, root).items():
        for version, held in folders.items():
            found = tuple(_faults(f"{root}/{document}/{version}", document, held))
            release = _release(held) if not found else None
            faults += found
            if release and (release.document, release.version) == (document, version):
                releases.append(release)
            elif not found:
                faults.append(_misread(f"{root}/{document}/{version}", document, held))
        faults += _broken_chain(f"{root}/{document}", folders, releases)
    intact = (
        one
        for one in releases
        if not any(fault.path.startswith(f"{root}/{one.document}/{one.version}/") for fault in faults)
    )
    return Frozen(releases=tuple(intact), faults=tuple(faults))


def _documents(files: Mapping[str, bytes], root: str) -> Mapping[str, _Folders]:
    found: dict[str, dict[str, dict[str, bytes]]] = {}
    for path in sorted(files):
        document, _, rest = path.removeprefix(f"{root}/").partition("/")
        version, _, name = rest.partition("/")
        if name:
            found.setdefault(document, {}).setdefault(version, {})[name] = files[path]
    return {
        document: {version: folders[version] for version in sorted(folders, key=order)}
        for document, folders in found.items()
    }


def _faults(folder: str, document: str, held: Mapping[str, bytes]) -> Iterator[Fault]:
    for name, message in differences(held):
        hint = _REMOVE if message.endswith("not of the release") else _hint(f"{folder}/{name}")
        yield Fault(path=f"{folder}/{name}", document=document, message=message, hint=hint)


def _broken_chain(above: str, folders: _Folders, releases: list[Release]) -> Iterator[Fault]:
    """Tell of releases that are not there any more, or that are not those that others follow."""
    document = above.rpartition("/")[2]
    for release in releases:
        before = release.before
        if release.document != document or before is None:
            continue
        path, known = f"{above}/{before.version}", folders.get(before.version, {}).get(MANIFEST)
        if before.version not in folders:
            message = f"the release is missing that {release.version} follows"
            yield Fault(path=path, document=document, message=message, hint=_hint(path))
        elif known is not None and digest(known) != before.manifest:
            message = f"the manifest is not that of the release that {release.version} follows"
            yield Fault(path=f"{path}/{MANIFEST}", document=document, message=message, hint=_hint(path))


def _misread(folder: str, document: str, held: Mapping[str, bytes]) -> Fault:
    """Tell of files that are what their manifest lists, and are no release, or not this one."""
    release = _release(held)
    if release is None:
        message, hint = "this is no release that can be read here", f"update policyglot, or {_hint(folder)}"
        return Fault(path=f"{folder}/{RECORD}", document=document, message=message, hint=hint)
    message = f"this folder holds {release.document} {release.version}"
    return Fault(path=folder, document=document, message=message, hint="give it its name back")


def _hint(path: str) -> str:
    return f"bring back what was released, as with git checkout -- {path}; what changes is a new release"


_REMOVE = "move it away; what changes is a new release"


def _release(held: Mapping[str, bytes]) -> Release | None:
    """Read a release from its files; none if they are not what `write` makes of one."""
    try:
        record = json.loads(held[RECORD])
        release = _from(record, held) if record["form"] == FORM else None
        return release if release and write(release) == held else None
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None


def _from(record: Any, held: Mapping[str, bytes]) -> Release:  # noqa: ANN401 - JSON gives any value
    kept, before = record["settings"], record["before"]
    source, *others = record["languages"]
    return Release(
        document=record["document"],
        metadata=Metadata(
            version=record["version"],
            announced=datetime.date.fromisoformat(record["announced"]),
            effective=datetime.date.fromisoformat(record["effective"]),
            material=record["material"],
            summary=record["summary"],
        ),
        settings=Settings(
            source_language=source,
            authoritative=tuple(record["authoritative"]),
            translate=tuple(kept["translate"]),
            do_not_translate=tuple(kept["do-not-translate"]),
            allow_unchanged=tuple(kept["allow-unchanged"]),
            link_swaps=kept["link-swaps"],
        ),
        before=Before(version=before["version"], manifest=before["manifest"]) if before else None,
        source=held[source_name(record["document"])],
        catalogs={locale: held[catalog_name(locale)] for locale in others},
        approvals={
            locale: held[approvals_name(locale)]
            for locale in record["languages"]
            if approvals_name(locale) in held
        },
    )
