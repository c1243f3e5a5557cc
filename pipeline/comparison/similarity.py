"""Passages of two versions whose source texts are near to each other: edited, split or joined."""

from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from math import ceil

from rapidfuzz import process
from rapidfuzz.distance import Indel, LCSseq

from pipeline.comparison.chain import in_order
from pipeline.comparison.values import Passage
from pipeline.model import Kind
from pipeline.reading.differences import tokens

Group = tuple[tuple[int, ...], tuple[int, ...]]
"""The indices of passages of the old version and of the new one; one of the two has only one."""

_NEAR = 0.5
"""So much of two texts, by words, must be in both, in the same order, if they stand in the same place or section."""
_NEAR_ELSEWHERE = 0.75
"""The same, if they do not."""
_NEAR_TOGETHER = 0.6
"""The same, of a text and of the passages that it was split into."""
_PART = 0.7
"""So many of its words a part must have from the whole."""
_NEAREST = 50
"""So many of the nearest texts are looked at."""


def similar(old: Sequence[Passage], new: Sequence[Passage], pairs: Mapping[int, int]) -> tuple[Group, ...]:
    """Group what is in no pair yet, the most similar first.

    Headings go with headings and rows with rows. A paragraph or the like may have been split into several neighbours, or joined
    from them. Of about equally similar ones those win that stand beside a pair, and then those in the same place or section.
    """
    signs: dict[str, str] = {}
    left = _left(old, pairs.keys(), signs), _left(new, set(pairs.values()), signs)
    sections = {old[one].section: new[other].section for one, other in pairs.items() if old[one].level}
    kept = in_order(pairs, [len(passage.source) + 1 for passage in old])
    ranked: list[tuple[int, int, float, Group]] = []
    for sort in _SORTS:
        here, there = ([text for text in side if text.sort == sort] for side in left)
        for score, group in _candidates(here, there, sort):
            section = old[group[0][0]].section
            is_home = sections.get(section, section) == new[group[1][0]].section
            is_near = is_home or _is_in_place(group, kept)
            if is_near or score >= _NEAR_ELSEWHERE:
                distance = 0 if _is_beside(group, pairs) else 1 if is_near else 2
                ranked.append((-round(score * 20), distance, -score, group))
    return tuple(_disjoint(group for *_, group in sorted(ranked)))


def _is_beside(group: Group, pairs: Mapping[int, int]) -> bool:
    """Whether what stands before it, or after it, is a pair."""
    old, new = group
    return pairs.get(old[0] - 1) == new[0] - 1 or pairs.get(old[-1] + 1) == new[-1] + 1


def _is_in_place(group: Group, kept: Sequence[tuple[int, int]]) -> bool:
    """Whether it keeps the order of the pairs that keep theirs."""
    old, new = group
    after = bisect(kept, (old[0], -1))
    first = kept[after - 1][1] if after else -1
    return first < new[0] and (after == len(kept) or new[-1] < kept[after][1])


def _disjoint(groups: Iterable[Group]) -> Iterator[Group]:
    """Groups none of whose passages was in one before."""
    taken: set[int] = set()
    other_taken: set[int] = set()
    for old, new in groups:
        if taken.isdisjoint(old) and other_taken.isdisjoint(new):
            taken.update(old)
            other_taken.update(new)
            yield old, new


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A passage without a pair."""

    index: int
    code: str
    """One character for each word."""
    sort: str


_SORTS = ("heading", "row", "prose")


def _left(passages: Sequence[Passage], taken: Collection[int], signs: dict[str, str]) -> list[_Text]:
    """What is in no pair; texts without a word are like no other."""
    texts = (
        _Text(
            index=index,
            code=_code(passage.source, signs),
            sort="heading" if passage.level else "row" if passage.kind is Kind.CELL else "prose",
        )
        for index, passage in enumerate(passages)
        if index not in taken
    )
    return [text for text in texts if text.code]


def _code(text: str, signs: dict[str, str]) -> str:
    """The words of a text, in either case, as one character each; the code points of surrogates are not among them."""
    words = (token.casefold() for token in tokens(text) if token[0].isalnum())
    return "".join(signs.setdefault(word, chr(_FIRST + len(signs) % _SIGNS)) for word in words)


_FIRST, _SIGNS = 0x10000, 0x100000


def _candidates(here: Sequence[_Text], there: Sequence[_Text], sort: str) -> Iterator[tuple[float, Group]]:
    """What may belong together, with how similar it is, from 0 to 1."""
    codes = [text.code for text in there]
    for one in here:
        near = process.extract(
            one.code, codes, scorer=Indel.normalized_similarity, score_cutoff=_NEAR, limit=_NEAREST
        )
        for _, score, index in near:
            yield score, ((one.index,), (there[index].index,))
    if sort == "row":
        for whole, part in _parts(here, there):
            yield _NEAR, ((whole.index,), (part.index,))
        for whole, part in _parts(there, here):
            yield _NEAR, ((part.index,), (whole.index,))
    if sort == "prose":
        for score, whole_index, indices in _wholes(here, there):
            yield score, ((whole_index,), indices)
        for score, whole_index, indices in _wholes(there, here):
            yield score, (indices, (whole_index,))


def _parts(wholes: Sequence[_Text], parts: Sequence[_Text]) -> Iterator[tuple[_Text, _Text]]:
    """Each text that has most of the words of another one, in their order, and that other one."""
    codes = [text.code for text in wholes]
    for part in parts:
        least = ceil(_PART * len(part.code))
        for _, _, index in process.extract(
            part.code, codes, scorer=LCSseq.similarity, score_cutoff=least, limit=None
        ):
            yield wholes[index], part


def _wholes(wholes: Sequence[_Text], parts: Sequence[_Text]) -> Iterator[tuple[float, int, tuple[int, ...]]]:
    """Texts that neighbours make together better than any of them alone: how well, the text, and the neighbours."""
    found: dict[int, list[_Text]] = {}
    codes = {text.index: text.code for text in wholes}
    for whole, part in _parts(wholes, parts):
        found.setdefault(whole.index, []).append(part)
    for index, pieces in sorted(found.items()):
        for _, group in groupby(enumerate(pieces), key=lambda pair: pair[1].index - pair[0]):
            run = [part for _, part in group]
            score = _together(codes[index], run)
            while len(run) > 1:
                shorter = max(run[1:], run[:-1], key=partial(_together, codes[index]))
                if _together(codes[index], shorter) < score:
                    break
                run, score = shorter, _together(codes[index], shorter)
            if len(run) > 1 and score >= _NEAR_TOGETHER:
                yield score, index, tuple(part.index for part in run)


def _together(whole: str, parts: Sequence[_Text]) -> float:
    return float(Indel.normalized_similarity(whole, "".join(part.code for part in parts)))
