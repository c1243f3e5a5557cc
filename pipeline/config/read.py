"""From the text of a ``pyproject.toml`` to the configuration, or to the first problem with it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import combinations
from typing import Any

from pipeline.config import values
from pipeline.config.settings import Config, overlap
from pipeline.languages import canonical
from pipeline.model import Diagnostic

PATH = "pyproject.toml"


def read(text: str) -> Config | Diagnostic:
    """Read the configuration from the text of a ``pyproject.toml``; the first problem ends it."""
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        return _problem(int(line[1]) if line else None, "the file is not valid TOML", "mend it")
    except RecursionError:
        return _problem(None, "the file is not valid TOML", "mend it")
    tool = whole.get("tool", {})
    table = tool.get("policyglot", {}) if isinstance(tool, Mapping) else tool
    tables = _tables(table, text)
    if isinstance(tables, Diagnostic):
        return tables
    chosen: dict[str, Any] = {}
    requirements: dict[tuple[str, ...], Mapping[str, Any]] = {}
    for place, raw in tables.items():
        read_table = _table(place, raw, text)
        if isinstance(read_table, Diagnostic):
            return read_table
        if not place:
            chosen = {key: value for key, value in read_table.items() if key in _SETTINGS}
        if found := {key: value for key, value in read_table.items() if key not in _SETTINGS}:
            requirements[place] = {key.replace("-", "_"): value for key, value in found.items()}
    config = Config(**{key.replace("-", "_"): value for key, value in chosen.items()}, tables=requirements)
    return _overlapping(config, text) or config


_SETTINGS: Mapping[str, values.Reader] = {
    "source-language": values.locale,
    "languages": values.locales,
    "site-url": values.url,
    "source-dir": values.folder,
    "locales-dir": values.folder,
    "output-dir": values.folder,
    "translate": values.keys,
    "do-not-translate": values.texts,
    "allow-unchanged": values.texts,
    "link-swaps": values.swaps,
    "line-numbers": values.switch,
    "fuzzy-threshold": values.likeness,
}
"""Keys of the whole project."""

_OF_A_PAGE: Mapping[str, values.Reader] = {
    "on-incomplete": values.on_incomplete,
    "min-units": values.percentage,
    "min-words": values.percentage,
    "required-units": values.anchors,
    "required-approvals": values.roles,
}
"""Keys that may stand in all three tables of requirements."""

_OF_A_DOCUMENT: Mapping[str, values.Reader] = {
    **_OF_A_PAGE,
    "required-locales": values.locales,
    "authoritative": values.locales,
}
_OF_A_LANGUAGE: Mapping[str, values.Reader] = {**_OF_A_PAGE, "authoritative-notice": values.notice}

_READERS: tuple[Mapping[str, values.Reader], ...] = (
    {**_SETTINGS, **_OF_A_DOCUMENT},
    _OF_A_DOCUMENT,
    _OF_A_LANGUAGE,
)
"""The keys of a table, by how many names lead to it."""

Place = tuple[str, ...]


def _tables(whole: Any, text: str) -> Mapping[Place, Mapping[str, Any]] | Diagnostic:  # noqa: ANN401 - TOML gives any value
    """The table of the project, those of documents, and those of documents in locales, without each other."""
    if not isinstance(whole, Mapping):
        return _problem(None, "tool.policyglot is not a table", "write [tool.policyglot] and keys below it")
    found: dict[Place, Mapping[str, Any]] = {(): {key: whole[key] for key in whole if key != "documents"}}
    documents = _inner(whole, "documents", (), "privacy", text)
    if isinstance(documents, Diagnostic):
        return documents
    for document, table in documents.items():
        found[document,] = {key: table[key] for key in table if key != "locales"}
        locales = _inner(table, "locales", (document,), "ko", text)
        if isinstance(locales, Diagnostic):
            return locales
        for name, keys in locales.items():
            locale = canonical(name)
            if locale is None:
                message = f"“{name}” is not a locale"
                return _problem(
                    _line(text, (document, name)), message, "name a language as in ko, zh_Hans or pt_BR"
                )
            found[document, locale] = keys
    return found


def _inner(
    table: Mapping[str, Any], key: str, place: Place, example: str, text: str
) -> Mapping[str, Mapping[str, Any]] | Diagnostic:
    """The tables that a key of a table holds, by their names."""
    inner = table.get(key, {})
    if isinstance(inner, Mapping) and all(isinstance(one, Mapping) for one in inner.values()):
        return inner
    hint = f"write a table for each, such as [{_title((*place, example))}]"
    return _problem(_line(text, place, key), f"“{key}” holds no tables", hint)


def _table(place: Place, raw: Mapping[str, Any], text: str) -> Mapping[str, Any] | Diagnostic:
    """The values of one table, by their keys as written."""
    readers, chosen = _READERS[len(place)], {}
    for key, value in raw.items():
        line, name = _line(text, place, key), " ".join(key.split())
        reader = readers.get(key)
        if reader is None:
            near = get_close_matches(key, readers, n=1, cutoff=0)[0]
            return _problem(line, f"unknown key “{name}” in [{_title(place)}]", f"did you mean “{near}”?")
        chosen[key], wanted = reader(value)
        if wanted:
            return _problem(line, f"“{key}” cannot be {value!r}", f"write {wanted}")
    return chosen


def _overlapping(chosen: Config, text: str) -> Diagnostic | None:
    """Say which two folders are not apart, if any are."""
    for first, second in combinations(("source-dir", "locales-dir", "output-dir"), 2):
        one, other = (str(getattr(chosen, key.replace("-", "_"))) for key in (first, second))
        if overlap(one, other):
            message = f"“{second}” cannot be {other!r}, because “{first}” is {one!r}"
            line = _line(text, (), second) or _line(text, (), first)
            return _problem(line, message, "write folders apart from each other")
    return None


def _title(place: Place) -> str:
    """The head of a table, as TOML names it."""
    return ".".join(_names(place))


def _names(place: Place) -> Iterator[str]:
    """The names that lead to a table from the top of the file."""
    yield from ("tool", "policyglot")
    for kind, name in zip(("documents", "locales"), place, strict=False):
        yield from (kind, name)


def _line(text: str, place: Place, key: str | None = None) -> int | None:
    """Where a table or a key stands: TOML's parser does not tell. The first line after the table's head that sets it is it."""
    parts = (rf"[ \t]*[\"']?{re.escape(part)}[\"']?[ \t]*" for part in _names(place))
    head = re.search(rf"^[ \t]*\[{'[.]'.join(parts)}\]", text, re.MULTILINE)
    if key is None:
        return text.count("\n", 0, head.start()) + 1 if head else None
    start = head.end() if head else 0
    match = re.compile(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=", re.MULTILINE).search(text, start)
    return text.count("\n", 0, match.start()) + 1 if match else None


def _problem(line: int | None, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path=PATH, line=line, code="configuration", message=message, hint=hint)
