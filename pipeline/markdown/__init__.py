"""The one parser and the two writers, of HTML and of Markdown. Nothing else imports markdown-it-py or mdformat."""

from pipeline.markdown.contents import Entry, contents, section_text
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
from pipeline.markdown.page import Presentation, page_html
from pipeline.markdown.parse import LONGEST, TooLongError, parse
from pipeline.markdown.portable import (
    Link,
    Portable,
    Shares,
    portable,
    portable_value,
    reads_back,
    write_portable,
)
from pipeline.markdown.proof import comes_back, survives
from pipeline.markdown.sections import Section, sections
from pipeline.markdown.skeleton import Aside, Place, Skeleton, Slot
from pipeline.markdown.write import markdown

__all__ = [
    "LONGEST",
    "OBJECT",
    "Aside",
    "Block",
    "Entry",
    "Extent",
    "Features",
    "Heading",
    "Link",
    "Place",
    "Portable",
    "Presentation",
    "Reference",
    "References",
    "Section",
    "Shares",
    "Skeleton",
    "Slot",
    "TooLongError",
    "comes_back",
    "contents",
    "extents",
    "features",
    "glued_lists",
    "headings",
    "html",
    "ids",
    "markdown",
    "names",
    "page_html",
    "parse",
    "portable",
    "portable_value",
    "prose",
    "reads_back",
    "section_text",
    "sections",
    "survives",
    "targets",
    "write_portable",
]
