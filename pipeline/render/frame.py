"""What all pages share: the files that they load, the list of languages and what they tell search engines."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

import jinja2

from pipeline.languages import Language
from pipeline.render import addresses
from pipeline.render.furniture import rendered
from pipeline.render.indexing import Indexing
from pipeline.render.templates import BUILT_IN, Templates


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A page in one language, as the list of languages names it."""

    language: Language
    file: str
    is_complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """A link of the list of languages, as templates see it."""

    language: Language
    href: str
    complete: bool
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the site."""

    file: str
    template: str
    language: Language
    """Of its readers."""
    choices: Sequence[Choice] = ()
    """The page in all languages."""
    home: str | None = None
    """The list of the documents in its language, if it links to it."""
    feed: str | None = None
    """The Atom feed of what it tells, if it has one."""
    is_anywhere: bool = False
    """Whether a server shows it at any address, so that its links have to work from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What all pages of a site share."""

    environments: Mapping[str, jinja2.Environment]
    """By locale."""
    assets: Mapping[str, str]
    """The files of the style sheets and scripts, relative to the site's folder as all others, by the names of their templates."""
    indexing: Mapping[str, Indexing]
    site_url: str | None
    downloads: Mapping[str, int]
    """The sizes of the PDFs and of the Markdown files that the site has, in bytes."""
    lists: Collection[str] = frozenset()
    """The lists of documents that the site has."""

    def render(self, page: Page, /, **variables: object) -> dict[str, bytes]:
        """Render a page, with the variables that its own template needs beside those of all pages.

        Raises:
            FaultyTemplateError: a template cannot be rendered.
        """
        href = self.hrefs(page)
        found = self.indexing.get(page.file, Indexing())
        switches = [
            Switch(
                language=choice.language,
                href=href(choice.file),
                complete=choice.is_complete,
                current=choice.file == page.file,
            )
            for choice in page.choices
        ]
        text = rendered(
            self.environments[page.language.locale],
            page.template,
            asset=partial(_asset, self.assets, href),
            home=href(page.home) if page.home else None,
            editions=switches,
            indexed=found.indexed,
            canonical=found.canonical,
            alternates=found.alternates,
            feed=href(page.feed) if page.feed else None,
            **variables,
        )
        return {page.file: text.encode()}

    def home(self, language: Language) -> str | None:
        """Return the list of the documents in a language; none if all that it has are older versions."""
        file = addresses.list_file(language.tag)
        return file if file in self.lists else None

    def hrefs(self, page: Page) -> Callable[[str], str]:
        """Return the function that links from a page to files."""
        if page.is_anywhere:
            return partial(addresses.rooted, site_url=self.site_url)
        return partial(addresses.relative, here=page.file)


def assets(templates: Templates) -> Mapping[str, tuple[str, bytes]]:
    """Return the style sheets and scripts: by name the file, which changes its name with its content, and the content.

    So browsers may keep such a file for ever.
    """
    return {
        name: (_hashed(name, text.encode()), text.encode())
        for name, text in sorted(templates.items())
        if name.endswith((".css", ".js")) and not name.startswith(BUILT_IN)
    }


def _hashed(name: str, data: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"assets/{stem}-{sha256(data).hexdigest()[:8]}.{ending}"


def _asset(files: Mapping[str, str], href: Callable[[str], str], name: str) -> str:
    if name not in files:
        message = f"there is no style sheet or script “{name}”"
        raise jinja2.TemplateRuntimeError(message)
    return href(files[name])
