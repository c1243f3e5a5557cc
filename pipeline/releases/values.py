"""The values that the modules of this package speak of."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class State(StrEnum):
    """What a text is on a day."""

    DRAFT = "draft"
    """Nobody has announced it: the working text, and a release before its day of announcement."""
    ANNOUNCED = "announced"
    """Announced, and not in force yet."""
    IN_FORCE = "in force"
    """What binds on that day: of each document one release at most."""
    SUPERSEDED = "superseded"
    """A later one is in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What an author says of a release, in the front matter of its source."""

    version: str
    announced: datetime.date
    """The day on which it was or will be announced; never after `effective`."""
    effective: datetime.date
    """The day from whose beginning, in UTC, it is in force."""
    material: bool | None = None
    """Whether it changes what readers may or must do; none where the author does not say."""
    summary: str | None = None
    """What has changed, in the language of the source; its translations stand in the catalogs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What decided, on the day of the release, which texts are units, which translations are published, and which bind."""

    source_language: str
    """The locale of the source."""
    authoritative: tuple[str, ...] = ()
    """The locales whose text binds."""
    translate: tuple[str, ...] = ()
    do_not_translate: tuple[str, ...] = ()
    allow_unchanged: tuple[str, ...] = ()
    link_swaps: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Of the locales that are released."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The release that another one follows."""

    version: str
    manifest: str
    """The SHA-256 of its manifest, so that each release proves those before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One version of a document, frozen."""

    document: str
    metadata: Metadata
    settings: Settings
    before: Before | None = None
    """None of the first."""
    source: bytes
    """The file of the source, byte for byte."""
    catalogs: Mapping[str, bytes] = field(default_factory=dict)
    """The PO file of each locale that is released, byte for byte."""
    approvals: Mapping[str, bytes] = field(default_factory=dict)
    """Who had approved it on the day of the release, by locale, each as a file of approvals; of locales with none, nothing."""

    @property
    def version(self) -> str:
        """The version, which is also the name of its folder."""
        return self.metadata.version

    @property
    def locales(self) -> tuple[str, ...]:
        """The source language first, then the others in the order of their names."""
        return (self.settings.source_language, *sorted(self.catalogs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A difference between what was released and what is there."""

    path: str
    document: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """All releases of a project."""

    releases: tuple[Release, ...] = ()
    """Those that are as they were released, by document and in the order of their versions."""
    faults: tuple[Fault, ...] = ()

    def of(self, document: str) -> tuple[Release, ...]:
        """Return the releases of a document, the earliest version first."""
        return tuple(release for release in self.releases if release.document == document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """Something that the front matter does not say, or says wrongly, for which a document cannot be released."""

    line: int | None
    """In the source, from 1; none where it says nothing."""
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A release, or the working text of a document, as it stands on a day."""

    document: str
    version: str | None
    state: State
    frozen: bool
    """Whether it is a release."""
    announced: datetime.date | None = None
    effective: datetime.date | None = None
    until: datetime.date | None = None
    """The first day on which a later release was in force; none where that is still to come."""
    material: bool | None = None
    summary: str | None = None
    languages: tuple[str, ...] = ()
    """The locales in which it is released, that of the source first."""
