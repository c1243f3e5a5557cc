"""Links to a place in the document that is not there."""

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from urllib.parse import unquote

from pipeline.check.rule import Finding
from pipeline.check.source.subject import Source
from pipeline.markdown import Heading, headings, ids, names, targets


def dead_link(source: Source) -> Iterator[Finding]:
    """Find links such as ``#contact`` that no id, no ``<a name>`` and no heading answers."""
    skeleton = source.document.skeleton
    places = {place.name for place in (*ids(skeleton), *names(skeleton))}
    places.update(_slugs(headings(skeleton)))
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


def _slugs(found: Sequence[Heading]) -> Iterator[str]:
    """The names that pages give to headings without an id: their words with hyphens, numbered where one is taken."""
    taken: dict[str, int] = {}
    for heading in found:
        if heading.id is None and heading.text:
            slug = "".join(
                "-" if one == " " else one for one in heading.text.lower() if one in " -" or _is_word(one)
            )
            count = taken.get(slug, 0)
            taken[slug] = count + 1
            yield f"{slug}-{count}" if count else slug


def _is_word(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LMN" or category == "Pc"
