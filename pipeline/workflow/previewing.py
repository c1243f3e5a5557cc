"""The verb serve, one state at a time: what build would write now, or the last state that was good, with what is wrong."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from pipeline.approvals import Approval
from pipeline.languages import is_pseudo
from pipeline.layout import SITE
from pipeline.localize import Localized, Review, problems, proofread, review
from pipeline.model import Diagnostic
from pipeline.project.values import Project
from pipeline.render.addresses import review_file
from pipeline.workflow.building import Build, build
from pipeline.workflow.choose import distrusted, select
from pipeline.workflow.order import Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """A state of the project of which the site can be made."""

    project: Project
    build: Build
    reviews: Mapping[str, Review]
    """By the file of their page."""
    state: str
    """What tells it from all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a preview shows."""

    good: Good | None
    """None if no state has been good yet."""
    problems: tuple[Diagnostic, ...] = ()
    """Why some of it is not what the files say now."""


def preview(
    project: Project, names: Iterable[str], before: Preview | None = None, *, day: datetime.date
) -> Preview:
    """Make what is to be shown of a project.

    A catalog, or a file of approvals, that cannot be read is taken as it last could; a language of which there is nothing yet is left out. Of a source, a
    template or a configuration that cannot be read, the whole state before it is shown.

    Args:
        project: the project as it is now.
        names: the languages that the user named; all if none.
        before: what was shown until now; what has not changed since is taken over.
        day: in UTC, for which the states of releases are computed. Working texts are shown as drafts.
    """
    good = before.good if before else None
    locales = select(project, names, pseudo=True)
    if project.unusable or isinstance(locales, Diagnostic):
        return Preview(
            good=good, problems=project.unusable or ((locales,) if isinstance(locales, Diagnostic) else ())
        )
    broken = tuple(distrusted(project, locales))
    if any(problem.locale is None for problem in broken):
        return Preview(good=good, problems=broken)
    whole, left_out = _mended(project, broken, good)
    shown = _good(whole, [locale for locale in locales if locale not in left_out], good, day)
    if isinstance(shown, Diagnostic):
        return Preview(good=good, problems=(*broken, shown))
    return Preview(good=shown, problems=broken)


def _mended(
    project: Project, broken: Iterable[Diagnostic], good: Good | None
) -> tuple[Project, frozenset[str]]:
    """Put the catalogs as they last were in the place of those that cannot be read.

    Returns:
        The project, and the locales that have no catalog to fall back on.
    """
    catalogs, read, left_out = dict(project.catalogs), dict(project.read), set[str]()
    approvals = dict(project.approvals)
    for problem in broken:
        if problem.document is None:
            # Of all files of a locale, only that of its approvals belongs to no document.
            approvals[problem.locale or ""] = _before(good, problem.locale or "")
            continue
        key = (problem.locale or "", problem.document or "")
        if good and key in good.project.catalogs:
            catalogs[key], read[problem.path] = good.project.catalogs[key], good.project.read[problem.path]
        else:
            left_out.add(key[0])
    return replace(project, catalogs=catalogs, approvals=approvals, read=read), frozenset(left_out)


def _before(good: Good | None, locale: str) -> tuple[Approval, ...]:
    """What was approved when the file could last be read: none if it never could."""
    return good.project.approvals.get(locale, ()) if good else ()


def _good(
    project: Project, locales: Sequence[str], before: Good | None, day: datetime.date
) -> Good | Diagnostic:
    state = _state(project, locales, day)
    if before and before.state == state:
        return before
    built = build(project, locales, Order(day=day, draft=True), before=before.build if before else None)
    if isinstance(built, Diagnostic):
        return built
    return Good(project=project, build=built, reviews=_reviews(project, built), state=state)


def _reviews(project: Project, built: Build) -> Mapping[str, Review]:
    """All translations as their translators look them over, with what the documents of a locale say of each other."""
    reviews: dict[str, Review] = {}
    furniture = built.shared.furniture if built.shared else {}
    for locale, texts in _localized(built).items():
        files = [project.catalog_file(locale, one.document.name) for one in texts]
        site = project.catalog_file(locale, SITE), furniture[locale]
        done = [*((file, one.translation) for file, one in zip(files, texts, strict=True)), site]
        settled = tuple(problems(done, project.approvals.get(locale, ())))
        for file, localized in zip(files, texts, strict=True):
            found = (*settled, *proofread(localized, file))
            reviews[review_file(localized.language.tag, file.domain)] = review(localized, file, found)
    return reviews


def _localized(built: Build) -> Mapping[str, Sequence[Localized]]:
    """The working texts by locale; pseudo-locales have no translators."""
    found: dict[str, list[Localized]] = {}
    for one in built.documents.values():
        for locale, settled in one.work.editions.locales.items() if one.work else ():
            if not is_pseudo(locale):
                found.setdefault(locale, []).extend(each.localized for each in settled)
    return found


def _state(project: Project, locales: Sequence[str], day: datetime.date) -> str:
    """A digest of all that the site is made of."""
    inputs = (
        *(locales, day, project.config, project.written, project.page_templates),
        *(project.read, project.folders, project.frozen),
    )
    return sha256(repr(inputs).encode("utf-8", "surrogatepass")).hexdigest()[:16]
