"""The folders in which a save can change what a project publishes, for whoever watches them."""

from pathlib import Path

from pipeline.config import Config
from pipeline.layout import page_template_folder, releases_folder
from pipeline.model import Diagnostic
from pipeline.project.survey import configuration


def places(root: Path) -> tuple[str, ...]:
    """Return the folders of a project that hold its configuration, sources, templates, catalogs and releases.

    Each is to be watched for itself, without what is below it. Where one is missing, the folder above it is there, in which it
    would come up; so a later call may return others. None if the project's folder is missing.
    """
    if not root.is_dir():
        return ()
    chosen = configuration(root)
    config = Config() if isinstance(chosen, Diagnostic) else chosen
    locales, releases = root / config.locales_dir, root / releases_folder(config)
    wanted = (
        root / config.source_dir,
        root / page_template_folder(config),
        locales,
        *(path / "LC_MESSAGES" for path in sorted(locales.glob("*"))),
        releases,
        *(path for depth in ("*", "*/*") for path in sorted(releases.glob(depth))),
    )
    found = {folder for path in wanted for folder in (path, *path.parents) if folder.is_relative_to(root)}
    return tuple(sorted(str(folder) for folder in found | {root} if folder.is_dir()))
