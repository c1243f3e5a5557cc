"""Stand-in until the table of fonts is there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """Fonts."""

    main: str
    cjk: str | None


def fonts(locale: str) -> Fonts:
    """Return."""
    return Fonts(main="Noto Serif", cjk="Noto Serif CJK KR" if locale == "ko" else None)
