"""The one parser and the writers, of HTML and of Markdown. Nothing else imports markdown-it-py or mdformat.

Here is what reads. What writes pages and Markdown is imported from where it is, since mdformat takes a while to load, and
catalogs need none of it.
"""

from pipeline.markdown.features import Features, features
from pipeline.markdown.headings import Heading, headings
from pipeline.markdown.html import html
from pipeline.markdown.inline import References
from pipeline.markdown.outline import (
    OBJECT,
    Block,
    Extent,
    Reference,
    extents,
    glued_lists,
    ids,
    names,
    prose,
    targets,
)
from pipeline.markdown.parse import LONGEST, TooLongError, parse
from pipeline.markdown.sections import Section, sections
from pipeline.markdown.skeleton import Aside, Place, Skeleton, Slot

__all__ = [
    "LONGEST",
    "OBJECT",
    "Aside",
    "Block",
    "Extent",
    "Features",
    "Heading",
    "Place",
    "Reference",
    "References",
    "Section",
    "Skeleton",
    "Slot",
    "TooLongError",
    "extents",
    "features",
    "glued_lists",
    "headings",
    "html",
    "ids",
    "names",
    "parse",
    "prose",
    "sections",
    "targets",
]
