"""The problem of a document whose Markdown would not say what it says."""

from pipeline.gate import Edition
from pipeline.model import Diagnostic


def unwritable(edition: Edition) -> Diagnostic:
    """Return why there is no Markdown of a document in a language."""
    document, language = edition.localized.document, edition.decision.language
    return Diagnostic(
        path=document.path,
        code="markdown",
        message=f"its Markdown in {language.english} would not read back the same",
        hint="please report this document: the fault is in policyglot",
        document=document.name,
        locale=language.locale,
    )
