"""The one address of a page that search engines are told to list."""

from collections.abc import Iterator

from pipeline.check.rule import Finding
from pipeline.check.site.address import is_absolute
from pipeline.check.site.page import Page, Reference
from pipeline.check.site.subject import Site


def canonical(site: Site) -> Iterator[Finding]:
    """Find pages that name no canonical address, several, or a wrong one."""
    for path, page in site.pages.items():
        for line, message, hint in _problems(site, path, page):
            yield Finding(message=message, hint=hint, path=path, line=line)


def _problems(site: Site, path: str, page: Page) -> Iterator[tuple[int | None, str, str]]:
    if not page.canonicals:
        if site.base and page.is_indexed:
            yield None, "the page has no canonical address", "add a link with rel=canonical, or noindex"
        return
    first, *others = page.canonicals
    for other in others:
        yield other.line, f"a canonical address stands in line {first.line} already", "take one of them away"
    problem = _problem(site, path, first) or _own(site, path, page, first)
    if problem:
        yield first.line, *problem


def _problem(site: Site, path: str, reference: Reference) -> tuple[str, str] | None:
    """What is wrong with the address."""
    named = f"the canonical address “{reference.url}”"
    if not is_absolute(reference.url):
        return f"{named} is no absolute URL", "write the whole URL"
    if site.address(reference.url, path) is None:
        where = f"“{site.base}”" if site.base else "this site, whose address is not known"
        return f"{named} is outside of {where}", "name a page of the site"
    file = site.file(reference.url, path)
    if file is None:
        return None  # a broken link, which has its own rule
    other = site.pages.get(file)
    if other is None:
        return f"{named} is no page", "name a page of the site"
    return (
        None if other.is_indexed else (f"{named} leads to a page that says noindex", "name a page without it")
    )


def _own(site: Site, path: str, page: Page, reference: Reference) -> tuple[str, str] | None:
    """Whether a page in several languages, which stand beside each other, names itself, and as its hreflang does."""
    own = [one.url for one in page.alternates if site.file(one.url, path) == path]
    if not page.alternates or reference.url in own or site.file(reference.url, path) is None:
        return None
    if site.file(reference.url, path) != path:
        return (
            f"the page has hreflang, and its canonical address is “{reference.url}”",
            "name the page itself",
        )
    hint = "write the same address in both"
    return (
        (f"the canonical address is “{reference.url}”, and hreflang says “{own[0]}”", hint) if own else None
    )
