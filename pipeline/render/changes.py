"""The comparison of two versions of a document in a language: as a page, and as PDF-ready Markdown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import jinja2

from pipeline import frontmatter
from pipeline.comparison import Comparison
from pipeline.gate import Edition, Public, Version, has_translated_title
from pipeline.markdown.portable import portable, reads_back, write_portable
from pipeline.model import Diagnostic
from pipeline.render.addresses import changes_file, changes_markdown_file
from pipeline.render.compared import blocks, changes
from pipeline.render.editions import Place
from pipeline.render.frame import Choice, Frame, Page
from pipeline.render.furniture import label, rendered
from pipeline.render.metadata import metadata, written
from pipeline.render.standing import Archive, Pair, View
from pipeline.render.unwritable import unwritable


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two versions of a document in one language."""

    public: Public
    old: Version
    new: Version
    before: Edition
    """The old version in the language."""
    after: Edition
    comparison: Comparison

    @property
    def pair(self) -> Pair:
        """What tells it from others."""
        decision = self.after.decision
        return decision.document, self.old.name, self.new.name, decision.language.locale

    @property
    def file(self) -> str:
        """Its page."""
        document, old, new, _ = self.pair
        return changes_file(self.after.decision.language.tag, document, old, new)

    @property
    def markdown_file(self) -> str:
        """Its PDF-ready Markdown."""
        document, old, new, _ = self.pair
        return changes_markdown_file(self.after.decision.language.tag, document, old, new)


def changes_page(
    compared: Compared, others: Iterable[Compared], frame: Frame, archive: Archive
) -> dict[str, bytes]:
    """Render the page of a comparison.

    Args:
        compared: the comparison.
        others: the same versions in all languages in which they are compared, this one among them.
        frame: what all pages share.
        archive: what there is to link to.
    """
    edition, public = compared.after, compared.public
    language = edition.decision.language
    here = Page(
        file=compared.file,
        template="changes.html",
        language=language,
        choices=[
            Choice(language=other.after.decision.language, file=other.file, is_complete=True)
            for other in others
        ],
        home=frame.home(language),
    )
    place = Place(public=public, version=public.version)
    view = View(place=place, edition=edition, archive=archive, href=frame.hrefs(here))
    return frame.render(
        here,
        title=edition.localized.title,
        title_translated=has_translated_title(edition),
        document=view.document(),
        history=view.history(),
        markdown=view.href(markdown) if (markdown := compared.markdown_file) in frame.downloads else None,
        old=_version(compared.old, view),
        new=_version(compared.new, view),
        changes=list(changes(compared.comparison)),
        blocks=list(blocks(compared.comparison)),
    )


def changes_markdown(compared: Compared, env: jinja2.Environment) -> str | Diagnostic:
    """Write the table of what changed as PDF-ready Markdown: what is gone struck out, what is new in bold.

    Args:
        compared: the comparison.
        env: the templates in its language.

    Returns:
        The file's text, or, if it would not read back the same, the problem.
    """
    edition = compared.after
    source = compared.new.editions[0].decision.language
    html = rendered(
        env,
        "comparison.html",
        old=_named(compared.old),
        new=_named(compared.new),
        changes=list(changes(compared.comparison)),
    )
    body = portable(html, lambda href: href)
    text = write_portable(body)
    if not reads_back(body, text):
        return unwritable(edition)
    told = dict(metadata(edition, source, env))
    title = label(env, "named", compared.old.number, compared.new.number, template="compared.html")
    told |= {"subtitle": title, "toc": False, "notices": []}
    return "\n".join((frontmatter.block(written(told)), text))


def _named(version: Version) -> Mapping[str, object]:
    """A version as the templates of a comparison take it."""
    return {
        "name": version.number,
        "is_draft": not version.standing.frozen,
        "effective": version.standing.effective,
    }


def _version(version: Version, view: View) -> Mapping[str, object]:
    told = version.standing
    return {
        **_named(version),
        "date": told.effective and view.date(told.effective),
        "text": view.text(version),
    }
