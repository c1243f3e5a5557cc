"""Front matter for the laws, in each format, written in many ways, and what it says.

This writes front matter on its own, and asks nothing of the module that is tested.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

KEYS = (
    "title",
    "요약",
    "a b",
    "x-1",
    "it's",
    '"q"',
    "0",
    "#",
    "keywords: ",
    "\\",
    "{",
    "é\u2028",
    "[[t]]",
    "+++",
)
TEXTS = ("Privacy", "개인정보 처리방침", "a, b", "No", "1.10", "2021-04-05", "x: y # z", "it's", '{"q"}', "\\n", "الخصوصية", "👩\u200d🚀")  # fmt: skip
OTHERS = ("1", "-2.50", "true")
"""Values that are no strings, written the same in all formats."""

keys = st.sampled_from(KEYS)
leaf = st.sampled_from(TEXTS) | st.sampled_from(OTHERS).map(lambda other: (other,))
data = st.recursive(
    leaf,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, min_size=1, max_size=3),
    max_leaves=8,
)
tables = st.dictionaries(keys, data, max_size=5)

Draw = st.DrawFn


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A source, and the texts in its front matter by dotted path."""

    source: str
    texts: dict[str, str] = field(default_factory=dict)


def _walk(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - as drawn
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _walk(inner, (*path, str(key)))
    else:
        yield ".".join(path), value


def _space(draw: Draw, *choices: str) -> str:
    return draw(st.sampled_from(choices))


# --- JSON, and YAML in braces


def _braces(draw: Draw, value: Any, spaces: tuple[str, ...]) -> str:  # noqa: ANN401
    blank = [_space(draw, *spaces) for _ in range(2)]
    if isinstance(value, dict):
        pairs = (f"{json.dumps(key)}: {_braces(draw, inner, spaces)}" for key, inner in value.items())
        return "{" + blank[0] + f",{blank[1]}".join(pairs) + blank[1] + "}"
    if isinstance(value, list):
        return "[" + blank[0] + f",{blank[1]}".join(_braces(draw, inner, spaces) for inner in value) + "]"
    if isinstance(value, tuple):
        return str(value[0])
    # An emoji is two escapes in JSON, which are no character in YAML.
    return json.dumps(value, ensure_ascii=draw(st.booleans()) and value.isascii())


@st.composite
def in_json(draw: Draw) -> Sample:
    value = draw(tables)
    block = _braces(draw, value, ("", " ", "\n  ", "\n\t"))
    fences = draw(st.sampled_from([("", "\n"), ("", "  \n"), ("---json\n", "\n---\n")]))
    texts = {path: text for path, text in _walk(value) if isinstance(text, str)}
    return Sample(source=block.join(fences), texts=texts)


# --- YAML


def _yaml_scalar(draw: Draw, text: str, indent: str) -> tuple[str, str]:
    """A way to write a text, and what it says."""
    ways = [(json.dumps(text, ensure_ascii=False), text), ("'" + text.replace("'", "''") + "'", text)]
    if ": " not in text and text[0] not in "{'\"":
        ways.append((text, text))
    ways += [(f"|\n{indent}  {text}", f"{text}\n"), (f">-\n{indent}  {text}\n", text)]
    return draw(st.sampled_from(ways))


def _yaml_lines(
    draw: Draw,
    value: Any,  # noqa: ANN401
    path: tuple[str, ...],
    indent: str,
    texts: dict[str, str],
) -> Iterator[str]:
    listed = isinstance(value, list)
    for key, inner in enumerate(value) if listed else value.items():
        if draw(st.integers(0, 4)) == 0:
            yield f"{indent}# - 주석: '"
        here = (*path, str(key))
        lead = f"{indent}-" if listed else f"{indent}{json.dumps(key)}:"
        gap = _space(draw, " ", "   ")
        if isinstance(inner, tuple):
            texts[".".join(here)] = inner[0]
            yield f"{lead}{gap}{inner[0]}{_space(draw, '', '  # c')}"
        elif isinstance(inner, str):
            scalar, texts[".".join(here)] = _yaml_scalar(draw, inner, indent)
            comment = "" if "\n" in scalar else _space(draw, "", "  # c")
            yield f"{lead}{gap}{scalar}{comment}"
        elif inner and draw(st.booleans()):
            yield lead
            yield from _yaml_lines(draw, inner, here, f"{indent}  ", texts)
        else:
            texts.update(
                (path, text if isinstance(text, str) else text[0]) for path, text in _walk(inner, here)
            )
            yield f"{lead}{gap}{_braces(draw, inner, ('', ' '))}"


@st.composite
def in_yaml(draw: Draw) -> Sample:
    texts: dict[str, str] = {}
    indent = _space(draw, "", "", "  ")
    lines = list(_yaml_lines(draw, draw(tables), (), indent, texts))
    fences = draw(st.sampled_from([("---\n", "---\n"), ("---yaml\n", "---\n"), ("---\n", "...\n")]))
    return Sample(source="".join(f"{line}\n" for line in lines).join(fences), texts=texts)


# --- TOML


def _toml_string(draw: Draw, text: str) -> str:
    ways = [json.dumps(text, ensure_ascii=False), f"'''{text}'''", f'"""\n{json.dumps(text)[1:-1]}"""']
    if "'" not in text:
        ways.append(f"'{text}'")
    if not text.isascii():
        del ways[2]
    return draw(st.sampled_from(ways))


def _toml_key(draw: Draw, key: str) -> str:
    ways = [json.dumps(key, ensure_ascii=False)]
    if "'" not in key:
        ways.append(f"'{key}'")
    if key in {"title", "x-1", "0"}:
        ways.append(key)
    return draw(st.sampled_from(ways))


def _toml_value(draw: Draw, value: Any) -> str:  # noqa: ANN401
    if isinstance(value, dict):
        pairs = (f"{_toml_key(draw, key)}={_toml_value(draw, inner)}" for key, inner in value.items())
        return "{ " + ", ".join(pairs) + " }"
    if isinstance(value, list):
        end = _space(draw, ", ", " ,\n  ", ", # ]\n")
        return "[" + "".join(f"{_toml_value(draw, inner)}{end}" for inner in value) + "]"
    return str(value[0]) if isinstance(value, tuple) else _toml_string(draw, value)


def _toml_lines(draw: Draw, table: dict[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    below: list[tuple[tuple[str, ...], Any]] = []
    for key, value in table.items():
        tables_only = isinstance(value, list) and value and all(isinstance(item, dict) for item in value)
        if (isinstance(value, dict) or tables_only) and draw(st.booleans()):
            below.append(((*path, key), value))
        elif isinstance(value, dict) and len(value) == 1 and draw(st.booleans()):
            [(inner, one)] = value.items()
            yield f"{_toml_key(draw, key)} . {_toml_key(draw, inner)} = {_toml_value(draw, one)}"
        else:
            yield f"{_toml_key(draw, key)}{_space(draw, ' = ', '=')}{_toml_value(draw, value)}{_space(draw, '', ' # c')}"
    for here, value in below:
        header = ".".join(_toml_key(draw, part) for part in here)
        for item in value if isinstance(value, list) else [value]:
            yield _space(draw, "", "# [주석]")
            yield f"[[{header}]]" if isinstance(value, list) else f"[ {header} ] # c"
            yield from _toml_lines(draw, item, here)


@st.composite
def in_toml(draw: Draw) -> Sample:
    value = draw(tables)
    block = "".join(f"{line}\n" for line in _toml_lines(draw, value, ()))
    fences = draw(st.sampled_from([("+++\n", "+++\n"), ("---toml\n", "---\n")]))
    texts = {path: text for path, text in _walk(value) if isinstance(text, str)}
    return Sample(source=block.join(fences), texts=texts)


samples = st.one_of(in_yaml(), in_toml(), in_json())
