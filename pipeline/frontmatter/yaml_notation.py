"""YAML 1.1, as PyYAML reads it: where its values stand, and how they are written."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from pipeline.frontmatter import yaml_lines
from pipeline.frontmatter.block import Edit, Item, Path, Problem, Room, Tree, line_at, repeated

_STRING = "tag:yaml.org,2002:str"
_EMPTY_LINES = re.compile(r"[ ]*(?:[\r\n\x85\u2028\u2029][ ]*)+\Z")
"""With the blanks at the end of the line before. To YAML these are line breaks; a tab is a text."""
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*(?:\s|#[^\n]*\n)*)*")
"""An anchor and a tag, which may stand before a value."""
_COLON = re.compile(r":([ \t]*(?:[ \t]#[^\n]*)?)\n[ \t\n]*\Z")
"""The end of a key whose value stands on a line below, and the comment there."""
_BLOCK_SCALAR = re.compile(r"[|>][-+0-9]*([ \t]+#[^\n]*)?")
_ESCAPED = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What JSON lets stand in a string, and YAML does not allow or takes for a line break."""

Places = tuple[tuple[int, int], ...]


def dump(values: Mapping[str, object]) -> str:
    """Write keys and values, each on a line of its own, lists aside."""
    return str(yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False, width=math.inf))


def scan(block: str) -> Tree | Problem:
    """Read a document.

    Returns:
        What it says, the text of every plain value as written, whatever its type; or what is wrong with it.
    """
    composed = _compose(block)
    if isinstance(composed, Problem):
        return composed
    root, aliases = composed
    if root is not None and not isinstance(root, yaml.MappingNode):
        message = "it is not a list of keys and values"
        return Problem(line=line_at(block, root.start_mark.index), message=message)
    items: list[Item] = []
    for found in _walk(block, root, (), aliases) if root else ():
        if isinstance(found, Problem):
            return found
        items.append(found)
    return Tree(items=tuple(items), data=_data(root) if root else {}, room=_room(block, root))


def spell(block: str, item: Item, text: str) -> Iterator[tuple[Edit, ...]]:
    """Yield the ways to put a text in the place of a value: first as the old value was written."""
    start = _content(block, item)
    content = block[start : item.end]
    copies = tuple(Edit(start=a, end=b, text=_copy(block, item)) for a, b in item.aliases)
    for scalar in _scalars(text, content[:1]):
        for edit in _ways(block, item, start, scalar):
            yield (edit, *copies)


def pair(key: str, text: str) -> str:
    """Write a key and its text, each plainly if it would read back."""
    return f"{next(_scalars(key, ''))}: {next(_scalars(text, ''))}"


def _ways(block: str, item: Item, start: int, scalar: str) -> Iterator[Edit]:
    content = block[start : item.end]
    header = _BLOCK_SCALAR.match(content)
    comment = header[1] or "" if header else ""
    if not content:
        yield Edit(start=start, end=item.end, text=f" {scalar}")
        yield Edit(start=start, end=item.end, text=f": {scalar}")
    elif item.text is None and (colon := _COLON.search(block[:start])):
        # A list may stand no deeper than its key; a text may not.
        yield Edit(start=colon.start(), end=item.end, text=f": {scalar}{colon[1]}")
    if content:
        yield Edit(start=start, end=item.end, text=f"{scalar}{comment}")
    if start > item.start:
        # The tag of another type would make something else of the text.
        yield Edit(start=item.start, end=item.end, text=f"{scalar}{comment}")


def _copy(block: str, item: Item) -> str:
    """Say what others refer to by the anchor of a value, on one line."""
    start = _content(block, item)
    tag = re.sub(r"&[^\s,\[\]{}]*\s*", "", block[item.start : start])
    content = block[start : item.end]
    if "\n" in content:
        content = _double(item.text or "")
    return f"{tag}{content}"


def _content(block: str, item: Item) -> int:
    """Where a value begins, behind its anchor and its tag."""
    properties = _PROPERTIES.match(block, item.start, item.end)
    return properties.end() if properties else item.start


def _scalars(text: str, mark: str) -> Iterator[str]:
    """Write a text as it would read back: in single quotes or plain, as the old one was, then in double quotes."""
    candidate = "'" + text.replace("'", "''") + "'" if mark == "'" else text
    if mark != '"' and _reads_as(candidate, text):
        yield candidate
    yield _double(text)


def _double(text: str) -> str:
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _reads_as(scalar: str, text: str) -> bool:
    block = f"key: {scalar}\n"
    read = yaml_lines.scan(block) or scan(block)
    return not isinstance(read, Problem) and bool(read.data == {"key": text})


class _Alias(yaml.Node):
    """A reference in its own place: its tag is the anchor's name, its value the node that is referred to."""


class _Loader(yaml.SafeLoader):
    """PyYAML's, but an alias stays an alias: two keys that share a value are two places in the text."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.aliases: dict[int, Places] = {}
        """The places of the aliases, by the identity of the node that they mean."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event() if self.check_event(yaml.AliasEvent) else None  # type: ignore[no-untyped-call]
        node = super().compose_node(parent, index)
        if event is None or node is None:
            return node
        place = (event.start_mark.index, event.end_mark.index)
        self.aliases[id(node)] = (*self.aliases.get(id(node), ()), place)
        return _Alias(event.anchor, node, event.start_mark, event.end_mark)


def _compose(block: str) -> tuple[yaml.Node | None, Mapping[int, Places]] | Problem:
    """Let PyYAML read a block; its lines are not counted by PyYAML, to which more than a line feed is a line break."""
    try:
        loader = _Loader(block)
    except yaml.reader.ReaderError as error:
        message = f"the character U+{error.character:04X} is not allowed"
        return Problem(line=line_at(block, error.position), message=message)
    try:
        return loader.get_single_node(), loader.aliases
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = error.problem or "it cannot be read"
        return Problem(line=line_at(block, mark.index if mark else 0), message=message)
    except (ValueError, OverflowError):
        # PyYAML passes the number of an escape on to Python as it is.
        return Problem(line=line_at(block, loader.index), message="there is no character with this number")


def _walk(block: str, node: yaml.Node, path: Path, aliases: Mapping[int, Places]) -> Iterator[Item | Problem]:
    """Yield the values below a node and its own, or what is wrong there. What an alias stands for is not below it."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = _text(key)
            if name is None:
                continue
            if name in seen:
                yield repeated(name, line_at(block, key.start_mark.index))
            seen.add(name)
            yield from _walk(block, value, (*path, name), aliases)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _walk(block, value, (*path, index), aliases)
    if path:
        start, end = node.start_mark.index, _end(block, node)
        yield Item(path=path, text=_text(node), start=start, end=end, aliases=aliases.get(id(node), ()))


def _text(node: yaml.Node) -> str | None:
    target = node.value if isinstance(node, _Alias) else node
    return str(target.value) if isinstance(target, yaml.ScalarNode) else None


def _end(block: str, node: yaml.Node) -> int:
    """Where a value ends; PyYAML counts the empty lines and comments below to a list, a table or a block scalar."""
    end: int = node.end_mark.index
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(block, last[1] if isinstance(node, yaml.MappingNode) else last)
    if isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}:
        lines = _EMPTY_LINES.search(block, node.start_mark.index, end)
        return lines.start() if lines else end
    return end


def _data(node: yaml.Node | None) -> Any:  # noqa: ANN401 - YAML gives any value
    """What a node says. An alias says what the plain value does that it means, else which list or table it means."""
    if isinstance(node, yaml.MappingNode):
        return {_name(key): _data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_data(item) for item in node.value]
    if isinstance(node, _Alias):
        return _data(node.value) if isinstance(node.value, yaml.ScalarNode) else ("alias", node.tag)
    return node and (node.value if node.tag == _STRING else (node.tag, node.value))


def _name(key: yaml.Node) -> str:
    name = _text(key)
    return repr(_data(key)) if name is None else name


def _room(block: str, root: yaml.MappingNode | None) -> Room:
    """Find the place behind the last key: in braces, or on a line that is indented as the first one."""
    if root is None:
        return Room(at=len(block), after="\n")
    if not root.flow_style:
        start = root.value[0][0].start_mark.index
        line = block[block.rfind("\n", 0, start) + 1 : start]
        return Room(at=len(block), before=line[: len(line) - len(line.lstrip(" "))], after="\n")
    closing = root.end_mark.index - 1
    if not root.value:
        return Room(at=closing)
    last = _end(block, root.value[-1][1])
    if "," in re.sub(r"#[^\n]*", "", block[last:closing]):
        return Room(at=closing, before=" ")
    return Room(at=last, before=", ")
