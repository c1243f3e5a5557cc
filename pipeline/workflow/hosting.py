"""The verb hosting: what a web server has to be told to serve the site."""

import datetime
from collections.abc import Sequence

from pipeline.model import Diagnostic
from pipeline.project.values import Project
from pipeline.render.editions import published
from pipeline.render.hosting import HOSTS, offer
from pipeline.workflow.building import build
from pipeline.workflow.choose import misuse
from pipeline.workflow.order import Order


def hosting(
    project: Project, locales: Sequence[str], host: str, root: str, *, day: datetime.date
) -> str | Diagnostic:
    """Return the configuration of a web server.

    Args:
        project: the project.
        locales: its locales.
        host: one of `HOSTS`.
        root: the folder that the server shows as its ``/``.
        day: in UTC, for which the site is built.
    """
    built = build(project, locales, Order(formats=("html",), day=day))
    if isinstance(built, Diagnostic):
        return built
    with_pages = list(published(built.shown).languages)
    found = offer(built.files, with_pages, project.config.site_url, root)
    if isinstance(found, str):
        return misuse(
            f"“{found}” cannot stand in a configuration", "use letters, digits, “/”, “.”, “-”, “_” and “~”"
        )
    return HOSTS[host](found)
