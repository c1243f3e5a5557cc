"""What was measured, as values: medians, ratios, and the targets of the project."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

OURS, CORE = "policyglot", "policyglot, texts alone"
LIMIT, MSGMERGE, PYTHON = "markdown-it-py", "msgmerge", "python -c pass"
"""The names of ways of doing a work, beside those of the peers."""
EXTRACT, UPDATE, MERGE_ONE, MERGE_ALL = "extract", "update", "merge-one", "merge-all"
HTML_ALL, SITE_ONE, SITE_ALL, SITE_ALL_ALONE = "html-all", "site-one", "site-all", "site-all-one-processor"
AGAIN, ENTRY, START, MESSAGES = "nothing-changed", "entry-changed", "start", "messages"
"""The names of the works."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What one work took in one way, in each round."""

    work: str
    way: str
    seconds: tuple[float, ...]
    """On the clock."""
    worked: tuple[float, ...]
    """Of processors."""
    kilobytes: int
    """The most memory that a command and what it started had at a time."""

    @property
    def median(self) -> float:
        """The median of the seconds on the clock."""
        return statistics.median(self.seconds)

    @property
    def median_worked(self) -> float:
        """The median of the seconds of processors."""
        return statistics.median(self.worked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A ratio that the project wants to reach."""

    work: str
    """As a phrase."""
    bound: float
    sense: Literal["at least", "at most"]
    ratio: float | None
    """What was measured, or nothing, if it could not be."""

    @property
    def reached(self) -> bool | None:
        """Whether it is reached; nothing, if it was not measured."""
        if self.ratio is None:
            return None
        return self.ratio >= self.bound if self.sense == "at least" else self.ratio <= self.bound


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was measured in a run."""

    all: tuple[Figure, ...]

    def find(self, work: str, way: str) -> Figure | None:
        """The figure of a work and a way."""
        return next((one for one in self.all if (one.work, one.way) == (work, way)), None)

    def of(self, work: str) -> Sequence[Figure]:
        """The figures of a work, in the order in which they were measured."""
        return [one for one in self.all if one.work == work]

    def ratio(self, above: tuple[str, str], below: tuple[str, str]) -> float | None:
        """How many times as long the first work and way took as the second."""
        first, second = self.find(*above), self.find(*below)
        return first.median / second.median if first and second else None

    def memory(self, above: str, below: str) -> float | None:
        """The ratio of two works of ours in memory."""
        first, second = self.find(above, OURS), self.find(below, OURS)
        return first.kilobytes / second.kilobytes if first and second else None

    def fastest(self, work: str) -> Figure | None:
        """The peer that took least for a work."""
        return min(
            (one for one in self.of(work) if one.way not in {OURS, CORE}),
            key=lambda one: one.median,
            default=None,
        )


def targets(found: Figures) -> Sequence[Target]:
    """The targets, in their order, with what was measured."""
    peer = found.fastest(EXTRACT)
    ours = (EXTRACT, OURS)
    rows: list[tuple[str, float, Literal["at least", "at most"], float | None]] = [
        (f"extract, against the fastest peer{f' ({peer.way})' if peer else ''}", 1.5, "at least", found.ratio((EXTRACT, peer.way), ours) if peer else None),
        *(
            (f"merge to Markdown in all languages, against {way}{_ALONE[mine]}", bound, "at least", found.ratio((MERGE_ALL, way), (MERGE_ALL, mine)))
            for mine in _ALONE
            for way, bound in (("po4a", 10.0), ("translate-toolkit", 5.0), ("mdpo", 1.0))
        ),
        *(
            (f"HTML in all languages on one processor, against markdown-it-py on the translated files{_ALONE[mine]}", 0.5, "at most", found.ratio((HTML_ALL, mine), (HTML_ALL, LIMIT)))
            for mine in _ALONE
        ),
        ("update of a catalog of many messages, against msgmerge --previous", 1.0, "at most", found.ratio((MESSAGES, OURS), (MESSAGES, MSGMERGE))),
        ("nothing changed: build again, against the cold build", 0.03, "at most", found.ratio((AGAIN, OURS), (SITE_ALL, OURS))),
        ("one PO entry changed: build again, against the cold build", 0.05, "at most", found.ratio((ENTRY, OURS), (SITE_ALL, OURS))),
        ("cold build, one processor against two", 1.7, "at least", found.ratio((SITE_ALL_ALONE, OURS), (SITE_ALL, OURS))),
        ("peak memory, all languages against one", 1.3, "at most", found.memory(SITE_ALL, SITE_ONE)),
        ("policyglot --version, against python -c pass", 3.0, "at most", found.ratio((START, OURS), (START, PYTHON))),
    ]  # fmt: skip
    return [Target(work=work, bound=bound, sense=sense, ratio=ratio) for work, bound, sense, ratio in rows]


_ALONE = {OURS: "", CORE: "; texts alone"}
"""The whole of a build, and what of it the others do as well."""


def data(found: Figures) -> Sequence[Mapping[str, Any]]:
    """The figures for JSON: seconds to the millisecond."""
    return [
        {
            "work": one.work,
            "way": one.way,
            "seconds": [round(value, 3) for value in one.seconds],
            "median": round(one.median, 3),
            "processor_seconds": round(one.median_worked, 3),
            "peak_kilobytes": one.kilobytes,
        }
        for one in found.all
    ]


def parsed(rows: Sequence[Mapping[str, Any]]) -> Figures:
    """The figures out of the JSON of an earlier run."""
    return Figures(
        tuple(
            Figure(
                work=row["work"],
                way=row["way"],
                seconds=tuple(row["seconds"]),
                worked=(row["processor_seconds"],),
                kilobytes=row["peak_kilobytes"],
            )
            for row in rows
        )
    )
