"""What readers find in a PDF, and what its Markdown says."""

import json
import subprocess
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pypandoc

BODY = ("-x", "0", "-y", "62", "-W", "595", "-H", "718")
"""Between the head and the foot of an A4 page with margins of 22 mm, in points."""


def run(*command: str) -> str:
    """Return what a program prints; one that fails fails the test."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pages(path: Path, *options: str) -> list[str]:
    """The text of each page, as poppler reads it."""
    return run("pdftotext", *options, str(path), "-").split("\f")[:-1]


def letters(text: str) -> str:
    """The letters of a text after NFKC, without white space, marks of direction and other characters without a shape."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(one for one in folded if not one.isspace() and unicodedata.category(one) != "Cf")


def tree(markdown: str) -> list[dict[str, Any]]:
    """Pandoc's tree of PDF-ready Markdown."""
    blocks: list[dict[str, Any]] = json.loads(pypandoc.convert_text(markdown, "json", "markdown-smart"))[
        "blocks"
    ]
    return blocks


def paragraphs(node: object) -> Iterator[str]:
    """The text of each paragraph, heading, cell and block of code in Pandoc's tree, in order."""
    match node:
        case list():
            for one in node:
                yield from paragraphs(one)
        case {"t": "Para" | "Plain", "c": inlines} | {"t": "Header", "c": [_, _, inlines]}:
            yield text(inlines)
        case {"t": "CodeBlock", "c": [_, str(code)]}:
            yield code
        case {"c": content}:
            yield from paragraphs(content)


def text(node: object) -> str:
    """The letters of inlines in Pandoc's tree."""
    match node:
        case list():
            return "".join(map(text, node))
        case {"t": "Str", "c": str(letters)} | {"t": "Code", "c": [_, str(letters)]}:
            return letters
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            return " "
        case {"t": "Link" | "Image" | "Span", "c": [_, list(inner), *_]}:
            return text(inner)
        case {"c": list(inner)}:
            return text(inner)
    return ""


def links(node: object) -> Iterator[tuple[str, str]]:
    """The text and the address of each link in Pandoc's tree, in order."""
    match node:
        case list():
            for one in node:
                yield from links(one)
        case {"t": "Link", "c": [_, list(inner), [str(address), _]]}:
            yield text(inner), address
        case {"c": content}:
            yield from links(content)


def words(page: Path, number: int) -> list[Mapping[str, Any]]:
    """The words of a page with their places, in points from its top left corner."""
    html = run("pdftotext", "-bbox", "-f", str(number), "-l", str(number), str(page), "-")
    found: list[Mapping[str, Any]] = []
    for line in html.split("\n"):
        if line.lstrip().startswith("<word"):
            head, _, rest = line.partition(">")
            places = dict(part.split("=") for part in head.split()[1:])
            word = {name: float(value.strip('"')) for name, value in places.items()}
            found.append({**word, "text": rest.removesuffix("</word>")})
    return found
