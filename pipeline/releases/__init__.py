"""Releases: texts of a document that are frozen with their translations, and what each of them is on a day.

Values in, values out: what a release holds is a mapping from the names of its files to their bytes, and back.
"""

from pipeline.releases.manifest import MANIFEST, manifest
from pipeline.releases.metadata import metadata
from pipeline.releases.read import read
from pipeline.releases.standing import standing, states
from pipeline.releases.values import Before, Fault, Frozen, Lack, Metadata, Release, Settings, Standing, State
from pipeline.releases.versions import is_version, order
from pipeline.releases.write import RECORD, approvals_name, catalog_name, following, source_name, write

__all__ = [
    "MANIFEST",
    "RECORD",
    "Before",
    "Fault",
    "Frozen",
    "Lack",
    "Metadata",
    "Release",
    "Settings",
    "Standing",
    "State",
    "approvals_name",
    "catalog_name",
    "following",
    "is_version",
    "manifest",
    "metadata",
    "order",
    "read",
    "source_name",
    "standing",
    "states",
    "write",
]
