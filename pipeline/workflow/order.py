"""What is asked of a build."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked of a build."""

    formats: Collection[str] = ("html", "markdown")
    """Which of `FORMATS` to write."""
    day: datetime.date
    """In UTC: what is in force on it is shown as that."""
    draft: bool = False
    """Whether working texts are shown in the place of their releases, marked as drafts."""
