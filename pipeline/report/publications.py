"""What was published, as text."""

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.report.words import counted

Record = Mapping[str, Any]


def went_online(record: Record | None, account: Record, target: str) -> str:
    """Tell what is online now, and what is held back and why.

    Args:
        record: what the log says; none if the same was online already.
        account: what the log says of this site.
        target: where it is, as the user named it.
    """
    if record is None:
        first = f"{target} holds this site already: there is no new publication"
    else:
        count = counted(account["files"], "file")
        first = (
            f"published {_short(record['build'])} to {target}: {count}, in {', '.join(account['languages'])}"
        )
    return "\n".join((first, *_held_back(account)))


def went_back(record: Record, target: str) -> str:
    """Tell which publication is online again."""
    return f"{target} is back at {_short(record['build'])}, instead of {_short(record['instead_of'])}"


def _held_back(account: Record) -> Iterator[str]:
    for one in account["held_back"]:
        reasons = "; ".join(one["reasons"])
        yield f"held back: {one['document']} in {one['language']} ({one['form']}): {reasons}"


def _short(build: str) -> str:
    """A build's number; of a commit's, the first digits."""
    return build[:10]
