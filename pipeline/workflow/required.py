"""The translations that the configuration asks for and that readers do not get."""

from collections.abc import Iterable, Iterator

from pipeline.config import PATH as CONFIGURATION
from pipeline.gate import Decision
from pipeline.model import Diagnostic
from pipeline.project.values import Project


def missing(project: Project, decisions: Iterable[Decision]) -> Iterator[Diagnostic]:
    """Tell of required translations that do not pass, and of required locales that the project does not have."""
    for decision in decisions:
        if decision.is_required and not decision.passes:
            yield _not_ready(project, decision)
    yield from unknown(project)


def _not_ready(project: Project, decision: Decision) -> Diagnostic:
    locale = decision.language.locale
    reasons = "; ".join(reason.message for reason in decision.reasons)
    return Diagnostic(
        path=project.catalog_file(locale, decision.document).path,
        code="required-locale",
        message=f"{decision.document} is required in {locale}, and is not ready: {reasons}",
        hint="translate what is missing, or take the locale out of required-locales",
        document=decision.document,
        locale=locale,
    )


def unknown(project: Project) -> Iterator[Diagnostic]:
    """Tell of required locales that the project does not have."""
    known = {project.config.source_language, *project.folders}
    for document in project.documents:
        wanted = project.config.requirements(document.name, project.config.source_language).required_locales
        for locale in sorted(set(wanted) - known):
            yield Diagnostic(
                path=CONFIGURATION,
                code="required-locale",
                message=f"{document.name} is required in {locale}, and the project has no such locale",
                hint=f"add it with policyglot add {locale}, or take it out of required-locales",
                document=document.name,
                locale=locale,
            )
