"""The configuration: ``[tool.policyglot]`` of ``pyproject.toml``, every key of which may be left out."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import combinations
from pathlib import PurePosixPath
from typing import Any

from pipeline.languages import canonical
from pipeline.model import Diagnostic

PATH = "pyproject.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a project may choose. The field names, with ``-`` for ``_``, are the keys."""

    source_language: str = "en"
    """The language of the sources: a locale, spelled either way."""
    languages: tuple[str, ...] | None = None
    """The locales to work on; by default all folders of the catalogs."""
    source_dir: str = "source"
    locales_dir: str = "locales"
    output_dir: str = "dist"
    translate: tuple[str, ...] = ("title", "description")
    """The front-matter keys and paths that people read: ``title``, ``seo.description``, ``faq.question``."""
    line_numbers: bool = False
    """Whether the catalogs' references carry line numbers; they make every diff larger."""
    do_not_translate: tuple[str, ...] = ()
    """Names and other texts that stand in each translation as in the source."""
    allow_unchanged: tuple[str, ...] = ()
    """Texts whose translation may be equal to them."""
    link_swaps: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By locale: beginnings of link targets, and what may stand in their place in that locale."""
    fuzzy_threshold: int | None = 75
    """How alike a new and an old text must be for a near match, in per cent; none for no near matches."""


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
    if not isinstance(table, Mapping):
        return _problem(None, "tool.policyglot is not a table", "write [tool.policyglot] and keys below it")
    values: dict[str, Any] = {}
    for key, raw in table.items():
        line_number, key_name = _line(text, key), " ".join(key.split())
        reader = _READERS.get(key)
        if reader is None:
            near = get_close_matches(key, _READERS, n=1, cutoff=0)[0]
            return _problem(
                line_number, f"unknown key “{key_name}” in [tool.policyglot]", f"did you mean “{near}”?"
            )
        value, wanted = reader(raw)
        if wanted:
            return _problem(line_number, f"“{key}” cannot be {raw!r}", f"write {wanted}")
        values[key.replace("-", "_")] = value
    chosen = Config(**values)
    return _overlapping(chosen, text) or chosen


def _overlapping(chosen: Config, text: str) -> Diagnostic | None:
    """Say which two folders are not apart, if any are."""
    for first, second in combinations(("source-dir", "locales-dir", "output-dir"), 2):
        one, other = (str(getattr(chosen, key.replace("-", "_"))) for key in (first, second))
        if overlap(one, other):
            message = f"“{second}” cannot be {other!r}, because “{first}” is {one!r}"
            return _problem(
                _line(text, second) or _line(text, first), message, "write folders apart from each other"
            )
    return None


def overlap(one: str, other: str) -> bool:
    """Whether two folders are the same, or one lies in the other."""
    first, second = PurePosixPath(one), PurePosixPath(other)
    return first.is_relative_to(second) or second.is_relative_to(first)


_Reader = Callable[[Any], tuple[Any, str | None]]
"""From a TOML value to ours; or, if it will not do, what would."""


def _locale(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401 - TOML gives any value
    name = canonical(raw) if isinstance(raw, str) else None
    return name, None if name else 'a locale such as "ko" or "pt_BR"'


def _locales(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    names = [_locale(item)[0] for item in raw] if isinstance(raw, list) else [None]
    return tuple(names), None if all(names) else 'a list of locales such as ["ko", "pt_BR"]'


def _folder(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    path = PurePosixPath(raw) if isinstance(raw, str) and raw else None
    inside = (
        path and not path.is_absolute() and ".." not in path.parts and path.parts and str(path).isprintable()
    )
    return str(path), None if inside else "a folder inside the project"


def _keys(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    fine = isinstance(raw, list) and all(isinstance(item, str) for item in raw)
    return tuple(raw) if fine else (), None if fine else "a list of front-matter keys"


def _texts(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    fine = isinstance(raw, list) and all(isinstance(item, str) and item.strip() for item in raw)
    return tuple(raw) if fine else (), None if fine else "a list of texts"


def _swaps(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    wanted = (
        'a table for each locale, such as { ko = { "https://example.com/en/" = "https://example.com/ko/" } }'
    )
    if not isinstance(raw, Mapping):
        return {}, wanted
    swaps: dict[str, Mapping[str, str]] = {}
    for name, table in raw.items():
        locale = canonical(name)
        fine = isinstance(table, Mapping) and all(
            key and value and isinstance(value, str) for key, value in table.items()
        )
        if locale is None or not fine:
            return {}, wanted
        swaps[locale] = dict(table)
    return swaps, None


def _switch(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    return raw, None if isinstance(raw, bool) else "true or false"


def _percentage(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    if raw is False:
        return None, None
    fine = isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= 100  # noqa: PLR2004
    return raw, None if fine else "a whole number from 0 to 100, or false"


_READERS: Mapping[str, _Reader] = {
    "source-language": _locale,
    "languages": _locales,
    "source-dir": _folder,
    "locales-dir": _folder,
    "output-dir": _folder,
    "translate": _keys,
    "do-not-translate": _texts,
    "allow-unchanged": _texts,
    "link-swaps": _swaps,
    "line-numbers": _switch,
    "fuzzy-threshold": _percentage,
}


def _line(text: str, key: str) -> int | None:
    """Where a key stands: TOML's parser does not tell, and the first line that sets it after the table's head is it."""
    head = re.search(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*policyglot[ \t]*\]", text, re.MULTILINE)
    start = head.end() if head else 0
    match = re.compile(rf"^[ \t]*\"?{re.escape(key)}\"?[ \t]*=", re.MULTILINE).search(text, start)
    return text.count("\n", 0, match.start()) + 1 if match else None


def _problem(line: int | None, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path=PATH, line=line, code="configuration", message=message, hint=hint)
