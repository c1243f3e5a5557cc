"""What a preview puts into a page on its way to the browser; the page itself is what build writes."""

import re
from dataclasses import dataclass
from html import escape

from pipeline.serve.policy import opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """What is put into a page."""

    style: str
    """The address of the style sheet."""
    script: str
    """The address of the script."""
    data: dict[str, str]
    """What the script is told."""
    alert: str
    """HTML for the beginning of the body."""
    bar: str
    """HTML for the end of the body."""


def injected(page: bytes, addition: Addition) -> bytes:
    """Return a page with the addition, whatever of its tags are written out."""
    text = opened(page.decode("utf-8"))
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in sorted(addition.data.items()))
    link = f'<link rel="stylesheet" href="{escape(addition.style)}">\n'
    script = f'<script src="{escape(addition.script)}"{data} defer></script>\n'
    text = _before(text, _HEAD_END, link + script)
    text = _behind(text, _BODY, f"\n{addition.alert}")
    return _before(text, _BODY_END, f"{addition.bar}\n").encode()


_HEAD_END = re.compile(r"</head\s*>|<body\b", re.IGNORECASE)
_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
_BODY_END = re.compile(r"</body\s*>(?!.*</body\s*>)", re.IGNORECASE | re.DOTALL)


def _before(text: str, tag: re.Pattern[str], addition: str) -> str:
    """Put something before a tag; at the end, where a browser puts it into the body, if there is none."""
    found = tag.search(text)
    place = found.start() if found else len(text)
    return f"{text[:place]}{addition}{text[place:]}"


def _behind(text: str, tag: re.Pattern[str], addition: str) -> str:
    found = tag.search(text)
    place = found.end() if found else len(text)
    return f"{text[:place]}{addition}{text[place:]}"
