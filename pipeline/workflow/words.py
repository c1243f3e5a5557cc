"""The words of the pages of a project, whichever of its templates are its own."""

from collections.abc import Sequence

from pipeline.layout import page_template_folder
from pipeline.model import Unit
from pipeline.project import Project
from pipeline.render.furniture import words


def page_words(project: Project) -> Sequence[Unit]:
    """Return the units of the domain ``site``."""
    return tuple(words(project.page_templates, page_template_folder(project.config)))
