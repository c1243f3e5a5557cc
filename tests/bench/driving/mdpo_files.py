"""Call mdpo for all files in one process: ``python mdpo_files.py extract|update|merge …``; it runs in mdpo's environment."""

import sys
from pathlib import Path

from mdpo.md2po import markdown_to_pofile  # type: ignore[import-not-found]
from mdpo.po2md import pofile_to_markdown  # type: ignore[import-not-found]


def main(work: str, locales: list[str]) -> None:
    """Do the work for each file of ``source/``."""
    for source in sorted(Path("source").glob("*.md")):
        if work == "extract":
            markdown_to_pofile(str(source), po_filepath=f"pot/{source.stem}.pot", save=True, wrapwidth=0)
        for locale in locales:
            catalog = f"po/{locale}/{source.stem}.po"
            if work == "update":
                markdown_to_pofile(str(source), po_filepath=catalog, save=True, wrapwidth=0)
            elif work == "merge":
                pofile_to_markdown(str(source), catalog, save=f"out/{locale}/{source.name}", wrapwidth=0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
