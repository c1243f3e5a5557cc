"""Call markdown-gettext for all files in one process; it runs in the environment of markdown-gettext."""

import sys
from argparse import Namespace
from pathlib import Path

from markdown_gettext.cli import extract, generate  # type: ignore[import-not-found]


def main(work: str, locales: list[str]) -> None:
    """Do the work for each file of ``source/``."""
    for source in sorted(Path("source").glob("*.md")):
        if work == "extract":
            extract(
                Namespace(
                    md=str(source),
                    pot=f"pot/{source.stem}.pot",
                    package="bench",
                    report_addr="",
                    team_addr="",
                )
            )
        for locale in locales:
            catalog = f"po/{locale}/{source.stem}.po"
            generate(
                Namespace(lang=locale, po=catalog, in_md=str(source), out_md=f"out/{locale}/{source.name}")
            )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
