"""The tools that are compared: ours first, then the peers, one module each."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.bench.tool import Corpus, Tool
from tests.bench.tools import markdown_gettext, mdpo, po4a, policyglot, translate_toolkit

OURS = "policyglot"
TOOLS: Mapping[str, Callable[[Path, Corpus], Tool | None]] = {
    OURS: policyglot.ready,
    "po4a": po4a.ready,
    "mdpo": mdpo.ready,
    "translate-toolkit": translate_toolkit.ready,
    "markdown-gettext": markdown_gettext.ready,
}
"""Each makes a tool ready in a folder that is there and empty; or returns nothing, if the tool is not installed."""
