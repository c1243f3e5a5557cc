"""The versions of a document: a page in each language, and the same as a feed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.gate import Edition, Public, Version, has_translated_title
from pipeline.releases import State
from pipeline.render.addresses import feed_file, history_file
from pipeline.render.editions import is_complete, places
from pipeline.render.feed import announced, feed
from pipeline.render.frame import Choice, Frame, Page
from pipeline.render.standing import Archive, View, summary_of


def histories(public: Public, frame: Frame, archive: Archive) -> dict[str, bytes]:
    """Render the list of the versions of a document, if it has releases, in each language in which it has a page."""
    files: dict[str, bytes] = {}
    editions = latest(public)
    for edition in editions if public.versions else ():
        files |= _history(public, edition, editions, frame, archive)
    return files


def latest(public: Public) -> Sequence[Edition]:
    """Return what each language has at the document's address, or else the latest version that it has, the source language first."""
    found: dict[str, Edition] = {}
    for place in places(public):
        for edition in place.editions:
            found.setdefault(edition.decision.language.locale, edition)
    return tuple(found.values())


def _history(
    public: Public, edition: Edition, editions: Sequence[Edition], frame: Frame, archive: Archive
) -> dict[str, bytes]:
    place = places(public)[0]
    language, name = edition.decision.language, edition.decision.document
    file = history_file(language.tag, name)
    has_feed = frame.site_url is not None and bool(announced(place.public))
    here = Page(
        file=file,
        template="history.html",
        language=language,
        choices=[_choice(other) for other in editions],
        home=frame.home(language),
        feed=feed_file(language.tag, name) if has_feed else None,
    )
    view = View(place=place, edition=edition, archive=archive, href=frame.hrefs(here))
    page = frame.render(
        here,
        title=edition.localized.title,
        title_translated=has_translated_title(edition),
        document=view.document(),
        versions=list(_versions(view)),
    )
    if not has_feed or frame.site_url is None:
        return page
    return page | {feed_file(language.tag, name): feed(place.public, edition, frame.site_url).encode()}


def _choice(edition: Edition) -> Choice:
    decision = edition.decision
    return Choice(
        language=decision.language,
        file=history_file(decision.language.tag, decision.document),
        is_complete=is_complete(edition.decision),
    )


def _versions(view: View) -> Iterator[Mapping[str, Any]]:
    """The versions as the template takes them, the latest first, the draft before all."""
    listed = view.place.public.listed
    for version, before in zip(listed, [*listed[1:], None], strict=True):
        yield _version(version, before, view)


def _version(version: Version, before: Version | None, view: View) -> Mapping[str, Any]:
    told, locale = version.standing, view.edition.decision.language.locale
    here = version.edition(locale)
    in_force = view.place.public.in_force
    has_way = version.standing.state is State.SUPERSEDED and in_force is not before
    summary = summary_of(version, here)
    return {
        "name": version.number,
        "state": told.state.value,
        "effective": told.effective,
        "effective_text": told.effective and view.date(told.effective),
        "until": told.until,
        "until_text": told.until and view.date(told.until),
        "announced": told.announced,
        "announced_text": told.announced and view.date(told.announced),
        "material": told.material,
        "summary": summary and summary[0],
        "summary_translated": bool(summary and summary[1]),
        "text": view.text(version),
        "available": here is not None,
        "before": before and before.number,
        "changes": view.changes(before, version),
        "since": view.changes(version, in_force) if has_way else None,
    }
