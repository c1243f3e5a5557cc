"""The verb release: what is frozen of a document, or every reason why it may not be."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline import approvals, releases
from pipeline.approvals import Approval, Role
from pipeline.check import examine_releases
from pipeline.gate import Decision
from pipeline.layout import release_folder, releases_folder
from pipeline.model import Diagnostic
from pipeline.project.values import Project
from pipeline.releases import Lack, Metadata, Release, Settings, Standing
from pipeline.segment import Document
from pipeline.workflow.checking import check
from pipeline.workflow.choose import named
from pipeline.workflow.editions import Editions, editions
from pipeline.workflow.required import unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Freezing:
    """A release that may be written, if there is no reason against it."""

    document: str
    release: Release | None = None
    """None where there is a reason against it."""
    folder: str = ""
    """Where it goes, relative to the project."""
    above: str = ""
    """The folder of all releases."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """What it holds, by name."""
    reasons: tuple[Diagnostic, ...] = ()
    """Why there is none, all of them."""
    left_out: tuple[Diagnostic, ...] = ()
    """Why languages that nobody requires are not in it."""


def release(
    project: Project, locales: Sequence[str], name: str, *, day: datetime.date
) -> Freezing | Diagnostic:
    """Freeze a document with all its translations that are fit for it.

    Args:
        project: the project.
        locales: its languages beside that of the sources.
        name: the document's.
        day: the day of the release, in UTC.

    Returns:
        The release, or the reasons against it; or the problem of a name that no document has.
    """
    document = named(project, name)
    if isinstance(document, Diagnostic):
        return document
    before = project.frozen.of(name)
    told = releases.metadata(document.front_matter, day, before[-1] if before else None)
    found = [problem for problem in check(project, locales) if problem.document == name]
    decided = editions(project, locales)
    against = {
        decision.language.locale: (decision, tuple(_against(project, decision, found)))
        for decision in _decisions(decided, name)
    }
    required = [
        reason for decision, reasons in against.values() if decision.is_required for reason in reasons
    ]
    original = next(one[0].decision for one in decided.documents if one[0].decision.document == name)
    reasons = (
        *_lacking(document, told),
        *(problem for problem in found if problem.fails and problem.locale is None),
        *_unsigned(project, original, found),
        *required,
        *(one for one in unknown(project) if one.document == name),
    )
    left_out = [
        reason for decision, reasons in against.values() if not decision.is_required for reason in reasons
    ]
    if reasons or not isinstance(told, Metadata):
        return Freezing(document=name, reasons=reasons, left_out=tuple(left_out))
    fit = [locale for locale, (_, reasons) in against.items() if not reasons]
    frozen = _release(project, document, told, fit)
    return Freezing(
        document=name,
        release=frozen,
        folder=release_folder(project.config, name, told.version),
        above=releases_folder(project.config),
        files=releases.write(frozen),
        left_out=tuple(left_out),
    )


def standings(project: Project, *, day: datetime.date) -> tuple[Standing, ...]:
    """Tell how all releases, and the working texts that are not released, stand on a day, in UTC."""
    working = {document.name: document for document in project.documents}
    return tuple(
        one
        for name in project.names()
        for one in releases.standing(
            name,
            _source(project, name) if name in working else None,
            working[name].version if name in working else None,
            project.frozen.of(name),
            day,
        )
    )


def changed(project: Project) -> tuple[Diagnostic, ...]:
    """Tell what is not as it was released, and so is not among the standings."""
    return tuple(examine_releases(project.frozen))


def _decisions(found: Editions, name: str) -> Iterator[Decision]:
    """The decisions on the translations of a document."""
    for one in found.documents:
        yield from (edition.decision for edition in one[1:] if edition.decision.document == name)


def _against(project: Project, decision: Decision, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Why a translation may not be released."""
    for ask in _ASKED:
        yield from ask(project, decision, found)


def _incomplete(project: Project, decision: Decision, _: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """What the gate has against it, which knows how much has to be translated."""
    locale = decision.language.locale
    for reason in decision.reasons:
        yield Diagnostic(
            path=project.catalog_file(locale, decision.document).path,
            code="not-releasable",
            message=f"{decision.document} in {locale}: {reason.message}",
            hint="translate what is missing",
            document=decision.document,
            locale=locale,
        )


def _mistaken(_: Project, decision: Decision, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The errors in it that nobody accepted."""
    yield from (one for one in found if one.locale == decision.language.locale and one.fails)


def _unsigned(project: Project, decision: Decision, _: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The sign-off that the configuration asks for, and that is not there for every text."""
    document, locale = decision.document, decision.language.locale
    for role in project.config.requirements(document, locale).required_approvals:
        if decision.is_original and role is Role.TRANSLATOR:
            continue
        given = next((one for one in decision.sign_offs if one.role is role), None)
        if given and not given.changed:
            continue
        message = (
            f"{len(given.changed)} of its {given.total} texts are not approved with the role {role}"
            if given
            else f"nobody has approved it with the role {role}"
        )
        yield Diagnostic(
            path=project.approvals_file(locale),
            code="not-releasable",
            message=f"{document} in {locale}: {message}",
            hint=f"policyglot approve {document} {locale} --role {role} records an approval",
            document=document,
            locale=locale,
        )


_Ask = Callable[[Project, Decision, Sequence[Diagnostic]], Iterator[Diagnostic]]

_ASKED: tuple[_Ask, ...] = (_incomplete, _mistaken, _unsigned)
"""What is asked of a translation before it is released."""


def _lacking(document: Document, told: Metadata | tuple[Lack, ...]) -> Iterator[Diagnostic]:
    """What the front matter lacks."""
    for lack in () if isinstance(told, Metadata) else told:
        yield Diagnostic(
            path=document.path,
            line=lack.line,
            code="not-releasable",
            message=lack.message,
            hint=lack.hint,
            document=document.name,
        )


def _release(project: Project, document: Document, told: Metadata, locales: Sequence[str]) -> Release:
    config, before = project.config, project.frozen.of(document.name)
    wanted = config.requirements(document.name, config.source_language)
    files = {locale: project.catalog_file(locale, document.name).path for locale in locales}
    catalogs = {locale: project.read.get(path) for locale, path in files.items()}
    return Release(
        document=document.name,
        metadata=told,
        settings=Settings(
            source_language=config.source_language,
            authoritative=wanted.authoritative or (config.source_language,),
            translate=config.translate,
            do_not_translate=config.do_not_translate,
            allow_unchanged=config.allow_unchanged,
            link_swaps={
                locale: config.link_swaps[locale] for locale in locales if locale in config.link_swaps
            },
        ),
        before=releases.following(before[-1]) if before else None,
        source=_source(project, document.name),
        catalogs={locale: data for locale, data in catalogs.items() if data is not None},
        approvals={
            locale: approvals.write(signed).encode()
            for locale in (config.source_language, *locales)
            if (signed := _signed(project, document.name, locale))
        },
    )


def _signed(project: Project, document: str, locale: str) -> Sequence[Approval]:
    """What was approved of a document in a language."""
    return [one for one in project.approvals.get(locale, ()) if one.document == document]


def _source(project: Project, name: str) -> bytes:
    """The file of a source, byte for byte."""
    return project.written[name].encode()
