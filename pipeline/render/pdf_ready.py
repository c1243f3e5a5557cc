"""A localized document becomes PDF-ready Markdown: its metadata and its body in one file, in its language."""

from pipeline import frontmatter
from pipeline.localize import Localized
from pipeline.markdown import comes_back, markdown
from pipeline.model import Diagnostic


def pdf_ready(localized: Localized) -> str | Diagnostic:
    """Write the Markdown of one document in one language.

    Returns:
        The file's text, or, if its body would not read back the same, the problem: then nothing may be written.
    """
    body = markdown(localized.skeleton)
    if not comes_back(localized.skeleton, body):
        return Diagnostic(
            path=localized.document.path,
            code="markdown",
            message=f"its Markdown in {localized.language.english} would not read back the same",
            hint="please report this document: the fault is in policyglot",
            document=localized.document.name,
            locale=localized.language.locale,
        )
    language = {"lang": localized.language.tag, "dir": localized.language.direction}
    metadata = frontmatter.fenced(localized.document.front_matter, {**localized.metadata, **language})
    return f"{metadata}\n{body}"
