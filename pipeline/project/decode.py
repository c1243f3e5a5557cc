"""Text from the bytes of a file, as editors write them."""

from pipeline.model import Diagnostic


def decode(data: bytes, path: str) -> str | Diagnostic:
    """Return the text of a file, or say that it is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Diagnostic(
            path=path, line=line, code="encoding", message="the file is not UTF-8", hint="save it as UTF-8"
        )


def text_of(data: bytes, path: str) -> str | Diagnostic:
    """Return the text of a file as it is worked on, `plain`; or say that it is not UTF-8."""
    text = decode(data, path)
    return text if isinstance(text, Diagnostic) else plain(text)


def plain(text: str) -> str:
    """Return a text with a line feed at the end of each line, and without a byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
