"""The verb init: the files of a new project."""

from pipeline.project.starters import starter
from pipeline.workflow.catalogs import Files


def start(*, example: bool) -> Files:
    """Return the files of a project to begin with, by path.

    Args:
        example: whether it is that of the example company, with releases in five languages; else a policy that is to be written.
    """
    return {**starter("shared"), **starter("example" if example else "minimal")}
