"""What a killed run left among catalogs and releases: files and folders put together beside their places, never switched in."""

from contextlib import suppress
from pathlib import Path

from pipeline.layout import releases_folder
from pipeline.model import Diagnostic
from pipeline.project.files import beside, is_leftover, real, remove
from pipeline.project.survey import configuration
from pipeline.project.tree import discard


def clear(root: Path) -> None:
    """Remove them, and the folders of a language that hold nothing else; what cannot be removed stays.

    Nothing is removed outside the project, whatever links lead there.
    """
    inside = real(root)
    with suppress(OSError):
        chosen = configuration(root)
        if isinstance(chosen, Diagnostic):
            return
        releases = root / releases_folder(chosen)
        for path in (*releases.glob(".*"), *releases.glob("*/.*")):
            if is_leftover(path.name) and real(path).is_relative_to(inside):
                discard(path)
        for folder in (root / chosen.locales_dir).glob("*/LC_MESSAGES"):
            if not real(folder).is_relative_to(inside):
                continue
            for path in list(folder.iterdir()):
                if is_leftover(path.name):
                    remove(path)
                    with suppress(OSError):  # unless they are empty, or the one is a link
                        folder.rmdir()
                        folder.parent.rmdir()
                elif path.is_symlink() and (target := real(path)).is_relative_to(inside):
                    remove(beside(target))
