"""What one document adds to what all documents share: the lists, the sitemap, the status, and the index for programs.

It is all that a site has to remember of a document once the document's own files are written.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.gate import Edition, Listed, Public, listed
from pipeline.releases import following
from pipeline.render.editions import places
from pipeline.render.indexing import Indexing, document_indexing
from pipeline.render.policies import Built, policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One document, as lists need it."""

    document: str
    working: tuple[Listed, ...]
    """The working text in all languages, the source language first, for those who publish; none if only releases are left."""
    shown: tuple[Listed, ...]
    """What stands at the document's address, in the same order."""
    released: str | None = None
    """Which released version stands there."""
    manifest: str | None = None
    """The digest of that release."""
    indexing: Mapping[str, Indexing] = field(default_factory=dict)
    """What its pages tell search engines, by their files, in the order of the site."""
    policy: Mapping[str, Any] | None = None
    """Its entry in the index for programs; none if nothing is shown."""
    apart: Collection[str] = ()
    """The tags of languages in which it has pages, but none at its own address: whether these lead to a list is for the
    other documents to say."""


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
    return Part(
        document=public.document,
        working=listed(working),
        shown=listed(public.shown),
        released=version.number if version and version.standing.frozen else None,
        manifest=following(version.release).manifest if version and version.release else None,
        indexing=document_indexing(public, built.site_url),
        policy=policy(public, built) if public.shown else None,
        apart=tuple(sorted(there - here)),
    )
