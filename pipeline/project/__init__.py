"""The project on disk: reading and writing its files. Nothing else opens a file."""

from pipeline.project.begin import begin, in_the_way
from pipeline.project.branch import Branch, publish_branch, roll_back_branch
from pipeline.project.built_in import of_preview
from pipeline.project.cache import Cache, cache, place_of
from pipeline.project.decode import text_of
from pipeline.project.destination import destination, outside
from pipeline.project.digest import site_digest
from pipeline.project.files import existing
from pipeline.project.frozen import freeze
from pipeline.project.inputs import Inputs, divided, read_all, read_document, read_shared
from pipeline.project.load import joined, load, load_for, made_of, way
from pipeline.project.lock import alone
from pipeline.project.output import output_folder, publish
from pipeline.project.places import places
from pipeline.project.program import program, size_of
from pipeline.project.published import publish_folder, roll_back_folder
from pipeline.project.starters import starter
from pipeline.project.store import store
from pipeline.project.streams import flush
from pipeline.project.survey import Survey, survey
from pipeline.project.trouble import Refused, told
from pipeline.project.values import Project

__all__ = [
    "Branch",
    "Cache",
    "Inputs",
    "Project",
    "Refused",
    "Survey",
    "alone",
    "begin",
    "cache",
    "destination",
    "divided",
    "existing",
    "flush",
    "freeze",
    "in_the_way",
    "joined",
    "load",
    "load_for",
    "made_of",
    "of_preview",
    "output_folder",
    "outside",
    "place_of",
    "places",
    "program",
    "publish",
    "publish_branch",
    "publish_folder",
    "read_all",
    "read_document",
    "read_shared",
    "roll_back_branch",
    "roll_back_folder",
    "site_digest",
    "size_of",
    "starter",
    "store",
    "survey",
    "text_of",
    "told",
    "way",
]
