"""PDF-ready Markdown to Typst source, by Pandoc, which nothing else runs."""

import json

import pypandoc

from pipeline.pdf.tree import prepared


class Failed(Exception):  # noqa: N818 - what went wrong is in its text
    """Pandoc did not do its work; its text says in one line why."""


def typst_source(markdown: str, direction: str) -> str:
    """Return the body of a document in Typst's notation.

    Args:
        markdown: PDF-ready Markdown, without a title; a metadata block in it is passed over.
        direction: the document's, ``ltr`` or ``rtl``.

    Raises:
        Failed: if Pandoc is not there or fails.
    """
    tree = json.loads(_pandoc(markdown, "markdown-smart", "json"))
    tree["meta"] = {}
    tree["blocks"] = prepared(tree["blocks"], direction)
    return _pandoc(json.dumps(tree), "json", "typst-smart", "--wrap=none")


def version() -> str:
    """Return the version of the Pandoc that is taken; nothing if there is none."""
    try:
        return str(pypandoc.get_pandoc_version())
    except OSError:
        return ""


def _pandoc(text: str, reader: str, writer: str, *options: str) -> str:
    """Run Pandoc on a text; its sandbox opens no files."""
    try:
        converted: str = pypandoc.convert_text(
            text,
            to=writer,
            format=reader,
            extra_args=("--sandbox", "--quiet", *options),
            verify_format=False,  # it would run Pandoc twice more
        )
    except (OSError, RuntimeError) as error:
        raise Failed(" ".join(str(error).split())) from error
    return converted
