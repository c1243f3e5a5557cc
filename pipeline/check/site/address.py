"""Where an address leads: to a file of the site, or out of it.

Addresses are read as browsers read them (WHATWG URL), as far as a link inside a site needs it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A place inside the site."""

    path: str | None
    """The file, relative to the site's folder, with ``/``; none if the way climbs out of that folder."""
    fragment: str = ""
    """The part behind ``#``, as it is written."""
    is_relative: bool = False
    """Whether it leads elsewhere if the page is shown under another address."""


def address(url: str, here: str, base: str | None) -> Address | None:
    """Read an address that stands in a file.

    Args:
        url: the address: relative, an absolute path, or absolute.
        here: the file in which it stands, relative to the site's folder.
        base: the absolute URL of that folder; without it, absolute paths begin there and absolute URLs lead out of it.

    Returns:
        The place, whether or not there is such a file; or none if it is outside of the site, or cannot be read.
    """
    parts = _split(url)
    if parts is None:
        return None
    way = parts.path
    if parts.scheme or parts.netloc or way.startswith("/"):
        below = _below(parts, base)
        return None if below is None else Address(path=_file(below), fragment=parts.fragment)
    if not way:
        return Address(path=here, fragment=parts.fragment)
    segments = [*here.split("/")[:-1], *map(unquote, way.split("/"))]
    return Address(path=_file(segments), fragment=parts.fragment, is_relative=True)


def is_absolute(url: str) -> bool:
    """Whether an address is a URL with a scheme and a host, which means the same wherever it stands."""
    parts = _split(url)
    return parts is not None and bool(parts.scheme and parts.netloc)


def is_elsewhere(url: str, base: str | None) -> bool:
    """Whether a browser that loads an address asks somebody else than the site's own host for it."""
    parts = _split(url)
    if parts is None or parts.scheme in _NO_REQUEST or not (parts.scheme or parts.netloc):
        return False
    return base is None or _origin(parts, base)[1] != _origin(urlsplit(base), base)[1]


def _split(url: str) -> SplitResult | None:
    """Take an address apart; none if a browser cannot read it either."""
    text = _DROPPED.sub("", url.strip(_AROUND))
    head = _HEAD.match(text)
    end = head.end() if head else 0
    try:
        parts = urlsplit(text[:end].replace("\\", "/") + text[end:])
        _ = parts.port  # reading it is what finds a wrong one
    except ValueError:
        return None
    return parts


def _below(parts: SplitResult, base: str | None) -> list[str] | None:
    """Return the segments of an absolute address below the base; none if it is not below it."""
    own = urlsplit(base or "/")
    is_named = bool(parts.scheme or parts.netloc)
    if is_named and (base is None or _origin(parts, base) != _origin(own, base)):
        return None
    segments = _resolved(map(unquote, parts.path.split("/")[1:]), is_clamped=True) or [""]
    above = [unquote(segment) for segment in own.path.split("/")[1:-1]]
    return segments[len(above) :] if segments[: len(above)] == above and len(segments) > len(above) else None


def _file(segments: list[str]) -> str | None:
    """Return the file that a server sends for a way; for a folder that is its ``index.html``."""
    way = _resolved(segments)
    if way is None:
        return None
    return "/".join([*way[:-1], way[-1] or "index.html"])


def _resolved(segments: Iterable[str], *, is_clamped: bool = False) -> list[str] | None:
    """Follow ``.`` and ``..``; the last segment is empty for a folder. None if the way climbs out of its beginning."""
    way: list[str] = []
    last = ""
    for segment in segments:
        last = segment
        if segment == "..":
            if way:
                way.pop()
            elif not is_clamped:
                return None
        elif segment != ".":
            way.append(segment)
    return [*way, ""] if last in {".", ".."} else way


def _origin(parts: SplitResult, base: str) -> tuple[str, str]:
    """Return the scheme and the host of an address, which takes its scheme from the base if it has none."""
    scheme = parts.scheme or urlsplit(base).scheme
    port = "" if parts.port in {None, _PORTS.get(scheme)} else f":{parts.port}"
    return scheme, f"{parts.hostname}{port}"


_AROUND = "".join(map(chr, range(33)))
"""What a browser strips from both ends of an address: C0 controls and the blank."""
_DROPPED = re.compile(r"[\t\n\r]")
_HEAD = re.compile(r"(?:https?:)?[^?#:]*", re.IGNORECASE)
"""The part in which browsers take a backslash for a slash."""
_NO_REQUEST = {"about", "blob", "data", "javascript"}
_PORTS = {"http": 80, "https": 443}
