"""Render Markdown files to HTML with markdown-it-py alone: ``python plain_files.py FROM TO``, with a folder for each language."""

import sys
from pathlib import Path

from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin


def main(sources: Path, pages: Path) -> None:
    """Render each file of each folder."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(front_matter_plugin)
    for source in sorted(sources.glob("*/*.md")):
        page = pages / source.parent.name / f"{source.stem}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(parser.render(source.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
