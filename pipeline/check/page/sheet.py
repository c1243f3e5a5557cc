"""What the rules for a page look at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.markdown import Skeleton, html


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The body of a document's page, as it is written in the source's language and in another one."""

    source: str
    """HTML."""
    target: str
    """HTML."""


def sheet(source: Skeleton, target: Skeleton) -> Sheet:
    """Write both bodies as a build writes them, without marks."""
    return Sheet(source=html(source), target=html(target))


def tags(text: str) -> Sequence[str]:
    """Return the tags of HTML in their order, comments left out."""
    return _TAG.findall(_COMMENT.sub("", text))


_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[/A-Za-z][^>]*>")
