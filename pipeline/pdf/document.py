"""A document and its template to a PDF: Pandoc, then Typst, then what Typst leaves to be done."""

import json
from collections.abc import Mapping
from datetime import datetime

from pipeline.model import Diagnostic
from pipeline.pdf.finish import finished
from pipeline.pdf.pandoc import Failed, typst_source
from pipeline.pdf.typeset import Fault, is_installed, typeset


def make(
    markdown: str, metadata: Mapping[str, object], template: str, *, created: datetime
) -> bytes | Diagnostic:
    """Make a PDF; see `pipeline.pdf.pdf`."""
    for key in ("mainfont", "CJKmainfont"):
        if key in metadata and not is_installed(str(metadata[key])):
            return _no_font(str(metadata[key]))
    try:
        body = typst_source(markdown, str(metadata.get("dir", "ltr")))
    except Failed as error:
        return _problem(str(error), "please report this document: the fault is in policyglot")
    source = f"{_BEFORE}{template}{_BETWEEN}{body}"
    values = json.dumps(metadata, ensure_ascii=False, default=str)
    made = typeset(source, values, created=created)
    if isinstance(made, Fault):
        return _told(made, template)
    return finished(made, str(metadata.get("lang", "")))


_BEFORE = "#let meta = json(bytes(sys.inputs.metadata))\n"
_BETWEEN = "\n#show: document\n\n"


def _told(fault: Fault, template: str) -> Diagnostic:
    """What Typst has to say, in one line of ours."""
    if fault.font is not None:
        return _no_font(fault.font)
    if "could not be displayed with" in fault.message:
        return _problem(
            fault.message, f"install fonts that have it, such as those of {_NOTO} and {_NOTO_CJK}"
        )
    if fault.message.startswith("PDF/A-2a error: the PDF contains the codepoint"):
        return _problem(fault.message, "take the letter out of the text: no archive can hold it")
    line = (fault.line or 0) - _BEFORE.count("\n")
    if 0 < line <= template.count("\n") + 1:
        return Diagnostic(
            path="templates/document.typ",
            line=line,
            code="template",
            message=fault.message,
            hint=fault.hint or "the first lines of the built-in template tell what a template is given",
        )
    return _problem(fault.message, fault.hint or "please report this document: the fault is in policyglot")


def _no_font(family: str) -> Diagnostic:
    if family.startswith("Noto "):
        package = _NOTO_CJK if "CJK" in family else _NOTO
        hint = f"install it; Debian has it in {package}"
    else:
        hint = "install it, or name another in the template"
    return Diagnostic(
        path="policyglot", code="environment", message=f"the font “{family}” is not installed", hint=hint
    )


def _problem(message: str, hint: str) -> Diagnostic:
    """What is wrong with the document."""
    return Diagnostic(path="policyglot", code="pdf", message=message, hint=hint)


_NOTO = "fonts-noto-core"
_NOTO_CJK = "fonts-noto-cjk"
