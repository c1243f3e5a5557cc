"""What all documents of a site share: the words of the pages in each language, and the page templates that speak them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.languages import is_pseudo, language
from pipeline.layout import SITE, page_template_folder
from pipeline.localize import Translation, failing, own_problems, translate, without
from pipeline.model import Diagnostic
from pipeline.project.values import Project
from pipeline.pseudo import pseudo_translate
from pipeline.render.furniture import Environments, environments
from pipeline.workflow.brief import brief
from pipeline.workflow.words import Words, page_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What is made once for all documents."""

    words: Words
    furniture: Mapping[str, Translation]
    """The page templates' words, by locale, without what the checks refuse; the source language has none."""
    environments: Environments
    problems: tuple[Diagnostic, ...] = ()
    """What the checks found in these words, settled."""


def share(project: Project, locales: Sequence[str], before: Shared | None = None) -> Shared:
    """Translate the words of the pages, and make the templates ready.

    Args:
        project: the project, of which no document matters.
        locales: the languages beside that of the sources.
        before: what came of it the last time; what has not changed is taken from there.
    """
    words = page_words(project, before.words if before else None)
    told = {
        locale: _furniture(project, locale, words, before.furniture.get(locale) if before else None)
        for locale in locales
    }
    furniture = {locale: translation for locale, (translation, _) in told.items()}
    source = language(project.config.source_language)
    if before and (before.words, before.furniture) == (words, furniture):
        speaking = before.environments
    else:
        folder = page_template_folder(project.config)
        speaking = environments(project.page_templates, source, furniture, folder)
    return Shared(
        words=words,
        furniture=furniture,
        environments=speaking,
        problems=tuple(problem for _, problems in told.values() for problem in problems),
    )


def _furniture(
    project: Project, locale: str, words: Words, before: Translation | None
) -> tuple[Translation, Sequence[Diagnostic]]:
    """The words of the pages in one locale, and what the checks found in them."""
    if is_pseudo(locale):
        return pseudo_translate(words.units, locale), ()
    file = project.catalog_file(locale, SITE)
    found = translate(words.units, file, {}, brief(project, locale), before)
    settled = own_problems(file, found, project.approvals.get(locale, ()))
    return without(found, words.units, failing(file, settled)), settled
