"""The text of a PO file: its charset, and the escapes in its strings."""

import codecs
import re

from pipeline.model import Diagnostic
from pipeline.po import problem

UTF_8 = "UTF-8"
"""What `decode` calls that charset, and those that are part of it."""

_HEADER = re.compile(
    rb'\A(?:[ \t\r]*(?:#[^\n]*)?\n)*[ \t]*msgid[ \t]*""[ \t\r]*\n'
    rb'(?P<msgstr>[ \t]*msgstr[^\n]*\n?(?:[ \t\r]*(?:"[^\n]*)?\n)*(?:[ \t]*"[^\n]*)?)'
)
_CHARSET = re.compile(rb"charset=(?P<name>[-\w]+)")
_NO_CHARSETS = {"idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
"""Codecs of Python that are not charsets."""

_SEAM = re.compile(rb'"[ \t\r]*\n[ \t\r\n]*"')
"""Where one string of several lines goes on."""


def decode(data: bytes, path: str) -> tuple[str, str] | Diagnostic:
    """Return a PO file's text, with a line feed at the end of each line, and the charset that it was in."""
    body = data.removeprefix(codecs.BOM_UTF8)
    header = _HEADER.match(body)
    fields = _SEAM.sub(b"", header["msgstr"]) if header else b""
    declared = (
        _CHARSET.search(fields, max(fields.find(b"Content-Type:"), 0)) if b"Content-Type:" in fields else None
    )
    charset = declared["name"].decode("ascii", "replace") if declared else UTF_8
    if charset.upper() in {"UTF-8", "UTF8", "ASCII", "US-ASCII", "CHARSET"}:
        charset = UTF_8
    try:
        known = codecs.lookup(charset).name.replace("_", "-") not in _NO_CHARSETS
        text = body.decode(charset if known else "undefined")
    except UnicodeDecodeError as error:
        return problem.unknown_charset(path, _line(body, error.start), charset)
    except (LookupError, UnicodeError, ValueError):  # no charset, or a codec that is none
        return problem.unknown_charset(path, _line(body, header.start("msgstr") if header else 0), charset)
    return text.replace("\r\n", "\n"), charset


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1


_ESCAPES = {
    "a": b"\a",
    "b": b"\b",
    "f": b"\f",
    "n": b"\n",
    "r": b"\r",
    "t": b"\t",
    "v": b"\v",
    "\\": b"\\",
    '"': b'"',
}
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|(.))", re.DOTALL)


def unescape(text: str, charset: str) -> str:
    r"""Read the escapes of C that gettext knows; a backslash before anything else stands for itself.

    Numbers are bytes in the file's charset, so that ``\\352\\260\\234`` is one Korean letter in UTF-8.
    """
    if "\\" not in text:
        return text
    if charset == UTF_8:
        # Between two escaped backslashes each backslash begins an escape.
        parts = [part.replace(r"\n", "\n").replace(r"\"", '"') for part in text.split(r"\\")]
        if not any("\\" in part for part in parts):
            return "\\".join(parts)
    return _every_escape(text, charset)


def _every_escape(text: str, charset: str) -> str:
    data = b""
    position = 0
    for found in _ESCAPE.finditer(text):
        data += text[position : found.start()].encode(charset, "surrogatepass") + _byte(found, charset)
        position = found.end()
    data += text[position:].encode(charset, "surrogatepass")
    return data.decode(charset, "replace")


def _byte(found: re.Match[str], charset: str) -> bytes:
    if found[3]:
        return _ESCAPES.get(found[3]) or found[0].encode(charset, "surrogatepass")
    return bytes([(int(found[1], 16) if found[1] else int(found[2], 8)) & 0xFF])
