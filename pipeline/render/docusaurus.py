"""The documents for Docusaurus: Markdown in its tree, which it makes a site of."""

from collections.abc import Iterable, Sequence

from pipeline import frontmatter
from pipeline.gate import Edition, Form
from pipeline.markdown.mdx import mdx
from pipeline.markdown.proof import comes_back
from pipeline.markdown.write import markdown
from pipeline.model import Diagnostic
from pipeline.render.unwritable import unwritable


def docusaurus(documents: Iterable[Sequence[Edition]]) -> tuple[dict[str, bytes], Sequence[Diagnostic]]:
    """Write every document in every language, in the form of its source, with the author's front matter.

    The source language goes into ``docs/``, others into ``i18n/TAG/docusaurus-plugin-content-docs/current/``. Where a
    translation is not published, or all in the source language, there is no file: Docusaurus shows the source's then.

    Args:
        documents: each document in all its languages, the source language first, with the gate's decisions.

    Returns:
        The files by path, and why one is missing.
    """
    files: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for editions in documents:
        source = editions[0].decision.language
        for edition in editions:
            if edition.decision.form in {Form.HIDDEN, Form.ENGLISH}:
                continue
            if not comes_back(edition.localized.skeleton, markdown(edition.localized.skeleton)):
                problems.append(unwritable(edition))
                continue
            mark = {"lang": source.tag, "dir": source.direction}
            files[_file(edition)] = _text(edition, mark).encode()
    return files, problems


def _file(edition: Edition) -> str:
    decision = edition.decision
    folder = (
        "docs"
        if decision.form is Form.ORIGINAL
        else f"i18n/{decision.language.tag}/docusaurus-plugin-content-docs/current"
    )
    return f"{folder}/{decision.document}.md"


def _text(edition: Edition, mark: dict[str, str]) -> str:
    localized = edition.localized
    body = mdx(localized.skeleton, localized.document.sections, mark)
    values = {
        key: text for key, text in localized.metadata.items() if localized.document.front_matter.get(key)
    }
    if not localized.document.front_matter.values and not values:
        return body
    return f"{frontmatter.fenced(localized.document.front_matter, values)}\n{body}"
