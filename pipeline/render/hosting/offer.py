"""What of a site a web server has to know."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from pipeline.languages import Ranges, language, served
from pipeline.render.addresses import list_file, missing_file

ROOT = "/srv/policies"
"""Where the server looks for files, unless a user says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A site, and where it is."""

    languages: Mapping[str, Ranges]
    """By tag, the ranges that each language with pages serves; the narrowest first."""
    source: str
    """The tag of the source language."""
    host: str | None
    """The name of the host, if the site has a URL."""
    path: str
    """The path of the site on its host, with ``/`` at both ends."""
    root: str
    """The folder that the server shows as the host's ``/``, without ``/`` at its end."""
    headers: Mapping[str, str]
    """What each answer says for the reader's safety."""

    @property
    def name(self) -> str:
        """A word that is its own among the sites of a server."""
        return re.sub(r"[^a-z0-9]+", "_", f"{self.host or 'policies'}{self.path}".lower()).strip("_")

    @property
    def folder(self) -> str:
        """The folder that is published."""
        return f"{self.root}{self.path.rstrip('/')}"

    def file(self, name: str) -> str:
        """Return the path of a file of the site on its host."""
        return f"{self.path}{name}"


def offer(files: Mapping[str, bytes], locales: Sequence[str], site_url: str | None, root: str) -> Offer | str:
    """Find out what a server has to know.

    Args:
        files: all files of the site.
        locales: those that have pages, the source language first.
        site_url: the absolute URL of the site's folder, if it is known.
        root: the folder that the server shows as ``/``.

    Returns:
        The offer; or the text, the root or the path of the URL, that cannot stand in a configuration.
    """
    parts = urlsplit(site_url or "")
    path = unquote(parts.path) or "/"
    for text in (root, path):
        if not _PLAIN.fullmatch(text):
            return text
    tags = {locale: language(locale).tag for locale in locales}
    with_pages = [
        locale for locale, tag in tags.items() if {list_file(tag), missing_file(tag)} <= files.keys()
    ]
    return Offer(
        languages={tags[locale]: ranges for locale, ranges in served(with_pages).items()},
        source=tags[locales[0]],
        host=parts.hostname,
        path=path,
        root=root.rstrip("/"),
        headers={
            "Content-Security-Policy": _policy(files),
            "Referrer-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
        },
    )


_PLAIN = re.compile(r"[\w./~-]+")
"""What needs no quotation in any configuration, and is no part of a pattern but for the point."""

_HEADER = re.compile(r"[\w \-'*:;/.,=+]*", re.ASCII)

_FRAMES = "frame-ancestors 'none'"
"""No other page may show this one inside of it, which only a header can say."""


def _policy(files: Mapping[str, bytes]) -> str:
    """The pages' own policy, if all have the same, and what only a header can say."""
    found: set[tuple[str, ...]] = set()
    for name, data in files.items():
        if name.endswith(".html"):
            reader = _Policies()
            reader.feed(data.decode("utf-8", "replace"))
            found.add(tuple(reader.policies))
    policies = [policy.strip(" ;") for policy in found.pop()] if len(found) == 1 else []
    if len(policies) != 1 or not _HEADER.fullmatch(policies[0]) or "frame-ancestors" in policies[0]:
        return _FRAMES
    return f"{policies[0]}; {_FRAMES}"


class _Policies(HTMLParser):
    """Collects what a page says of what it may load."""

    def __init__(self) -> None:
        super().__init__()
        self.policies: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "meta" and (found.get("http-equiv") or "").lower() == "content-security-policy":
            self.policies.append(found.get("content") or "")
