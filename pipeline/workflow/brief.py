"""What the translations of a locale are held to, from the configuration and the glossary of a project."""

from pipeline.check import Brief, glossary
from pipeline.layout import GLOSSARY
from pipeline.project.values import Project


def brief(project: Project, locale: str) -> Brief:
    """Return what the translations of a locale are held to."""
    return Brief(
        source=project.config.source_language,
        target=locale,
        terms=glossary.terms(project.catalogs.get((locale, GLOSSARY))),
        untouched=project.config.do_not_translate,
        unchanged=project.config.allow_unchanged,
        links=project.config.link_swaps.get(locale, {}),
    )
