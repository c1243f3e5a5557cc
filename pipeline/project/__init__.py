"""The project on disk: reading and writing its files. Nothing else opens a file."""

from pipeline.project.load import Project, load
from pipeline.project.store import publish, store

__all__ = ["Project", "load", "publish", "store"]
