"""From a front matter to the metadata of a release, or to all that is missing."""

import datetime
import re
from collections.abc import Iterator

from pipeline.frontmatter import FrontMatter
from pipeline.releases.values import Lack, Metadata, Release
from pipeline.releases.versions import LONGEST, is_version, order


def metadata(
    front_matter: FrontMatter, day: datetime.date, last: Release | None = None
) -> Metadata | tuple[Lack, ...]:
    """Read the metadata of a release.

    Args:
        front_matter: that of the source.
        day: the day of announcement, where the front matter names none.
        last: the document's last release.

    Returns:
        The metadata, or everything for which there can be no release.
    """
    version = front_matter.get("version")
    effective, announced = (_date(front_matter, key) for key in ("effective", "announced"))
    lacks = (
        *_version(front_matter, version, last),
        *_effective(front_matter, effective, last),
        *_announced(front_matter, effective, announced, day),
        *_material(front_matter),
    )
    if lacks or version is None or effective is None:
        return lacks
    summary = front_matter.get("summary") or ""
    material = front_matter.get("material")
    return Metadata(
        version=version,
        announced=announced or day,
        effective=effective,
        material=_MATERIAL[material.casefold()] if material else None,
        summary=re.sub(r"[ \t\n]+", " ", summary).strip(" ") or None,
    )


_MATERIAL = {"yes": True, "true": True, "no": False, "false": False}
"""How YAML, TOML and JSON say it."""


def _version(front_matter: FrontMatter, version: str | None, last: Release | None) -> Iterator[Lack]:
    line = _line(front_matter, "version")
    if version is None:
        yield Lack(line=line, message="there is no version", hint='write one, as in version: "1.0"')
    elif not is_version(version):
        hint = (
            f"use letters, digits, “.”, “-” and “_”, {LONGEST} at most, with a letter or a digit at both ends"
        )
        yield Lack(line=line, message=f"“{version}” cannot be the version of a release", hint=hint)
    elif last and order(version) == order(last.version):
        message = f"version {last.version} is released, and a release never changes"
        yield Lack(line=line, message=message, hint="give the text a greater version")
    elif last and order(version) < order(last.version):
        message = f"version {version} is not after {last.version}, which is released"
        yield Lack(line=line, message=message, hint="give the text a greater version")


def _effective(
    front_matter: FrontMatter, effective: datetime.date | None, last: Release | None
) -> Iterator[Lack]:
    line = _line(front_matter, "effective")
    if effective is None:
        hint = "write the day from which the text is in force, as in effective: 2027-01-15"
        yield Lack(line=line, message="there is no effective date", hint=hint)
    elif last and effective < last.metadata.effective:
        message = (
            f"the effective date {effective} is before that of {last.version}, {last.metadata.effective}"
        )
        yield Lack(line=line, message=message, hint="write that day or a later one")


def _announced(
    front_matter: FrontMatter,
    effective: datetime.date | None,
    announced: datetime.date | None,
    day: datetime.date,
) -> Iterator[Lack]:
    line, text = _line(front_matter, "announced"), front_matter.get("announced")
    if text and announced is None:
        hint = "write the day of announcement as YYYY-MM-DD"
        yield Lack(line=line, message=f"“{text}” is not a date", hint=hint)
    elif announced and effective and announced > effective:
        message = f"the day of announcement, {announced}, is after the effective date, {effective}"
        yield Lack(line=line, message=message, hint="write the effective date or a day before it")
    elif effective and not announced and day > effective:
        message = f"the effective date {effective} has passed, and no day of announcement is given"
        hint = f"write one, as in announced: {effective}"
        yield Lack(line=_line(front_matter, "effective"), message=message, hint=hint)


def _material(front_matter: FrontMatter) -> Iterator[Lack]:
    text = front_matter.get("material")
    if text and text.casefold() not in _MATERIAL:
        message = f"“{text}” does not say whether the change is material"
        yield Lack(line=_line(front_matter, "material"), message=message, hint="write yes or no")


def _date(front_matter: FrontMatter, key: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(front_matter.get(key) or "")
    except ValueError:
        return None


def _line(front_matter: FrontMatter, key: str) -> int | None:
    value = front_matter.values.get(key)
    return value.line if value else None
