"""What a verb works on: the locales that a user names, and the files that can be trusted."""

from collections.abc import Iterable, Mapping, Sequence

from pipeline.languages import canonical, is_pseudo
from pipeline.model import Diagnostic
from pipeline.project.values import Project
from pipeline.segment import Document


def distrusted(
    project: Project, locales: Sequence[str], *, any_charset: bool = False
) -> Sequence[Diagnostic]:
    """Return the problems with files for which work on some locales must stop; another locale's file is none of them.

    A file of the language of the sources is one of all of them.

    Args:
        project: the project.
        locales: what is worked on.
        any_charset: whether a catalog in another charset than UTF-8 may be worked on.
    """
    problems = (*project.unreadable, *(() if any_charset else project.reencoded))
    here = {None, project.config.source_language, *locales}
    return [problem for problem in problems if problem.locale in here]


def select(project: Project, names: Iterable[str], *, pseudo: bool = False) -> Sequence[str] | Diagnostic:
    """Return the locales that a user named, spelled either way, or all of the project's if none was named.

    The source language may be named; it is in no need of a catalog, and so not among them.

    Args:
        project: the project.
        names: what the user named.
        pseudo: whether pseudo-locales may be named, which no project has.
    """
    return select_from(project.folders, project.config.source_language, names, pseudo=pseudo)


def select_from(
    folders: Mapping[str, str], source: str, names: Iterable[str], *, pseudo: bool = False
) -> Sequence[str] | Diagnostic:
    """Do the same as `select`, with a project's folders of locales and its source language."""
    chosen = [canonical(name) or name for name in names]
    made = {locale for locale in chosen if pseudo and is_pseudo(locale)}
    for locale in chosen:
        if locale not in folders and locale not in made and locale != source:
            known = ", ".join(folders) or "none yet"
            way = f", or policyglot add {locale}" if canonical(locale) else ""
            return misuse(f"no locale “{locale}” in this project", f"choose from {known}{way}")
    return sorted(set(chosen) & (folders.keys() | made)) if chosen else list(folders)


def unpublishable(locales: Iterable[str]) -> Diagnostic | None:
    """Say which locale may not be built into the output folder, if one may not."""
    for locale in locales:
        if is_pseudo(locale):
            hint = "build it into a folder of its own with --out DIR"
            return misuse(f"{locale} is a pseudo-locale, which is never published", hint)
    return None


def misuse(message: str, hint: str) -> Diagnostic:
    """Return the problem of a command that asks for what cannot be."""
    return Diagnostic(path="policyglot", code="usage", message=message, hint=hint)


def named(project: Project, name: str) -> Document | Diagnostic:
    """Return the document that a user named, or say which there are."""
    known = {document.name: document for document in project.documents}
    if name in known:
        return known[name]
    return misuse(f"there is no document “{name}”", f"choose from {', '.join(known)}")
