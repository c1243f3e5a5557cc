"""What all pages share: the files that they load, the list of languages and what they tell search engines."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

import jinja2

from pipeline.languages import Language
from pipeline.render import addresses
from pipeline.render.furniture import rendered
from pipeline.render.indexing import Indexing
from pipeline.render.templates import Templates


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
class Frame:
    """What all pages of a site share."""

    environments: Mapping[str, jinja2.Environment]
    """By locale."""
    stylesheet: str
    script: str
    """Files, as all others relative to the site's folder."""
    indexing: Mapping[str, Indexing]
    site_url: str | None

    def page(
        self,
        file: str,
        template: str,
        language: Language,
        *,
        choices: Iterable[Choice] = (),
        home: str | None = None,
        anywhere: bool = False,
        **variables: object,
    ) -> bytes:
        """Render one page.

        Args:
            file: where it will be.
            template: its name.
            language: the language of its readers.
            choices: the page in all languages.
            home: the list of the documents in its language, if it links to it.
            anywhere: whether a server shows it at any address, so that its links have to work from there.
            variables: what its own template needs.

        Raises:
            FaultyTemplateError: a template cannot be rendered.
        """
        href = self.hrefs(file, anywhere=anywhere)
        found = self.indexing.get(file, Indexing())
        return rendered(
            self.environments[language.locale],
            template,
            stylesheet=href(self.stylesheet),
            script=href(self.script),
            home=href(home) if home else None,
            editions=[
                Switch(
                    language=choice.language,
                    href=href(choice.file),
                    complete=choice.is_complete,
                    current=choice.file == file,
                )
                for choice in choices
            ],
            indexed=found.indexed,
            canonical=found.canonical,
            alternates=found.alternates,
            **variables,
        ).encode()

    def hrefs(self, file: str, *, anywhere: bool = False) -> Callable[[str], str]:
        """Return the function that links from a file to others."""
        if anywhere:
            return partial(addresses.rooted, site_url=self.site_url)
        return partial(addresses.relative, here=file)


def asset(name: str, templates: Templates) -> tuple[str, bytes]:
    """Return a file that pages load, whose name changes with its content, so that browsers may keep it for ever."""
    data = templates[name].encode()
    stem, _, ending = name.rpartition(".")
    return f"assets/{stem}-{sha256(data).hexdigest()[:8]}.{ending}", data
