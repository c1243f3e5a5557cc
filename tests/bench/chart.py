"""A chart of bars as SVG, for light and dark: one group for each work, each with a scale of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_WIDTH, _LEFT, _BAR, _ROW, _HEAD, _MARGIN = 760, 170, 18, 26, 40, 20
_LONGEST = _WIDTH - _LEFT - 200
"""Of a bar; behind it stand its value and a note."""
_STYLE = """
text { font: 14px system-ui, sans-serif; fill: #1f2328; }
.heading { font-weight: 600; }
.quiet { fill: #59636e; }
.ours { fill: #0b6bcb; }
.other { fill: #8c959f; }
.ground { fill: #ffffff; }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc; }
  .quiet { fill: #9198a1; }
  .ours { fill: #58a6ff; }
  .other { fill: #6e7681; }
  .ground { fill: #0d1117; }
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar."""

    label: str
    value: float
    """In seconds, not below zero."""
    ours: bool = False
    note: str = ""
    """Stands behind the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The bars of one work."""

    heading: str
    bars: Sequence[Bar]


def chart(title: str, groups: Sequence[Group]) -> str:
    """Return the chart: headings, bars in the given order, and values in seconds; the same text for the same values."""
    parts: list[str] = []
    top = _MARGIN
    for group in groups:
        parts.append(f'<text class="heading" x="{_MARGIN}" y="{top + 18}">{escape(group.heading)}</text>')
        top += _HEAD - 8
        most = max((bar.value for bar in group.bars), default=0.0) or 1.0
        for bar in group.bars:
            parts += _bar(bar, top, bar.value / most)
            top += _ROW
        top += _MARGIN
    drawn = "\n".join(parts)
    label = escape(title, {'"': "&quot;"})
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {top}" width="{_WIDTH}" height="{top}" '
        f'role="img" aria-label="{label}">\n<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n'
        f'<rect class="ground" width="{_WIDTH}" height="{top}"/>\n{drawn}\n</svg>\n'
    )


def seconds(value: float) -> str:
    """Return a time with three significant digits: ``0.0123 s``, ``1.23 s``, ``123 s``."""
    digits = max(0, 2 - max(-2, len(str(int(value))) - 1)) if value >= 1 else 3
    return f"{value:.{digits}f} s"


def _bar(bar: Bar, top: int, share: float) -> Sequence[str]:
    length = max(1.0, share * _LONGEST)
    kind, middle = ("ours" if bar.ours else "other"), top + _BAR - 4
    said = f"{seconds(bar.value)}{f' · {bar.note}' if bar.note else ''}"
    return (
        f'<text x="{_LEFT - 10}" y="{middle}" text-anchor="end">{escape(bar.label)}</text>',
        f'<rect class="{kind}" x="{_LEFT}" y="{top}" width="{length:.1f}" height="{_BAR}" rx="2"/>',
        f'<text class="quiet" x="{_LEFT + length + 8:.1f}" y="{middle}">{escape(said)}</text>',
    )
