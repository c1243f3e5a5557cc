"""Large documents made to be slow or deep: each must come to its end in time, and none may crash.

Each document runs in a process of its own, stage by stage, with a limit for each stage. ``limits.toml`` lists the documents
that are known to take too long above some size, with a reason.
"""

import json
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from pipeline import po
from pipeline.catalog import CatalogFile, extract, start, template, update
from pipeline.check import Brief
from pipeline.languages import language
from pipeline.localize import localize
from pipeline.markdown import LONGEST, html
from pipeline.markdown.proof import comes_back
from pipeline.markdown.write import markdown
from pipeline.model import Diagnostic
from pipeline.segment import segment
from tests.fuzz.limit import Hang, limit

LIMIT = 60.0
"""Seconds that one stage of one document may take."""

_LIMITS = Path(__file__).with_name("limits.toml")
_BLOCK = LONGEST - 1000
_ABOVE = 3
"""So many stages may take the whole limit before a process is killed that does not notice."""


def _repeated(text: str, before: str = "", after: str = "\n") -> Callable[[int], str]:
    """A document of one text, as often as the size asks for."""
    return lambda size: before + text * (size // len(text) + 1) + after


def _blocks(text: str, before: str = "", after: str = "\n") -> Callable[[int], str]:
    """A document of blocks that are nearly as long as a block may be, each of one text repeated."""

    def document(size: int) -> str:
        lengths = [_BLOCK] * (size // _BLOCK) + [size % _BLOCK]
        return "\n".join(before + text * (length // len(text) + 1) + after for length in lengths)

    return document


def _numbered(text: str, before: str = "", after: str = "\n") -> Callable[[int], str]:
    return lambda size: (
        before + "".join(text.format(number) for number in range(size // len(text) + 1)) + after
    )


def _growing_code(size: int) -> str:
    runs = "".join(f"{'`' * length}x " for length in range(1, int((2 * _BLOCK) ** 0.5) - 2))
    return f"{runs}\n\n" * (size // len(runs) + 1)


def _nested_emphasis(size: int) -> str:
    depth = min(size, _BLOCK) // 6
    return "*a " * depth + "b* " * depth + "\n"


def _nested_brackets(size: int) -> str:
    depth = min(size, _BLOCK) // 2
    return "[" * depth + "]" * depth + "\n"


def _growing_quotes(size: int) -> str:
    return "".join(f"{'>' * depth} a\n" for depth in range(1, int((2 * size) ** 0.5)))


def _growing_lists(size: int) -> str:
    return "".join(f"{'  ' * depth}- a\n" for depth in range(int(size**0.5)))


def _columns(size: int) -> str:
    return f"|{'a|' * (size // 5)}\n|{'-|' * (size // 5)}\n|{'b|' * 10}\n"


def _short_rows(size: int) -> str:
    """Each row has one cell, which the parser fills up to many."""
    return f"|{'a|' * 300}\n|{'-|' * 300}\n" + "x\n" * (size // 200)


DOCUMENTS: Mapping[str, Callable[[int], str]] = MappingProxyType({
    "quotes on one line": _repeated(">", after=" x\n"),
    "quotes of many lines": _blocks("> a\n"),
    "quotes ever deeper": _growing_quotes,
    "lists on one line": _repeated("- ", after="x\n"),
    "lists ever deeper": _growing_lists,
    "list items": _repeated("- a\n"),
    "numbered list items": _numbered("{0}. a\n"),
    "tasks": _repeated("- [ ] a\n"),
    "brackets open": _blocks("["),
    "brackets open and close": _nested_brackets,
    "links open": _blocks("[a]("),
    "references open": _blocks("[a]["),
    "references": _blocks("[a] ", before="[a]: /u\n\n"),
    "images open": _blocks("!["),
    "emphasis opens": _blocks("*a "),
    "emphasis opens with underscores": _blocks("_a "),
    "emphasis opens in turn": _blocks("*a_ "),
    "emphasis of other lengths": _blocks("**a*b "),
    "emphasis opens and closes": _blocks("*a* "),
    "emphasis nests": _nested_emphasis,
    "emphasis beside Korean": _blocks("가*나**"),
    "strikethrough opens": _blocks("~~a "),
    "code runs grow": _growing_code,
    "code runs in turn": _blocks("`a``b"),
    "less-than signs": _blocks("<"),
    "tags open": _blocks("<a "),
    "comments open": _blocks("a <!-- "),
    "CDATA opens": _blocks("a <![CDATA["),
    "pipes on one line": _blocks("| a "),
    "table rows": _repeated("| c | d |\n", before="| a | b |\n|---|---|\n"),
    "table columns": _columns,
    "table rows filled up": _short_rows,
    "ampersands": _blocks("&"),
    "entities": _blocks("&amp"),
    "variables open": _blocks("{{"),
    "Liquid tags open": _blocks("{%"),
    "variables": _blocks("{{ a }} "),
    "colons": _blocks(":::"),
    "admonitions open": _repeated(":::note\n"),
    "admonitions": _repeated(":::note\n\na\n\n:::\n\n"),
    "one line of words": _blocks("word and text, "),
    "one word": _blocks("a"),
    "one line too long": _repeated("word and text, "),
    "one paragraph": _blocks("some words of a line\n"),
    "one paragraph of short lines": _blocks("a\n"),
    "one underlined heading": _blocks("a\n", after="===\n"),
    "hard line breaks": _blocks("some words  \n"),
    "backslashes": _blocks("\\"),
    "paragraphs": _repeated("some words\n\n"),
    "headings": _numbered("# Heading {0}\n\n"),
    "equal headings": _repeated("## Heading\n\n"),
    "underlined headings": _repeated("a\n===\n"),
    "blanks": _blocks(" ", before="a", after="x\n"),
    "blanks before a heading's id": _blocks(" ", before="# a", after="{#a\n"),
    "empty lines": _repeated("\n"),
    "definitions": _numbered("[a{0}]: /u\n"),
    "addresses": _blocks("http://a.b "),
    "mail addresses": _blocks("a@b.c "),
    "schemes": _blocks("http://"),
    "HTML blocks": _repeated("<div>\n<b>a</b>\n</div>\n\n"),
    "one HTML block": _repeated("<b>a</b>\n", before="<div>\n", after="</div>\n"),
    "HTML of open scripts": _repeated("<script>", before="<div>\n"),
    "HTML of open comments": _repeated("<!-- ", before="<div>\n"),
    "HTML of one tag": _repeated(' title="a"', before="<div", after=">\n"),
    "one code block": _repeated("a\n", before="```\n", after="```\n"),
    "code blocks": _repeated("```\na\n```\n"),
    "indented code": _repeated("    a\n"),
    "directives": _numbered("<!-- i18n: context c{0} -->\n\na\n\n"),
    "front matter of many keys": _numbered("k{0}: v\n", before="---\n", after="---\n"),
    "front matter without an end": _repeated("a: b\n", before="---\n"),
    "front matter nests": _repeated("[", before="---\na: ", after="\n---\n"),
    "front matter of one value": _repeated("word ", before="---\ntitle: ", after="\n---\n"),
    "NUL characters": _blocks("\x00"),
})  # fmt: skip
"""What each document is, by name; it is made for a size in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How one document went."""

    name: str
    size: int
    stages: Mapping[str, float]
    """How many seconds each stage took."""
    failure: str

    def __str__(self) -> str:
        """A line of the report: the stages that took longest."""
        slowest = sorted(self.stages.items(), key=lambda stage: -stage[1])[:3]
        times = ", ".join(f"{name} {seconds:.1f}" for name, seconds in slowest if seconds >= 0.1)
        total = f"{sum(self.stages.values()):7.1f} s"
        return f"{self.name:34}{self.size / 1000:7.0f} KB{total}  {self.failure or times}"


def runs(names: Sequence[str], size: int) -> Iterator[Run]:
    """Run documents, two at a time; one that is listed with a smaller size has that size."""
    sizes = {
        name: min(size, item["kilobytes"] * 1000)
        for item in tomllib.loads(_LIMITS.read_text(encoding="utf-8")).get("limit", ())
        for name in item["documents"]
    }
    with ThreadPoolExecutor(2) as pool:
        yield from pool.map(lambda name: _run(name, sizes.get(name, size)), names)


def _run(name: str, size: int) -> Run:
    command = [sys.executable, "-m", "tests.fuzz.sizes", name, str(size)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_ABOVE * LIMIT)
        out, failure = (
            done.stdout,
            f"ended with {done.returncode}: {done.stderr[-300:]}" if done.returncode else "",
        )
    except subprocess.TimeoutExpired as late:
        out = (late.stdout or b"").decode()  # bytes here, whatever the mode
        failure = f"not done after {late.timeout:g} s"
    told = [json.loads(line) for line in out.split("\n") if line]
    failures = [str(item["failure"]) for item in told if "failure" in item]
    stages = {item["stage"]: float(item["seconds"]) for item in told}
    return Run(name=name, size=size, stages=stages, failure=(failures or [failure])[0])


def _main(name: str, size: int) -> None:
    """Run one document in this process, and print how each stage went."""
    stages = _stages(DOCUMENTS[name](size))
    while True:
        began = time.monotonic()
        told: dict[str, object] = {}
        try:
            with limit(LIMIT):
                stage = next(stages, None)
        except (Exception, Hang) as error:  # noqa: BLE001 - whatever it is, it is told
            stage, told = "failed", {"failure": f"{type(error).__name__}: {str(error)[:100]}"}
        if stage is None:
            return
        print(json.dumps({"stage": stage, "seconds": time.monotonic() - began, **told}), flush=True)  # noqa: T201


def _stages(text: str) -> Iterator[str]:
    """Do what the program does with a document, and name each stage when it is done."""
    document = segment(text, name="d", path="source/d.md", translate=("title",))
    yield "segment"
    if isinstance(document, Diagnostic):
        return
    html(document.skeleton)
    yield "html"
    written = markdown(document.skeleton)
    yield "markdown"
    comes_back(document.skeleton, written)
    yield "proof"
    korean = language("ko")
    pot = template("d", extract(document.units), source="en", now=datetime(2021, 4, 5, tzinfo=UTC), old=None)
    stored = po.read(po.write(start(pot, korean)), "d.po")
    yield "catalog"
    if isinstance(stored, Diagnostic):
        raise TypeError(stored)
    own = replace(stored, messages=tuple(replace(one, translations=(one.text,)) for one in stored.messages))
    updated = update(own, pot, korean, threshold=75)
    yield "update"
    result = localize(
        document,
        CatalogFile(path="d.po", domain="d", language=korean, catalog=updated),
        Brief(source="en", target="ko"),
    )
    yield "localize"
    html(result.skeleton)
    yield "page"


if __name__ == "__main__":
    _main(sys.argv[1], int(sys.argv[2]))
