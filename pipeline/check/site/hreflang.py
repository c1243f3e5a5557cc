"""What pages tell search engines of their languages."""

from collections.abc import Iterator, Mapping

from pipeline.check.rule import Finding
from pipeline.check.site.address import is_absolute
from pipeline.check.site.language_tag import is_well_formed
from pipeline.check.site.page import Alternate, Page
from pipeline.check.site.subject import Site

DEFAULT = "x-default"


def hreflang(site: Site) -> Iterator[Finding]:
    """Find sets of languages that search engines do not believe: each page names all of them, itself among them, in full."""
    for path, page in site.pages.items():
        if not page.alternates:
            continue
        line = page.alternates[0].line
        if not page.is_indexed:
            yield Finding(
                message="the page says noindex, and has hreflang",
                hint="take one of them away",
                path=path,
                line=line,
            )
            continue
        found = [told for alternate in page.alternates for told in _one(site, path, alternate)]
        found += _twice(page, path)
        yield from found or _whole(site, path, page)


def _one(site: Site, path: str, alternate: Alternate) -> Iterator[Finding]:
    """What is wrong with one value and its address."""

    def finding(message: str, hint: str) -> Finding:
        return Finding(message=message, hint=hint, path=path, line=alternate.line)

    if alternate.value.lower() != DEFAULT and not is_well_formed(alternate.value):
        yield finding(f"hreflang “{alternate.value}” is no language tag", "write it as in BCP 47: “pt-BR”")
    named = f"hreflang “{alternate.value}” names “{alternate.url}”"
    if not is_absolute(alternate.url):
        yield finding(f"{named}, which is no absolute URL", "write the whole URL")
    elif site.address(alternate.url, path) is None:
        where = f"“{site.base}”" if site.base else "this site, whose address is not known"
        yield finding(f"{named}, which is outside of {where}", "name a page of the site")
    else:
        other = site.pages.get(site.file(alternate.url, path) or "")
        if other is not None and not other.is_indexed:
            yield finding(f"{named}, which says noindex", "leave that page out")


def _twice(page: Page, path: str) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for alternate in page.alternates:
        value = alternate.value.lower()
        if value in first:
            yield Finding(
                message=f"hreflang “{alternate.value}” stands in line {first[value]} already",
                hint="leave one address for each language",
                path=path,
                line=alternate.line,
            )
        first.setdefault(value, alternate.line)


def _whole(site: Site, path: str, page: Page) -> Iterator[Finding]:
    """What is wrong with the set of a page whose every value is right."""
    line = page.alternates[0].line
    own = [one.value for one in page.alternates if site.file(one.url, path) == path]
    languages = [value for value in own if value.lower() != DEFAULT]
    if not own:
        yield Finding(
            message="the page’s hreflang leaves out the page itself", hint="add it", path=path, line=line
        )
    elif languages and page.language.lower() not in map(str.lower, languages):
        yield Finding(
            message=f"the page’s language is “{page.language}”, and its hreflang says “{languages[0]}”",
            hint="say the same in both",
            path=path,
            line=line,
        )
    members = sorted({site.file(one.url, path) or "" for one in page.alternates} - {path})
    for member in members:
        other = site.pages.get(member)
        if other is not None and _set(other) != _set(page):
            yield Finding(
                message=f"the hreflang of this page and of “{member}” differ{_difference(page, other)}",
                hint="give all pages of the set the same values and addresses",
                path=path,
                line=line,
            )
            return


def _set(page: Page) -> Mapping[str, str]:
    return {one.value.lower(): one.url for one in page.alternates}


def _difference(page: Page, other: Page) -> str:
    """In which values two sets differ."""
    here, there = _set(page), _set(other)
    values = sorted(value for value in {*here, *there} if here.get(value) != there.get(value))
    return " in " + ", ".join(f"“{value}”" for value in values)
