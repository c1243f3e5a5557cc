"""PDF-ready Markdown becomes a PDF: accessible (PDF/UA-1), fit for archives (PDF/A-2a), the same bytes each time."""

from collections.abc import Mapping
from datetime import datetime

from pipeline.model import Diagnostic

__all__ = ["pdf", "tools"]


def pdf(
    markdown: str, metadata: Mapping[str, object], template: str, *, created: datetime
) -> bytes | Diagnostic:
    """Make the PDF of one document in one language; several threads may do so at once.

    Args:
        markdown: PDF-ready Markdown, for Pandoc's reader ``markdown-smart``: the body, without the title. Headings carry
            ids; what is left untranslated stands in spans ``[…]{.untranslated lang=en dir=ltr}``.
        metadata: title, language, words and measures, as ``templates/document.typ`` lists them.
        template: a Typst template; the built-in one is the text of ``templates/document.typ``.
        created: when the document was made, with a time zone; the only clock.

    Returns:
        The PDF, or in one line why there is none: a package or a font that is missing, or a fault in the template. The same
        arguments, programs and fonts give the same bytes.
    """
    try:
        # The packages are an extra, and slow to import.
        from pipeline.pdf.document import make  # noqa: PLC0415
    except ImportError:
        return Diagnostic(
            path="policyglot",
            code="environment",
            message="PDFs need packages that are not installed",
            hint='pip install "policyglot[pdf]"',
        )
    return make(markdown, metadata, template, created=created)


def tools() -> Mapping[str, str]:
    """Return what PDFs are made with beside this program and its packages; nothing if those packages are not installed.

    Returns:
        The fonts of the machine and the version of Pandoc, each as a phrase, sorted; with the path of a font's file.
    """
    try:
        from pipeline.pdf.pandoc import version  # noqa: PLC0415 - as above
        from pipeline.pdf.typeset import fonts  # noqa: PLC0415
    except ImportError:
        return {}
    return {**fonts(), f"pandoc {version()}": ""}
