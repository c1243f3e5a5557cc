"""Placeholders in a text, which a program fills in."""

import re
from functools import lru_cache


def taken_out(text: str) -> tuple[tuple[str, ...], str]:
    """Return the placeholders of a text, and the text without them."""
    return _taken_out(text) if "{" in text or "%" in text else ((), text)


@lru_cache(maxsize=64)
def _taken_out(text: str) -> tuple[tuple[str, ...], str]:
    """The same, looked for once: it is slow where many begin and none ends."""
    found = tuple(_PLACEHOLDER.findall(text))
    return found, _PLACEHOLDER.sub(" ", text) if found else text


_PLACEHOLDER = re.compile(
    r"""
      \{\{.*?\}\} | \{%.*?%\}              # Jinja, Liquid, Handlebars
    | \$\{\w+\}                            # shell, JavaScript
    | \{\w*\}                              # Python, ICU
    | %\(\w+\)[sd] | (?<![\w%])%[sd](?!\w) # printf
    """,
    re.VERBOSE,
)
