"""What one document adds to what all documents share: the lists, the sitemap, the status, and the index for programs.

It is all that a site has to remember of a document once the document's own files are written.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.gate import Edition, Listed, Public, listed
from pipeline.releases import following
from pipeline.render.editions import places
from pipeline.render.indexing import Entry, document_indexing, entries
from pipeline.render.policies import Built, policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One document, as lists need it."""

    document: str
    working: tuple[Listed, ...]
    """The working text in all languages, the source language first, for those who publish; none if only releases are left."""
    instead: tuple[Listed, ...] | None = None
    """What stands at the document's address, in the same order, if that is not the working text."""
    released: str | None = None
    """Which released version stands there."""
    manifest: str | None = None
    """The digest of that release."""
    sitemap: tuple[Entry, ...] = ()
    """What the sitemap has of its pages, in the order of the site."""
    policy: Mapping[str, Any] | None = None
    """Its entry in the index for programs; none if nothing is shown."""
    apart: Collection[str] = ()
    """The tags of languages in which it has pages, but none at its own address: whether these lead to a list is for the
    other documents to say."""

    @property
    def shown(self) -> tuple[Listed, ...]:
        """What stands at the document's address in all its languages, the source language first."""
        return self.working if self.instead is None else self.instead


def part(public: Public, working: tuple[Edition, ...], built: Built) -> Part:
    """Return what a document adds.

    Args:
        public: what is public of it.
        working: its working text in all languages.
        built: the files to which the index for programs leads.
    """
    version = public.version
    own, *others = places(public)
    here = {edition.decision.language.tag for edition in own.editions}
    there = {edition.decision.language.tag for place in others for edition in place.editions}
    shown, text = listed(public.shown), listed(working)
    return Part(
        document=public.document,
        working=text,
        instead=shown if shown != text else None,
        released=version.number if version and version.standing.frozen else None,
        manifest=following(version.release).manifest if version and version.release else None,
        sitemap=entries(document_indexing(public, built.site_url), built.site_url),
        policy=policy(public, built) if public.shown else None,
        apart=tuple(sorted(there - here)),
    )
