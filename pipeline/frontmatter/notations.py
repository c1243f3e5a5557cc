"""The formats of front matter: one format, one module, one row in the table."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.frontmatter import json_notation, toml_notation, yaml_notation
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


NOTATIONS: Mapping[Format, Notation] = {
    Format.YAML: Notation(scan=yaml_notation.scan, spell=yaml_notation.spell, pair=yaml_notation.pair),
    Format.TOML: Notation(scan=toml_notation.scan, spell=toml_notation.spell, pair=toml_notation.pair),
    Format.JSON: Notation(scan=json_notation.scan, spell=json_notation.spell, pair=json_notation.pair),
}
