"""The versions of a document as an Atom feed (RFC 4287)."""

import datetime
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from pipeline.gate import Edition, Public, Version
from pipeline.releases import State
from pipeline.render.addresses import absolute, document_file, feed_file, history_file
from pipeline.render.editions import page_file
from pipeline.render.standing import summary_of


def feed(public: Public, edition: Edition, site_url: str) -> str:
    """Write the feed of a document in a language.

    A version is new on the day of its announcement, from which its time is taken: midnight in UTC. Drafts are not told.

    Args:
        public: the document.
        edition: what stands at its address in that language.
        site_url: the absolute URL of the site's folder.
    """
    return "\n".join((*_feed(public, edition, site_url), ""))


def announced(public: Public) -> Sequence[Version]:
    """Return the versions that a feed tells of, the latest first."""
    return [one for one in public.versions if one.standing.state is not State.DRAFT]


def _feed(public: Public, edition: Edition, site_url: str) -> Iterator[str]:
    language, name = edition.decision.language, edition.decision.document
    told = announced(public)
    page = absolute(history_file(language.tag, name), site_url)
    front_matter = edition.localized.document.front_matter
    author = edition.localized.metadata.get("author") or front_matter.get("author")
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(language.tag)}>'
    yield f"<id>{escape(page)}</id>"
    yield f"<title>{_text(edition.localized.title)}</title>"
    yield f"<updated>{_time(max(filter(None, (one.standing.announced for one in told))))}</updated>"
    # An author is asked for; where nobody is named, the document speaks for itself.
    yield f"<author><name>{_text(author or edition.localized.title)}</name></author>"
    yield f'<link rel="alternate" type="text/html" hreflang={quoteattr(language.tag)} href={quoteattr(page)}/>'
    own = absolute(feed_file(language.tag, name), site_url)
    yield f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>'
    for version in told:
        yield from _entry(version, edition, site_url)
    yield "</feed>"


def _entry(version: Version, edition: Edition, site_url: str) -> Iterator[str]:
    language, name = edition.decision.language, edition.decision.document
    here = version.edition(language.locale)
    shown = here or version.editions[0]
    page = absolute(page_file(shown.decision, version.name), site_url)
    own = absolute(document_file(language.tag, name, version.name), site_url)
    told = version.standing
    yield "<entry>"
    yield f"<id>{escape(own)}</id>"
    yield f"<title>{_text(f'{shown.localized.title} {told.version}')}</title>"
    yield f"<updated>{_time(told.announced)}</updated>" if told.announced else ""
    tag = quoteattr(shown.decision.language.tag)
    yield f'<link rel="alternate" type="text/html" hreflang={tag} href={quoteattr(page)}/>'
    if summary := summary_of(version, here):
        text, is_translated = summary
        source = version.editions[0].decision.language.tag
        marked = "" if is_translated else f" xml:lang={quoteattr(source)}"
        yield f"<summary{marked}>{_text(text)}</summary>"
    yield "</entry>"


def _text(text: str) -> str:
    """Text for XML 1.0, which has no place for most control characters."""
    return escape("".join(one for one in text if one in "\t\n" or ord(one) >= 0x20))  # noqa: PLR2004 - the first printed sign


def _time(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
