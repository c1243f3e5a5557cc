"""The configuration as a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pipeline.config.requirements import Requirements, Tables, merged


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a project may choose. The field names, with ``-`` for ``_``, are the keys, but for the tables of requirements."""

    source_language: str = "en"
    """The language of the sources: a locale, spelled either way."""
    languages: tuple[str, ...] | None = None
    """The locales to work on; by default all folders of the catalogs."""
    site_url: str | None = None
    """Where the output folder will be published, with a ``/`` at the end; addresses that have to be absolute need it."""
    source_dir: str = "source"
    locales_dir: str = "locales"
    output_dir: str = "dist"
    translate: tuple[str, ...] = ("title", "description", "summary")
    """The front-matter keys and paths that people read: ``title``, ``seo.description``, ``faq.question``."""
    line_numbers: bool = False
    """Whether the catalogs' references carry line numbers; they make every diff larger."""
    do_not_translate: tuple[str, ...] = ()
    """Names and other texts that stand in each translation as in the source."""
    allow_unchanged: tuple[str, ...] = ()
    """Texts whose translation may be equal to them."""
    link_swaps: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By locale: beginnings of link targets, and what may stand in their place in that locale."""
    fuzzy_threshold: int | None = 75
    """How alike a new and an old text must be for a near match, in per cent; none for no near matches."""
    tables: Tables = field(default_factory=dict)
    """The keys of `Requirements` that are set, by table."""

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that have a table of their own."""
        return tuple(dict.fromkeys(place[0] for place in self.tables if place))

    def requirements(self, document: str, locale: str) -> Requirements:
        """Return what a document in a locale is held to."""
        return merged(self.tables, document, locale)


def overlap(one: str, other: str) -> bool:
    """Whether two folders are the same, or one lies in the other."""
    first, second = PurePosixPath(one), PurePosixPath(other)
    return first.is_relative_to(second) or second.is_relative_to(first)
