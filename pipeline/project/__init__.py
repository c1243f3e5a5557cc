"""The project on disk: reading and writing its files. Nothing else opens a file."""

from pipeline.project.begin import begin, in_the_way
from pipeline.project.branch import Branch, publish_branch, roll_back_branch
from pipeline.project.built_in import of_preview
from pipeline.project.decode import text_of
from pipeline.project.destination import destination, outside
from pipeline.project.digest import site_digest
from pipeline.project.frozen import freeze
from pipeline.project.load import Project, load, way
from pipeline.project.lock import alone
from pipeline.project.output import output_folder, publish
from pipeline.project.places import places
from pipeline.project.published import publish_folder, roll_back_folder
from pipeline.project.starters import starter
from pipeline.project.store import store
from pipeline.project.streams import flush
from pipeline.project.trouble import told

__all__ = [
    "Branch",
    "Project",
    "alone",
    "begin",
    "destination",
    "flush",
    "freeze",
    "in_the_way",
    "load",
    "of_preview",
    "output_folder",
    "outside",
    "places",
    "publish",
    "publish_branch",
    "publish_folder",
    "roll_back_branch",
    "roll_back_folder",
    "site_digest",
    "starter",
    "store",
    "text_of",
    "told",
    "way",
]
