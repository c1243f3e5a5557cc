"""A text from a file as HTML that shows all of it: what matters is marked, and what nobody would see is spelled out."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from markupsafe import Markup, escape

from pipeline.model import Excerpt
from pipeline.reading.visible import pieces


def marked(text: str, parts: Iterable[str] = ()) -> Markup:
    """Return a text with some of its parts marked; its line breaks stay, each with a sign before it.

    Args:
        text: the text.
        parts: what of it matters, as `Excerpt` has it.
    """
    inside = [False] * len(text)
    for start, end in Excerpt(text=text, parts=tuple(parts)).places:
        inside[start:end] = [True] * (end - start)
    stretches = groupby(zip(text, pieces(text), inside, strict=True), key=lambda each: each[2])
    return Markup("").join(_stretch([each[:2] for each in group], is_in) for is_in, group in stretches)


def _stretch(characters: Sequence[tuple[str, str]], is_marked: bool) -> Markup:  # noqa: FBT001 - a key of groupby
    runs = groupby(characters, key=lambda each: each[0] == each[1])
    text = Markup("").join(
        escape("".join(shown for _, shown in run)) if as_it_is else _spelled(list(run))
        for as_it_is, run in runs
    )
    return Markup("<mark>{}</mark>").format(text) if is_marked else text


def _spelled(characters: Sequence[tuple[str, str]]) -> Markup:
    return Markup("").join(
        Markup('<span class="sign">{}</span>{}').format(shown, "\n" if written == "\n" else "")
        for written, shown in characters
    )
