"""One document of a build: all files of its own, and what it adds to those that all documents share."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.gate import Public
from pipeline.model import Diagnostic
from pipeline.project.values import Project
from pipeline.render.document import (
    Beside,
    bodies,
    comparison_files,
    document_pages,
    sheet_file,
    sheets,
    with_copies,
)
from pipeline.render.docusaurus import docusaurus
from pipeline.render.part import Part, part
from pipeline.render.pdf_ready import Sheet, pdf_ready
from pipeline.render.policies import Built
from pipeline.workflow.comparing import Comparisons, comparisons
from pipeline.workflow.editions import Editions, editions
from pipeline.workflow.order import Order
from pipeline.workflow.pdfs import Making, make_pdfs
from pipeline.workflow.public import Publicity, publicity
from pipeline.workflow.required import missing
from pipeline.workflow.shared import Shared


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a document's files were made of, so that the next build of it begins there."""

    editions: Editions
    publicity: Publicity
    comparisons: Comparisons
    shared: Shared
    lists: Collection[str]
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    """What Markdown was made of, by its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentBuild:
    """One document, not yet written."""

    part: Part
    files: Mapping[str, bytes]
    """Relative to the output folder."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Why a file is missing, or a language that has to be there."""
    errors: int = 0
    """How many errors the checks found in the translations, refused ones among them."""
    work: Work | None = None
    """None once the build came from where it was kept."""


def build_document(  # noqa: PLR0913 - what is asked, and what there is already
    project: Project,
    shared: Shared,
    locales: Sequence[str],
    order: Order,
    making: Making | None = None,
    *,
    before: DocumentBuild | None = None,
    lists: Collection[str] = (),
) -> DocumentBuild | Diagnostic:
    """Render one document in all its languages and versions; or return the problem of a page template.

    Args:
        project: the project with this document only.
        shared: what is made once for all documents.
        locales: the languages beside that of the sources.
        order: what is asked.
        making: how PDFs are made.
        before: the last build of the document, so that what has not changed is neither examined nor written again.
        lists: the tags of the languages in which other documents have a page.
    """
    last = before.work if before else None
    found = editions(project, locales, last.editions if last else None)
    public = publicity(project, found, last.publicity if last else None, day=order.day, draft=order.draft)
    (shown,) = public.documents
    if order.target == "docusaurus":
        return _docusaurus(project, shown, public, found)
    between = comparisons(shown, last.comparisons if last else None)
    speaking, url, formats = shared.environments, project.config.site_url, set(order.formats)
    texts = bodies(shown, speaking)
    if isinstance(texts, Diagnostic):
        return texts
    told = sheets(texts, speaking, site_url=url) if {"markdown", "pdf"} & formats else ()
    if isinstance(told, Diagnostic):
        return told
    work = Work(
        editions=found,
        publicity=public,
        comparisons=between,
        shared=shared,
        lists=lists,
        sheets={sheet_file(sheet): sheet for sheet in told},
    )
    made: dict[str, bytes | Diagnostic] = {}
    if "markdown" in formats:
        made |= {file: _markdown(file, sheet, before) for file, sheet in work.sheets.items()}
        again = _unchanged(work, before)
        changed = [one for one in between.compared if one.markdown_file not in again]
        made |= {**again, **comparison_files(changed, speaking)}
    if "pdf" in formats:
        made |= make_pdfs(project, told, making or Making())
    files = with_copies(texts, {file: data for file, data in made.items() if isinstance(data, bytes)})
    built = Built(downloads=files, site_url=url)
    if "html" in formats:
        beside = Beside(downloads=files, compared=between.compared, archive=between.archive, lists=lists)
        pages = document_pages(texts, speaking, project.page_templates, beside, site_url=url)
        if isinstance(pages, Diagnostic):
            return pages
        files = {**files, **pages}
    problems = dict.fromkeys(data for data in made.values() if isinstance(data, Diagnostic))
    return DocumentBuild(
        part=part(shown, found.documents[0] if found.documents else (), built),
        files=files,
        diagnostics=(*problems, *public.problems, *lacking(project, shown)),
        errors=sum(problem.fails for problem in found.problems),
        work=work,
    )


def _docusaurus(project: Project, shown: Public, public: Publicity, found: Editions) -> DocumentBuild:
    """The document for Docusaurus."""
    files, problems = docusaurus([shown.shown] if shown.shown else [])
    return DocumentBuild(
        part=part(shown, (), Built(downloads={}, site_url=None)),
        files=files,
        diagnostics=(*problems, *public.problems, *lacking(project, shown)),
        errors=sum(problem.fails for problem in found.problems),
    )


def lacking(project: Project, public: Public) -> Iterator[Diagnostic]:
    """Tell of the languages that have to be there and are not."""
    return missing(project, [edition.decision for edition in public.shown])


def _unchanged(work: Work, before: DocumentBuild | None) -> Mapping[str, bytes]:
    """The Markdown of comparisons as it was before, where all that it is made of is the same."""
    last = before.work if before else None
    if before is None or last is None or last.shared.words != work.shared.words:
        return {}
    known = {one.pair: one.comparison for one in last.comparisons.compared}
    return {
        one.markdown_file: before.files[one.markdown_file]
        for one in work.comparisons.compared
        if known.get(one.pair) is one.comparison
        and one.markdown_file in before.files
        and last.shared.furniture.get(one.pair[3]) == work.shared.furniture.get(one.pair[3])
    }


def _markdown(file: str, sheet: Sheet, before: DocumentBuild | None) -> bytes | Diagnostic:
    """The Markdown of a page; as it was before, if all that it is made of is the same."""
    last = before.work if before else None
    if before and last and file in before.files and sheet.says_the_same(last.sheets.get(file)):
        return before.files[file]
    text = pdf_ready(sheet)
    return text if isinstance(text, Diagnostic) else text.encode()
