"""The verb approve: who approves the texts of a document in a language as they are now, or why nobody can."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from unicodedata import category

from pipeline import approvals
from pipeline.approvals import Approval, Role
from pipeline.check.source import examine_source
from pipeline.localize import Localized, proofread
from pipeline.model import Diagnostic, Key
from pipeline.project.values import Project
from pipeline.segment import Document
from pipeline.workflow.catalogs import Files
from pipeline.workflow.checking import no_catalog
from pipeline.workflow.choose import misuse, named
from pipeline.workflow.settling import settle


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants to approve, in the words of the command."""

    document: str
    locale: str
    """A locale of the project, or the language of the sources."""
    by: str
    role: str | None = None
    """None for the role that is usual: translator; of the sources, legal."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """What is approved, or why nothing is."""

    approval: Approval
    files: Files = field(default_factory=dict)
    """What is to be written; nothing if there is a reason against it."""
    reasons: tuple[Diagnostic, ...] = ()


def approve(project: Project, wish: Wish, *, now: datetime.datetime) -> Approved | Diagnostic:
    """Approve each text of a document in a language; or return what is wrong with the wish.

    Nothing is approved if one text of a translation is missing, fuzzy or refused, or if there is an error that nobody accepted.
    An earlier approval by the same person in the same role is renewed: it is about the texts of now, and no others.
    """
    document = named(project, wish.document)
    if isinstance(document, Diagnostic):
        return document
    person = approvals.person(wish.by)
    if person is None:
        hint = 'write it as in --by "Kim Minji <kim@example.com>"'
        return misuse(f"“{wish.by}” is not a name with a mail address", hint)
    if any(category(char) == "Cs" for char in wish.note):
        return misuse("the note is not UTF-8", "write it in UTF-8")
    is_source = wish.locale == project.config.source_language
    role = Role(wish.role) if wish.role else Role.LEGAL if is_source else Role.TRANSLATOR
    if is_source and role is Role.TRANSLATOR:
        return misuse(f"{wish.locale} is the language of the sources", "approve it with --role legal")
    texts, reasons = _source(project, document) if is_source else _translation(project, document, wish.locale)
    approval = Approval(
        document=document.name,
        role=role,
        by=person,
        when=now.replace(microsecond=0),
        note=wish.note.strip(" "),
        texts=tuple(sorted(approvals.sign(key, text) for key, text in texts.items())),
    )
    if reasons:
        return Approved(approval=approval, reasons=tuple(reasons))
    path = project.approvals_file(wish.locale)
    written = approvals.write(approvals.renewed(project.approvals.get(wish.locale, ()), approval))
    return Approved(approval=approval, files={path: written.encode()})


_Texts = tuple[Mapping[Key, str | None], Sequence[Diagnostic]]
"""What there is to approve, and what stands against it."""


def _source(project: Project, document: Document) -> _Texts:
    found = examine_source(document, project.written[document.name], project.config.source_language)
    return {unit.key: None for unit in document.units}, [problem for problem in found if problem.fails]


def _translation(project: Project, document: Document, locale: str) -> _Texts:
    file = project.catalog_file(locale, document.name)
    if file.catalog is None:
        return {}, [no_catalog(file)]
    (settled,) = settle(project.only(document.name), locale)
    found = [*settled.problems, *proofread(settled.localized, file)]
    reasons = [one for one in found if _is_reason(one)]
    return _texts(settled.localized), sorted(reasons, key=lambda one: one.line or 0)


def _texts(localized: Localized) -> Mapping[Key, str | None]:
    return {both.unit.key: both.message.translation for both, _ in localized.translation.examined}


def _is_reason(problem: Diagnostic) -> bool:
    """Whether it stands against an approval; that an earlier one does not hold is what a new one mends."""
    return problem.code in _UNFINISHED or (problem.fails and problem.code != "approval")


_UNFINISHED = {"untranslated", "fuzzy"}
"""Texts that are not published as translations, which is no error."""
