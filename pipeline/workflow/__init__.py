"""Each verb of the command: a short list of the steps that it takes, from a project to files or findings.

Nothing is read or written here.
"""

from pipeline.workflow.approving import Approved, Wish, approve
from pipeline.workflow.building import Build, build, build_docusaurus
from pipeline.workflow.catalogs import Files, add, extract, format_, prune, update
from pipeline.workflow.checking import check
from pipeline.workflow.choose import distrusted, misuse, select, unpublishable
from pipeline.workflow.editions import Editions, editions
from pipeline.workflow.hosting import hosting
from pipeline.workflow.order import Order
from pipeline.workflow.pdfs import Making
from pipeline.workflow.previewing import Good, Preview, preview
from pipeline.workflow.publishing import Publication, for_branch, publication, way_back
from pipeline.workflow.releasing import Freezing, changed, release, standings
from pipeline.workflow.starting import start

__all__ = [
    "Approved",
    "Build",
    "Editions",
    "Files",
    "Freezing",
    "Good",
    "Making",
    "Order",
    "Preview",
    "Publication",
    "Wish",
    "add",
    "approve",
    "build",
    "build_docusaurus",
    "changed",
    "check",
    "distrusted",
    "editions",
    "extract",
    "for_branch",
    "format_",
    "hosting",
    "misuse",
    "preview",
    "prune",
    "publication",
    "release",
    "select",
    "standings",
    "start",
    "unpublishable",
    "update",
    "way_back",
]
