"""What pandoc's readers of Markdown make of a text."""

import json
import subprocess
from typing import Any

import pypandoc

READERS = ("markdown-smart", "commonmark_x", "gfm")
"""The readers that portable Markdown is written for."""


def pandoc(text: str, *arguments: str) -> str:
    """Run pandoc over a text; what it warns of is an error."""
    run = subprocess.run(  # the program of the package, with arguments of this test
        [pypandoc.get_pandoc_path(), "--fail-if-warnings", *arguments],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


def tree(text: str, reader: str) -> Any:  # noqa: ANN401 - pandoc's own JSON
    """The blocks that a reader sees, without what this cannot be the same: the ids that each reader makes up for headings,
    the widths of columns, which only one of them takes from the lines of dashes, and the class of mail addresses."""
    return _plain(json.loads(pandoc(text, "-f", reader, "-t", "json"))["blocks"])


def _plain(node: Any) -> Any:  # noqa: ANN401
    if isinstance(node, list):
        return [_plain(child) for child in node]
    if not isinstance(node, dict):
        return node
    if node.get("t") == "ColWidth":
        return {"t": "ColWidthDefault"}
    if node.get("t") == "Header":
        level, (_made_up, classes, attributes), text = node["c"]
        return {"t": "Header", "c": [level, ["", classes, attributes], _plain(text)]}
    if node.get("t") == "Link":
        (name, classes, attributes), text, target = node["c"]
        kept = [one for one in classes if one != "email"]
        return {"t": "Link", "c": [[name, kept, attributes], _plain(text), target]}
    return {key: _plain(value) for key, value in node.items()}
