"""Reading who approved what: a file for each locale, that of the sources among them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline import approvals
from pipeline.approvals import Approval
from pipeline.config import Config
from pipeline.layout import approvals_path
from pipeline.model import Diagnostic
from pipeline.project.decode import text_of
from pipeline.project.files import existing


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """What the files of approvals hold."""

    read: Mapping[str, bytes | None] = field(default_factory=dict)
    """Their bytes, by path; none for what is no file."""
    approvals: Mapping[str, tuple[Approval, ...]] = field(default_factory=dict)
    """By locale."""
    broken: tuple[Diagnostic, ...] = ()
    """Those that cannot be trusted, with their locale."""


def signed(root: Path, config: Config, folders: Mapping[str, str]) -> Signed:
    """Read the approvals of the locales, and those of the sources, whose folder has the name of their language.

    Args:
        root: the project's folder.
        config: its configuration.
        folders: the folder of each locale, by the locale's name.
    """
    named = {**folders, config.source_language: config.source_language}
    paths = {locale: approvals_path(config, folder) for locale, folder in named.items()}
    read = {path: existing(root / path) for path in paths.values() if (root / path).exists()}
    found = {locale: _approvals(read[path], path) for locale, path in paths.items() if path in read}
    return Signed(
        read=read,
        approvals={locale: item for locale, item in found.items() if not isinstance(item, Diagnostic)},
        broken=tuple(
            replace(item, locale=locale) for locale, item in found.items() if isinstance(item, Diagnostic)
        ),
    )


def _approvals(data: bytes | None, path: str) -> tuple[Approval, ...] | Diagnostic:
    if data is None:
        hint = "move it away, and policyglot approve makes the file"
        return Diagnostic(path=path, code="project", message="this is no file", hint=hint)
    text = text_of(data, path)
    return text if isinstance(text, Diagnostic) else approvals.read(text, path)
