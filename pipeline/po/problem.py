"""What can be wrong with a PO file, in words."""

from pipeline.model import Diagnostic


def syntax(path: str, line: int | None, message: str) -> Diagnostic:
    """A file that cannot be trusted, because of one line."""
    hint = "mend it in a text editor; nothing was read from this file and nothing written to it"
    return Diagnostic(path=path, line=line, code="po-syntax", message=message, hint=hint)


def other_charset(path: str, name: str) -> Diagnostic:
    """A file that can be read, but is not in UTF-8."""
    return Diagnostic(
        path=path,
        code="po-charset",
        message=f"the file is written in {name}",
        hint="convert it to UTF-8 with policyglot format",
    )


def unknown_charset(path: str, line: int | None, name: str) -> Diagnostic:
    """A file in a charset that Python does not know, or in another than it declares."""
    return Diagnostic(
        path=path,
        line=line,
        code="po-charset",
        message="the file is not UTF-8" if name == "UTF-8" else f"the file cannot be read as {name}",
        hint="save it as UTF-8" if name == "UTF-8" else "save it as UTF-8 and declare charset=UTF-8",
    )
