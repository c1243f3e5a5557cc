"""The project on disk: reading and writing its files. Nothing else opens a file."""

from pipeline.project.load import Project, load
from pipeline.project.lock import alone
from pipeline.project.output import output_folder, publish
from pipeline.project.store import store
from pipeline.project.trouble import told

__all__ = ["Project", "alone", "load", "output_folder", "publish", "store", "told"]
