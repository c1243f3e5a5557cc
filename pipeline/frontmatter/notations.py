"""The formats of front matter: one format, one module, one row in the table."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.frontmatter import json_notation, toml_notation, yaml_lines
from pipeline.frontmatter.block import Edit, Format, Item, Problem, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Notation:
    """What the reader and the writer need to know of a format."""

    scan: Callable[[str], Tree | Problem]
    """From a block to what it says."""
    spell: Callable[[str, Item, str], Iterator[tuple[Edit, ...]]]
    """From a block, one of its values and a new text to the ways of putting it there, the best first.

    A way is one edit, and more where others of the block refer to the old value and have to keep it.
    """
    pair: Callable[[str, str], str]
    """From a key and a text to what is written for a key that the block lacks."""


def _scan_yaml(block: str) -> Tree | Problem:
    found = yaml_lines.scan(block)
    if found is not None:
        return found
    from pipeline.frontmatter import yaml_notation  # noqa: PLC0415 - most front matter is read without PyYAML

    return yaml_notation.scan(block)


def _spell_yaml(block: str, item: Item, text: str) -> Iterator[tuple[Edit, ...]]:
    from pipeline.frontmatter import yaml_notation  # noqa: PLC0415 - and many verbs write none

    return yaml_notation.spell(block, item, text)


def _pair_yaml(key: str, text: str) -> str:
    from pipeline.frontmatter import yaml_notation  # noqa: PLC0415

    return yaml_notation.pair(key, text)


NOTATIONS: Mapping[Format, Notation] = {
    Format.YAML: Notation(scan=_scan_yaml, spell=_spell_yaml, pair=_pair_yaml),
    Format.TOML: Notation(scan=toml_notation.scan, spell=toml_notation.spell, pair=toml_notation.pair),
    Format.JSON: Notation(scan=json_notation.scan, spell=json_notation.spell, pair=json_notation.pair),
}
