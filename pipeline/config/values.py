"""From a TOML value to ours, for each kind of key; or, if it will not do, what would."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from pipeline.approvals import Role
from pipeline.config.requirements import OnIncomplete
from pipeline.languages import canonical

Reader = Callable[[Any], tuple[Any, str | None]]
"""Takes what TOML gives; returns our value, and what to write instead where it will not do."""


def locale(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401 - TOML gives any value
    """A locale, spelled either way."""
    name = canonical(raw) if isinstance(raw, str) else None
    return name, None if name else 'a locale such as "ko" or "pt_BR"'


def locales(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    """A list of locales."""
    names = [locale(item)[0] for item in raw] if isinstance(raw, list) else [None]
    return tuple(names), None if all(names) else 'a list of locales such as ["ko", "pt_BR"]'


def folder(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    """A folder below the project's."""
    path = PurePosixPath(raw) if isinstance(raw, str) and raw else None
    inside = (
        path and not path.is_absolute() and ".." not in path.parts and path.parts and str(path).isprintable()
    )
    return str(path), None if inside else "a folder inside the project"


def url(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    """The address of a folder on the web, without query and fragment; a ``/`` is put at its end."""
    wanted = 'an address such as "https://legal.example.com/"'
    try:
        parts = urlsplit(raw) if isinstance(raw, str) else None
        fine = parts and parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        return None, wanted
    if not parts or not fine or parts.query or parts.fragment or not raw.isprintable() or " " in raw:
        return None, wanted
    return f"{raw.rstrip('/')}/", None


def keys(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    """A list of front-matter keys."""
    fine = isinstance(raw, list) and all(isinstance(item, str) for item in raw)
    return tuple(raw) if fine else (), None if fine else "a list of front-matter keys"


def texts(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    """A list of texts that are not empty."""
    fine = isinstance(raw, list) and all(isinstance(item, str) and item.strip() for item in raw)
    return tuple(raw) if fine else (), None if fine else "a list of texts"


def swaps(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    """By locale: what may stand for the beginnings of link targets."""
    wanted = (
        'a table for each locale, such as { ko = { "https://example.com/en/" = "https://example.com/ko/" } }'
    )
    if not isinstance(raw, Mapping):
        return {}, wanted
    found: dict[str, Mapping[str, str]] = {}
    for name, table in raw.items():
        known = canonical(name)
        fine = isinstance(table, Mapping) and all(
            key and value and isinstance(value, str) for key, value in table.items()
        )
        if known is None or not fine:
            return {}, wanted
        found[known] = dict(table)
    return found, None


def switch(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    """A choice between two."""
    return raw, None if isinstance(raw, bool) else "true or false"


def percentage(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    """A share in per cent."""
    return raw, None if _is_percentage(raw) else "a whole number from 0 to 100"


def likeness(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    """A share in per cent, or none."""
    if raw is False:
        return None, None
    return raw, None if _is_percentage(raw) else "a whole number from 0 to 100, or false"


def on_incomplete(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    """What becomes of a translation that does not pass."""
    known = {choice.value: choice for choice in OnIncomplete}
    found = known.get(raw) if isinstance(raw, str) else None
    return found, None if found else '"english", "mixed", "hide" or "last-release"'


def roles(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    """A list of the roles in which people approve."""
    known = {role.value: role for role in Role}
    fine = isinstance(raw, list) and all(isinstance(one, str) and one in known for one in raw)
    found = tuple(role for role in Role if role.value in raw) if fine else ()
    return found, None if fine else 'a list of roles: "legal", "translator"'


def anchors(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    """A list of anchors, with or without their ``#``."""
    found, wanted = texts(raw)
    return tuple(text.removeprefix("#") for text in found), wanted and 'a list of anchors such as ["contact"]'


def notice(raw: Any) -> tuple[Any, str | None]:  # noqa: ANN401
    """A text, or whether to show the standard one."""
    fine = isinstance(raw, bool) or (isinstance(raw, str) and raw.strip())
    return raw, None if fine else "a text in that language, or false for no notice"


def _is_percentage(raw: Any) -> bool:  # noqa: ANN401
    return isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= 100  # noqa: PLR2004
