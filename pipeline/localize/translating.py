"""What a catalog gives for some units, and what the checks say of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pipeline.approvals import Approval
from pipeline.catalog import CatalogFile
from pipeline.check import (
    SIGNED,
    Brief,
    Finding,
    Pair,
    Rule,
    Signed,
    accept_in_catalog,
    examine,
    examine_document,
    examine_locale,
    examine_page,
    examine_signed,
    pair,
)
from pipeline.localize.values import LEFT, Examined, Fallback, Localized, Translation
from pipeline.markdown import References
from pipeline.model import Diagnostic, Excerpt, Key, Message, Severity, SlotKey, State, Unit


def translate(
    units: Iterable[Unit],
    file: CatalogFile,
    references: References,
    brief: Brief,
    before: Translation | None = None,
) -> Translation:
    """Look up each unit's translation and let the checks decide whether it may be published.

    Args:
        units: what is to be translated.
        file: the catalog.
        references: the link references that the units' document defines.
        brief: what the translations are held to.
        before: what came of it the last time. A unit that is the same now, and has the same translation, is not examined again;
            the result is the same with and without.
    """
    known = _known(before, references, brief)
    examined = tuple(
        _examined(unit, message, references, brief, known) for unit, message in with_messages(units, file)
    )
    finished: dict[Key, Pair] = {}
    diagnostics: dict[Diagnostic, None] = {}
    for both, findings in examined:
        if both.message.state is State.TRANSLATED:
            finished.setdefault(both.unit.key, both)
        diagnostics |= dict.fromkeys(
            _diagnostic(rule, finding, both.message, file) for rule, finding in findings
        )
    across = examine_document(tuple(finished.values()))
    diagnostics |= dict.fromkeys(
        _diagnostic(rule, one, one.pair.message, file) for rule, one in across if one.pair
    )
    return replace(decided(examined), diagnostics=tuple(diagnostics), finished=tuple(finished.values()))


def with_messages(units: Iterable[Unit], file: CatalogFile) -> Iterator[tuple[Unit, Message]]:
    """Return each unit with its message in a catalog, or with an empty one."""
    messages = {message.key: message for message in file.catalog.active} if file.catalog else {}
    return ((unit, messages.get(unit.key) or Message(text=unit.text)) for unit in units)


def decided(examined: tuple[Examined, ...]) -> Translation:
    """Decide for each unit whether its translation may be published: it has to be finished, and nothing may block it."""
    texts: dict[SlotKey, str] = {}
    fallbacks: list[Fallback] = []
    for both, findings in examined:
        state = both.message.state
        if state is not State.TRANSLATED or any(rule.severity is Severity.BLOCK for rule, _ in findings):
            fallbacks.append(Fallback(unit=both.unit, reason=LEFT[state]))
        else:
            texts[both.unit.slot] = both.message.translation
    return Translation(texts=texts, fallbacks=tuple(fallbacks), diagnostics=(), examined=examined)


def problems(
    done: Sequence[tuple[CatalogFile, Translation]], approvals: Sequence[Approval] = ()
) -> Iterator[Diagnostic]:
    """Return what the checks found in the translations of one locale, in each catalog and between them.

    Args:
        done: each catalog of the locale, with what it gives.
        approvals: what was approved in that locale.

    Returns:
        The findings by catalog, those that a translator accepts with the reason.
    """
    across = tuple(_compare(done))
    for file, translation in done:
        here = (
            *translation.diagnostics,
            *(problem for problem in across if problem.path == file.path),
            *_changed(file, translation, approvals),
        )
        yield from _settle(here, file)


def own_problems(
    file: CatalogFile, translation: Translation, approvals: Sequence[Approval] = ()
) -> Sequence[Diagnostic]:
    """Return what the checks found in one catalog, without what the catalogs of a locale say of each other.

    What is published of a document depends on this alone, and so never on another document.
    """
    here = (*translation.diagnostics, *_changed(file, translation, approvals))
    return _settle(here, file, is_alone=True)


def failing(file: CatalogFile, found: Iterable[Diagnostic]) -> frozenset[Key]:
    """Return the keys of a catalog's messages in which the checks found an error that nobody accepted.

    That a text is not what was approved is no fault of the translation: it stays on the page, which says that it is not reviewed.

    Args:
        file: the catalog.
        found: its settled findings, as `problems` gives them.
    """
    lines = {problem.line for problem in found if _is_fault(problem) and problem.path == file.path}
    messages = file.catalog.active if file.catalog else ()
    return frozenset(message.key for message in messages if message.line in lines)


def proofread(localized: Localized, file: CatalogFile) -> Iterator[Diagnostic]:
    """Ask whether a document's page is the source's page with other words."""
    for rule, finding in examine_page(localized.document.skeleton, localized.skeleton):
        yield _diagnostic(rule, finding, None, file)


_Same = tuple[Unit, Message, bool]
"""What decides on the findings of one translation: the unit, its message, and whether that is in the catalog at all."""


def _same(unit: Unit, message: Message) -> _Same:
    return unit, message, message.line is None


def _known(before: Translation | None, references: References, brief: Brief) -> Mapping[_Same, Examined]:
    """What was examined before under the same conditions."""
    examined = before.examined if before else ()
    if not examined or (examined[0][0].references, examined[0][0].brief) != (references, brief):
        return {}
    return {_same(both.unit, both.message): (both, findings) for both, findings in examined}


def _examined(
    unit: Unit,
    message: Message,
    references: References,
    brief: Brief,
    known: Mapping[_Same, Examined],
) -> Examined:
    """Ask the rules about one translation, unless they were asked; its places are those of today either way."""
    if found := known.get(_same(unit, message)):
        return replace(found[0], unit=unit, message=message), found[1]
    both = pair(unit, message, references, brief)
    return both, examine(both)


def _compare(translations: Sequence[tuple[CatalogFile, Translation]]) -> Iterator[Diagnostic]:
    """What the translations of all documents of one locale say of each other."""
    files = {id(both): file for file, translation in translations for both in translation.finished}
    pairs = tuple(both for _, translation in translations for both in translation.finished)
    for rule, finding in examine_locale(pairs):
        if finding.pair:
            yield _diagnostic(rule, finding, finding.pair.message, files[id(finding.pair)])


def _settle(
    found: Sequence[Diagnostic], file: CatalogFile, *, is_alone: bool = False
) -> Sequence[Diagnostic]:
    """Let the translators of a catalog accept what was found in it, and say which acceptances are in vain."""
    settled, problems = accept_in_catalog(
        file.catalog.active if file.catalog else (), found, is_alone=is_alone
    )
    return (*settled, *(_diagnostic(rule, finding, message, file) for rule, message, finding in problems))


def _changed(
    file: CatalogFile, translation: Translation, approvals: Sequence[Approval]
) -> Iterator[Diagnostic]:
    """What in a catalog is not as it was approved."""
    signed = Signed(
        document=file.domain,
        locale=file.language.locale,
        pairs=translation.finished,
        approvals=approvals,
    )
    for rule, finding in examine_signed(signed):
        if finding.pair:
            yield _diagnostic(rule, finding, finding.pair.message, file)


def _is_fault(problem: Diagnostic) -> bool:
    return problem.fails and problem.code not in {rule.code for rule in SIGNED}


def _diagnostic(rule: Rule[Any], finding: Finding, message: Message | None, file: CatalogFile) -> Diagnostic:
    """A finding about an entry of a catalog; or, without one, about the page that the catalog makes."""
    about_page = Diagnostic(
        path=file.path,
        code=rule.code,
        message=finding.message,
        hint=finding.hint,
        severity=rule.severity,
        document=file.domain,
        locale=file.language.locale,
    )
    if message is None:
        return about_page
    return replace(
        about_page,
        line=message.line,
        end_line=message.end_line,
        source=Excerpt(text=message.text, parts=finding.source),
        target=Excerpt(text=message.translation, parts=finding.target),
    )
