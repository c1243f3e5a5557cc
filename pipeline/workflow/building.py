"""The verb build: all pages and files of the site."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pipeline.gate import Edition, account
from pipeline.languages import language
from pipeline.layout import page_template_folder
from pipeline.model import Diagnostic
from pipeline.project import Project
from pipeline.render.addresses import STATUS
from pipeline.render.furniture import environments
from pipeline.render.site import site
from pipeline.workflow.editions import Editions, editions


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """One build of the site, not yet written."""

    editions: Editions
    files: Mapping[str, bytes]
    """Relative to the output folder."""
    diagnostics: tuple[Diagnostic, ...]
    """Why a file is missing, or a language that has to be there."""

    @property
    def documents(self) -> tuple[tuple[Edition, ...], ...]:
        """Each document in all its languages, the source language first."""
        return self.editions.documents

    @property
    def errors(self) -> int:
        """How many errors the checks found in the translations, refused ones among them."""
        return sum(problem.fails for problem in self.editions.problems)


def build(
    project: Project, locales: Sequence[str], formats: Collection[str], before: Editions | None = None
) -> Build | Diagnostic:
    """Render the documents in the source language and in the locales; or return the problem of a page template.

    Args:
        project: the project.
        locales: the languages beside that of the sources.
        formats: in which forms.
        before: what the last build was made of, so that what has not changed is not examined again.
    """
    source = language(project.config.source_language)
    found = editions(project, locales, before)
    status = json.dumps(account(found.documents), ensure_ascii=False, indent=2)
    result = site(
        found.documents,
        environments(project.page_templates, source, found.furniture, page_template_folder(project.config)),
        project.page_templates,
        formats,
        site_url=project.config.site_url,
    )
    if isinstance(result, Diagnostic):
        return result
    return Build(
        editions=found,
        files={**result.files, **({STATUS: f"{status}\n".encode()} if "html" in formats else {})},
        diagnostics=(*result.diagnostics, *found.missing),
    )
