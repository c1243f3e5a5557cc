"""What axe finds on a page, and the only use of its library."""

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_AXE = Axe()
_PLAIN = "() => document.querySelectorAll('.table').forEach(table => table.style.backgroundImage = 'none')"
"""The shadows at the edges of a table are gradients, on which axe judges no colours."""


def violations(page: Page) -> list[str]:
    """Return what violates axe's rules, good practice among them; a line for each element."""
    page.evaluate(_PLAIN)
    return sorted(line for rule in _AXE.run(page).response["violations"] for line in _lines(rule))


def _lines(rule: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    for node in rule["nodes"]:
        yield f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['html'][:120]}"
