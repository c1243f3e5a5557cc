"""Write a front matter with other texts, and prove that nothing else changed."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from pipeline.frontmatter.block import Edit, FrontMatter, Item, Problem, Tree, dotted
from pipeline.frontmatter.fences import find
from pipeline.frontmatter.notations import NOTATIONS, Notation


def write(front_matter: FrontMatter, texts: Mapping[str, str]) -> str:
    """Write the block, without its fences, with other texts for some keys.

    Args:
        front_matter: as it was read.
        texts: the new texts by dotted path. A path that the block lacks becomes a key at its end; in TOML, at the end of
            the keys that belong to no table. A path that names a list gets the text instead of the list.

    Returns:
        The block: what is not replaced, byte for byte as it was. It was read again, and says what it said but for the new
        texts; a text for which no way to write it passes that test is left out.
    """
    values = front_matter.values
    wanted = {key: text for key, text in texts.items() if key not in values or values[key].text != text}
    return _put(front_matter, tuple(wanted.items())).text


def fenced(front_matter: FrontMatter, texts: Mapping[str, str]) -> str:
    """Write the block as `write` does, between its own fences, ending in a line feed; YAML if there was none."""
    block = f"{front_matter.opening}{write(front_matter, texts)}{front_matter.closing}"
    return block if block.endswith("\n") else f"{block}\n"


def block(values: Mapping[str, object]) -> str:
    """Write a block of YAML for plain values, in their order, between its fences, ending in a line feed."""
    from pipeline.frontmatter import yaml_notation  # noqa: PLC0415 - catalogs need none

    return f"---\n{yaml_notation.dump(values)}---\n"


def _put(front_matter: FrontMatter, texts: Sequence[tuple[str, str]]) -> FrontMatter:
    """Put all texts in at once; if that does not prove true, one half and then the other, to find those that do."""
    if not texts:
        return front_matter
    block = _proven(front_matter, texts)
    if block is not None:
        return replace(front_matter, text=block)
    if len(texts) == 1:
        return front_matter
    half = len(texts) // 2
    return _put(_put(front_matter, texts[:half]), texts[half:])


def _proven(front_matter: FrontMatter, texts: Sequence[tuple[str, str]]) -> str | None:
    """Write the block with these texts, each in its best way; a single one in the first way that proves true."""
    notation, block = NOTATIONS[front_matter.format], front_matter.text
    tree = notation.scan(block)
    if isinstance(tree, Problem):
        return None
    items = _by_path(tree)
    expected = _canonical(_expected(tree, items, texts))
    ways = (_ways(notation, block, tree, items.get(key), (key, text)) for key, text in texts)
    for edits in islice(zip(*ways, strict=False), None if len(texts) == 1 else 1):
        result = _splice(block, chain.from_iterable(edits))
        again = notation.scan(result)
        fits = _stays_between(front_matter, result)
        if fits and isinstance(again, Tree) and _canonical(again.data) == expected:
            return result
    return None


def _stays_between(front_matter: FrontMatter, block: str) -> bool:
    found = find(f"{front_matter.opening}{block}{front_matter.closing}")
    return found is not None and (found.format, found.text) == (front_matter.format, block)


def _by_path(tree: Tree) -> dict[str, Item]:
    """What a dotted path means: if several values have it, the one that the reader takes, the first plain one."""
    items: dict[str, Item] = {}
    for item in tree.items:
        known = items.setdefault(dotted(item.path), item)
        if known.text is None and item.text is not None:
            items[dotted(item.path)] = item
    return items


def _ways(
    notation: Notation, block: str, tree: Tree, item: Item | None, pair: tuple[str, str]
) -> Iterator[tuple[Edit, ...]]:
    if item:
        return notation.spell(block, item, pair[1])
    added = f"{tree.room.before}{notation.pair(*pair)}{tree.room.after}"
    return iter([(Edit(start=tree.room.at, end=tree.room.at, text=added),)])


def _splice(block: str, edits: Iterable[Edit]) -> str:
    """Put in all edits, those of one place in the order in which they come."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += block[at : edit.start], edit.text
        at = edit.end
    return "".join((*pieces, block[at:]))


def _expected(tree: Tree, items: Mapping[str, Item], texts: Iterable[tuple[str, str]]) -> Any:  # noqa: ANN401 - as `Tree.data`
    """What the block has to say with these texts."""
    data = deepcopy(tree.data)
    paths = ((items[key].path if key in items else (key,), text) for key, text in texts)
    # A list that gives way takes with it what was put into it.
    for (*above, last), text in sorted(paths, key=lambda pair: len(pair[0]), reverse=True):
        table = data
        for part in above:
            table = table[part]
        table[last] = text
    return data


def _canonical(data: Any) -> str:  # noqa: ANN401 - as `Tree.data`
    """Make values comparable: to Python, 1, 1.0 and true are equal."""
    return json.dumps(data, sort_keys=True, default=repr)
