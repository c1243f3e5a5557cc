"""Where each file of the site is, and how pages and search engines name it."""

from posixpath import dirname, relpath
from urllib.parse import quote, urlsplit

CHOOSER = "index.html"
SITEMAP = "sitemap.xml"
DASHBOARD = "status/index.html"
STATUS = "status.json"
POLICIES = "policies.json"


def document_file(tag: str, name: str, version: str = "") -> str:
    """Return the page of a document in a language; or that of one of its versions."""
    return f"{_folder(tag, name, version)}/index.html"


def markdown_file(tag: str, name: str, version: str = "") -> str:
    """Return the PDF-ready Markdown of a document in a language; or that of one of its versions."""
    return f"{_folder(tag, name, version)}/{name}.md"


def pdf_file(tag: str, name: str, version: str = "") -> str:
    """Return the PDF of a document in a language; or that of one of its versions."""
    return f"{_folder(tag, name, version)}/{name}.pdf"


DOWNLOADS = (("PDF", "application/pdf", pdf_file), ("Markdown", "text/markdown", markdown_file))
"""The files that hold the text of a page: the name of each form, its media type, and where it is."""


def history_file(tag: str, name: str) -> str:
    """Return the list of the versions of a document in a language."""
    return f"{tag}/{name}/history/index.html"


def feed_file(tag: str, name: str) -> str:
    """Return the same list as an Atom feed."""
    return f"{tag}/{name}/history/feed.xml"


def changes_file(tag: str, name: str, old: str, new: str) -> str:
    """Return the comparison of two versions of a document in a language."""
    return f"{tag}/{name}/changes/{old}..{new}/index.html"


def changes_markdown_file(tag: str, name: str, old: str, new: str) -> str:
    """Return the PDF-ready Markdown of the comparison of two versions."""
    return f"{tag}/{name}/changes/{old}..{new}/{name}.md"


def _folder(tag: str, name: str, version: str) -> str:
    return f"{tag}/{name}/{version}" if version else f"{tag}/{name}"


def review_file(tag: str, name: str) -> str:
    """Return the review of a document in a language, which only a preview has."""
    return f"{tag}/{name}/review/index.html"


def list_file(tag: str) -> str:
    """Return the list of the documents in a language."""
    return f"{tag}/index.html"


def missing_file(tag: str) -> str:
    """Return what a server shows in a language where there is no page."""
    return f"{tag}/404.html"


def relative(file: str, here: str) -> str:
    """Return the link from one file to another.

    It names the file, so that it also works where no server completes it.
    """
    return relpath(file, dirname(here) or ".")


def rooted(file: str, site_url: str | None) -> str:
    """Return the link to a file that works from any depth: a path from the root of the host, which is the site's if it has no URL."""
    return quote(f"{urlsplit(site_url or '').path.rstrip('/')}/{file}", safe="/%")


def absolute(file: str, site_url: str) -> str:
    """Return the one URL (RFC 3986) by which search engines know a page: that of its folder."""
    return f"{site_url.rstrip('/')}/{quote(file.removesuffix('index.html'))}"
