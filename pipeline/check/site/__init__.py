"""The rules for a built site as a whole, before it is published: one rule, one module, one row in the table.

That they hold is the work of the templates, which a project may replace, and of the sources, which may hold HTML.
"""

from collections.abc import Mapping, Sequence

from pipeline.check.rule import Rule
from pipeline.check.site.broken_link import broken_link
from pipeline.check.site.canonical import canonical
from pipeline.check.site.hreflang import hreflang
from pipeline.check.site.inline_code import inline_code
from pipeline.check.site.outside_request import outside_request
from pipeline.check.site.page_encoding import page_encoding
from pipeline.check.site.page_heading import page_heading
from pipeline.check.site.page_id import page_id
from pipeline.check.site.sitemap import sitemap
from pipeline.check.site.subject import Site, site
from pipeline.model import Diagnostic, Excerpt, Severity

_ERROR = Severity.ERROR

SITE: Sequence[Rule[Site]] = (
    Rule(code="broken-link", severity=_ERROR, about="A link inside the site leads nowhere", find=broken_link),
    Rule(code="page-id", severity=_ERROR, about="An id of a page cannot be found", find=page_id),
    Rule(
        code="page-heading",
        severity=_ERROR,
        about="The headings of a page give no outline",
        find=page_heading,
    ),
    Rule(
        code="hreflang",
        severity=_ERROR,
        about="Pages do not agree on which languages there are",
        find=hreflang,
    ),
    Rule(code="canonical", severity=_ERROR, about="A page names a wrong address as its own", find=canonical),
    Rule(code="sitemap", severity=_ERROR, about="The list of pages is not what the pages say", find=sitemap),
    Rule(
        code="outside-request",
        severity=_ERROR,
        about="A page loads something from outside of the site",
        find=outside_request,
    ),
    Rule(code="inline-code", severity=_ERROR, about="Script or style stands in a page", find=inline_code),
    Rule(code="page-encoding", severity=_ERROR, about="A page is not UTF-8", find=page_encoding),
)
"""What a site is held to."""


def examine_site(files: Mapping[str, bytes], base: str | None) -> tuple[Diagnostic, ...]:
    """Ask every rule about a site. Nothing outside of it is asked for or followed.

    Args:
        files: all its files, by path relative to its folder, with ``/``.
        base: the absolute URL under which that folder is published, or none if that is not known.

    Returns:
        What was found, by file and line, what is about a whole file first. Paths are those of `files`.
    """
    read = site(files, base)
    found = (
        Diagnostic(
            path=finding.path,
            line=finding.line,
            code=rule.code,
            message=finding.message,
            hint=finding.hint,
            severity=rule.severity,
            source=Excerpt(text=" ".join(finding.source), parts=finding.source) if finding.source else None,
        )
        for rule in SITE
        for finding in rule.find(read)
    )
    return tuple(sorted(found, key=lambda one: (one.path, one.line or 0, one.code, one.message)))


__all__ = ["SITE", "Site", "examine_site"]
