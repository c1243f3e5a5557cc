"""Links to a place in the document that is not there."""

from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from pipeline.check.rule import Finding
from pipeline.check.source.subject import Source
from pipeline.markdown import ids, names, targets


def dead_link(source: Source) -> Iterator[Finding]:
    """Find links such as ``#contact`` that no id, no ``<a name>`` and no heading answers."""
    skeleton = source.document.skeleton
    places = {place.name for place in (*ids(skeleton), *names(skeleton))}
    places.update(section.id for section in source.document.sections)
    for target in targets(skeleton):
        name = target.name.removeprefix("#")
        if not target.name.startswith("#") or _is_everywhere(name) or {name, unquote(name)} & places:
            continue
        near = get_close_matches(unquote(name).lower(), sorted(places), n=1)
        hint = (
            f"did you mean “#{near[0]}”?"
            if near
            else f"write {{#{unquote(name)}}} behind the heading that is meant"
        )
        yield Finding(
            message=f"the link to “#{unquote(name)}” leads nowhere",
            hint=hint,
            source=(target.name,),
            line=target.line,
        )


def _is_everywhere(name: str) -> bool:
    """Whether every page has it: its top (HTML 7.4.6.4), any words of it, or what a program fills in."""
    return name.lower() in {"", "top"} or name.startswith(":~:") or "{{" in name or "{%" in name
