"""A project as a value: everything a verb works on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.approvals import Approval
from pipeline.catalog import CatalogFile
from pipeline.config import Config
from pipeline.languages import language
from pipeline.layout import SITE, approvals_path, catalog_path
from pipeline.model import Catalog, Diagnostic
from pipeline.releases import Frozen
from pipeline.segment import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Everything a verb works on, read once."""

    config: Config
    documents: tuple[Document, ...] = ()
    """In the order of their names."""
    written: Mapping[str, str] = field(default_factory=dict)
    """Each document's file as it was decoded, by the document's name: with its byte order mark and its own line ends."""
    page_templates: Mapping[str, str]
    """The page templates, the style sheet and the script, by the name by which templates call them."""
    folders: Mapping[str, str]
    """The folder of each locale, by the locale's canonical name and in its order."""
    templates: Mapping[str, Catalog]
    """The templates on disk, by domain."""
    catalogs: Mapping[tuple[str, str], Catalog]
    """The catalogs on disk, by locale and domain."""
    approvals: Mapping[str, tuple[Approval, ...]] = field(default_factory=dict)
    """Who approved what, by locale, that of the sources among them."""
    read: Mapping[str, bytes | None] = field(default_factory=dict)
    """What the templates, catalogs and approvals held when they were read, by path; none for what is no file."""
    frozen: Frozen = field(default_factory=Frozen)
    """The releases on disk, and what has changed of them."""
    unusable: tuple[Diagnostic, ...] = ()
    """Why nothing can be done here at all."""
    unreadable: tuple[Diagnostic, ...] = ()
    """Files whose content cannot be trusted."""
    reencoded: tuple[Diagnostic, ...] = ()
    """Catalogs that are read, but are not in UTF-8."""

    @property
    def domains(self) -> tuple[str, ...]:
        """The documents' names, and the page templates' domain last."""
        return (*(document.name for document in self.documents), SITE)

    def names(self) -> Sequence[str]:
        """Return the names of all documents, those of which only releases are left among them, sorted."""
        return sorted(
            {document.name for document in self.documents}
            | {release.document for release in self.frozen.releases}
        )

    def only(self, name: str) -> "Project":
        """Return the project without the documents of other names, and without their releases."""
        return replace(
            self,
            documents=tuple(document for document in self.documents if document.name == name),
            frozen=Frozen(releases=self.frozen.of(name)),
        )

    def approvals_file(self, locale: str) -> str:
        """Return where the approvals of a language are, or will be; that of the sources may be it."""
        return approvals_path(self.config, self.folders.get(locale, locale))

    def catalog_file(self, locale: str, domain: str) -> CatalogFile:
        """Return one language's catalog of a domain, whether it is there or not."""
        return CatalogFile(
            path=catalog_path(self.config, self.folders.get(locale, locale), domain),
            domain=domain,
            language=language(locale),
            catalog=self.catalogs.get((locale, domain)),
        )
