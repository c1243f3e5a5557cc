"""The reader's languages as patterns for web servers that cannot read weights (PCRE, whatever the case of the letters).

`Accept-Language` (RFC 9110, 12.5.4) lists language ranges with weights. There is a pattern for each tenth of a weight, to be
tried in their order. In ranges of the same tenth the first that the reader names counts, as readers list them by weight.
"""

from collections.abc import Iterable, Iterator

from pipeline.languages import Ranges


def whole(ranges: Ranges) -> str:
    """Return the pattern of the ranges that a language serves."""
    tongue = ranges.begin[0].split("-", maxsplit=1)[0]
    parts = [tongue]
    if ranges.unless:
        parts.append(f"(?!-{_any(tongue, ranges.unless)})")
    if ranges.script:
        parts.append(f"(?!-(?!{ranges.script}\\b)[a-z]{{4}}\\b)")
    if ranges.begin != (tongue,):
        parts.append(f"(?=-{_any(tongue, ranges.begin)})")
    return "".join(parts)


def by_weight(languages: Iterable[Ranges], group: str) -> Iterator[str]:
    """Return the patterns of a header in which one of some languages is wanted, the greatest weight first.

    Args:
        languages: what is offered.
        group: how a pattern marks the range that was found: ``(?<name>`` or ``(``.
    """
    wanted = f"(?:^|,)\\s*{group}(?:{'|'.join(map(whole, languages))}){MORE})\\s*"
    for weight in _WEIGHTS:
        yield f"{wanted}{weight}(?:,|$)"


MORE = "(?:-[a-z0-9]{1,8})*"
"""What may follow in a range."""

_WEIGHTS = (
    r"(?:;\s*q=1(?:\.0{0,3})?\s*)?",
    *(rf";\s*q=0\.{tenths}\d{{0,2}}\s*" for tenths in range(9, 0, -1)),
    r";\s*q=0\.0(?:[1-9]\d?|0[1-9])\s*",
)


def _any(tongue: str, ranges: tuple[str, ...]) -> str:
    """What follows a language in one of these ranges."""
    return f"(?:{'|'.join(one.removeprefix(f'{tongue}-') for one in ranges)})\\b"
