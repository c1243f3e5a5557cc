"""What is asked of a build."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

FORMATS = ("html", "markdown", "pdf")
"""In what a document can be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked of a build."""

    formats: Collection[str] = ("html", "markdown")
    """Which of `FORMATS` to write."""
    target: Literal["site", "docusaurus"] = "site"
    """For whom: a site of our own, or the folder of a Docusaurus project, which takes Markdown alone."""
    day: datetime.date
    """In UTC: what is in force on it is shown as that."""
    draft: bool = False
    """Whether working texts are shown in the place of their releases, marked as drafts."""
