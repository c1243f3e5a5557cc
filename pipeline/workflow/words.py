"""The words of the pages of a project, whichever of its templates are its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout import page_template_folder
from pipeline.model import Unit
from pipeline.project.values import Project
from pipeline.render.templates import Templates
from pipeline.render.words import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The units of the domain ``site``, and where they come from."""

    units: Sequence[Unit]
    templates: Templates
    folder: str
    """Where the project's own templates are."""


def page_words(project: Project, before: Words | None = None) -> Words:
    """Return the words of the templates in use; those from before, if no template has changed since."""
    templates, folder = project.page_templates, page_template_folder(project.config)
    if before and (before.templates, before.folder) == (templates, folder):
        return before
    return Words(units=tuple(words(templates, folder)), templates=templates, folder=folder)
