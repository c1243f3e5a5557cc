"""Each verb of the command: a short list of the steps that it takes, from a project to files or findings.

Nothing is read or written here.
"""

from pipeline.workflow.approving import Approved, Wish, approve
from pipeline.workflow.building import Build, build, errors, listed_tags, shared_files
from pipeline.workflow.catalogs import Files, add, extract, format_, prune, update
from pipeline.workflow.checking import check
from pipeline.workflow.choose import distrusted, misuse, select, select_from, unpublishable
from pipeline.workflow.document import DocumentBuild, build_document
from pipeline.workflow.editions import Editions, editions
from pipeline.workflow.hosting import hosting
from pipeline.workflow.order import Order
from pipeline.workflow.pdfs import Making
from pipeline.workflow.previewing import Good, Preview, preview
from pipeline.workflow.publishing import Publication, for_branch, publication, way_back
from pipeline.workflow.releasing import Freezing, changed, release, standings
from pipeline.workflow.shared import Shared, share
from pipeline.workflow.starting import start

__all__ = [
    "Approved",
    "Build",
    "DocumentBuild",
    "Editions",
    "Files",
    "Freezing",
    "Good",
    "Making",
    "Order",
    "Preview",
    "Publication",
    "Shared",
    "Wish",
    "add",
    "approve",
    "build",
    "build_document",
    "changed",
    "check",
    "distrusted",
    "editions",
    "errors",
    "extract",
    "for_branch",
    "format_",
    "hosting",
    "listed_tags",
    "misuse",
    "preview",
    "prune",
    "publication",
    "release",
    "select",
    "select_from",
    "share",
    "shared_files",
    "standings",
    "start",
    "unpublishable",
    "update",
    "way_back",
]
