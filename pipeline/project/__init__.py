"""The project on disk: reading and writing its files. Nothing else opens a file."""

from pipeline.project.built_in import of_preview
from pipeline.project.load import Project, load, way
from pipeline.project.lock import alone
from pipeline.project.output import output_folder, publish
from pipeline.project.places import places
from pipeline.project.store import store
from pipeline.project.streams import flush
from pipeline.project.trouble import told

__all__ = [
    "Project",
    "alone",
    "flush",
    "load",
    "of_preview",
    "output_folder",
    "places",
    "publish",
    "store",
    "told",
    "way",
]
