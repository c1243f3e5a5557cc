"""A page's Content-Security-Policy (CSP Level 3), opened for what a preview adds to the page and for nothing else."""

import re
from html import escape, unescape

_NEEDED = ("script-src", "style-src", "connect-src")
"""What a preview adds: a script, a style sheet, and the connection by which it learns of changes."""


def opened(page: str) -> str:
    """Return a page whose policies let it load from its own server what a preview adds; without one, it is as it was."""
    return _META.sub(_opened, page)


_META = re.compile(r"<meta\b[^>]*\bhttp-equiv\s*=\s*[\"']?content-security-policy\b[^>]*>", re.IGNORECASE)
_CONTENT = re.compile(r"\bcontent\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')", re.IGNORECASE)


def _opened(meta: re.Match[str]) -> str:
    return _CONTENT.sub(lambda content: f'content="{escape(_admitting(_value(content)))}"', meta[0])


def _value(content: re.Match[str]) -> str:
    return unescape(content["double"] if content["double"] is not None else content["single"])


def _admitting(policy: str) -> str:
    """Add the page's own server to the directives that would keep it out; those that are not there and need not be stay away."""
    directives = _read(policy)
    for name in _NEEDED:
        allowed = directives.get(name, directives.get("default-src"))
        if allowed is not None and "'self'" not in allowed:
            directives[name] = (*(source for source in allowed if source != "'none'"), "'self'")
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _read(policy: str) -> dict[str, tuple[str, ...]]:
    """The directives of a policy; of two with one name, the first holds."""
    found: dict[str, tuple[str, ...]] = {}
    for directive in policy.split(";"):
        name, *sources = directive.split() or [""]
        if name:
            found.setdefault(name.lower(), tuple(sources))
    return found
