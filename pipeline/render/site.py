"""All files of the published site, as values: what `dist/` will hold."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import jinja2

from pipeline.localize import Localized
from pipeline.model import Diagnostic
from pipeline.render.furniture import Templates
from pipeline.render.page import Choice, Edition, front_page, page
from pipeline.render.pdf_ready import pdf_ready

FORMATS = ("html", "markdown")
"""The forms in which a document can be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything one build writes."""

    files: Mapping[str, bytes]
    """By path, relative to the output folder, with ``/``."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Why a file is missing."""


def site(
    documents: Sequence[Sequence[Localized]],
    environments: Mapping[str, jinja2.Environment],
    templates: Templates,
    formats: Collection[str],
) -> Site:
    """Render every document in every language.

    Args:
        documents: each document in all its languages, the source language first.
        environments: the page templates, by the locale whose language they speak.
        templates: the templates and the style sheet, by file name.
        formats: which of `FORMATS` to write.
    """
    files: dict[str, bytes] = {}
    diagnostics: list[Diagnostic] = []
    for editions in documents:
        for localized in editions:
            folder = _folder(localized)
            if "markdown" in formats:
                text = pdf_ready(localized)
                if isinstance(text, Diagnostic):
                    diagnostics.append(text)
                else:
                    files[f"{folder}/{localized.document.name}.md"] = text.encode()
    if "html" in formats:
        files |= _html(documents, environments, templates["style.css"].encode())
    return Site(files=files, diagnostics=tuple(diagnostics))


def _html(
    documents: Sequence[Sequence[Localized]], environments: Mapping[str, jinja2.Environment], style: bytes
) -> Mapping[str, bytes]:
    stylesheet = f"style-{sha256(style).hexdigest()[:8]}.css"
    files = {f"assets/{stylesheet}": style}
    for editions in documents:
        source = editions[0].language
        for localized in editions:
            text = page(
                localized,
                environments[localized.language.locale],
                source=source,
                editions=[_edition(other, "../../", current=other is localized) for other in editions],
                stylesheet=stylesheet,
            )
            files[f"{_folder(localized)}/index.html"] = text.encode()
    if documents:
        choices = [
            Choice(title=editions[0].title, editions=[_edition(other, "") for other in editions])
            for editions in documents
        ]
        env = environments[documents[0][0].language.locale]
        files["index.html"] = front_page(choices, env, stylesheet=stylesheet).encode()
    return files


def _folder(localized: Localized) -> str:
    return f"{localized.language.tag}/{localized.document.name}"


def _edition(localized: Localized, root: str, *, current: bool = False) -> Edition:
    # The file is named, so that the links also work where no server completes them.
    return Edition(
        language=localized.language, href=f"{root}{_folder(localized)}/index.html", current=current
    )
