"""Each verb of the command: a short list of the steps that it takes, from a project to files or findings.

Nothing is read or written here.
"""

from pipeline.workflow.building import Build, build
from pipeline.workflow.catalogs import Files, add, extract, format_, prune, update
from pipeline.workflow.checking import check
from pipeline.workflow.choose import distrusted, misuse, select, unpublishable
from pipeline.workflow.editions import Editions, editions
from pipeline.workflow.previewing import Good, Preview, preview

__all__ = [
    "Build",
    "Editions",
    "Files",
    "Good",
    "Preview",
    "add",
    "build",
    "check",
    "distrusted",
    "editions",
    "extract",
    "format_",
    "misuse",
    "preview",
    "prune",
    "select",
    "unpublishable",
    "update",
]
