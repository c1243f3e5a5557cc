"""Medians, ratios, and which targets are reached."""

from tests.bench import figures
from tests.bench.figures import Figure, Figures, Target, data, parsed, targets


def figure(work: str, way: str, *seconds: float, kilobytes: int = 1024) -> Figure:
    return Figure(work=work, way=way, seconds=seconds, worked=seconds, kilobytes=kilobytes)


FOUND = Figures(
    (
        figure(figures.EXTRACT, "policyglot", 2.0, 1.0, 9.0),
        figure(figures.EXTRACT, "po4a", 8.0),
        figure(figures.EXTRACT, "mdpo", 3.0, 5.0),
        figure(figures.SITE_ONE, "policyglot", 1.0, kilobytes=100),
        figure(figures.SITE_ALL, "policyglot", 10.0, kilobytes=131),
        figure(figures.AGAIN, "policyglot", 0.3),
    )
)


def test_the_median_of_an_odd_and_of_an_even_number_of_rounds() -> None:
    assert figure("extract", "mdpo", 2.0, 1.0, 9.0).median == 2.0
    assert figure("extract", "mdpo", 3.0, 5.0).median == 4.0


def test_the_fastest_peer_is_not_ours() -> None:
    core = Figures((*FOUND.all, figure(figures.EXTRACT, figures.CORE, 0.5)))
    assert core.fastest(figures.EXTRACT) == FOUND.find(figures.EXTRACT, "mdpo")
    assert FOUND.fastest(figures.EXTRACT) == FOUND.find(figures.EXTRACT, "mdpo")
    assert FOUND.fastest(figures.AGAIN) is None


def test_targets_are_reached_not_reached_or_not_measured() -> None:
    told = {target.work: (target.ratio, target.reached) for target in targets(FOUND)}
    assert told["extract, against the fastest peer (mdpo)"] == (2.0, True)
    assert told["nothing changed: build again, against the cold build"] == (0.03, True)
    assert told["peak memory, all languages against one"] == (1.31, False)
    assert told["merge to Markdown in all languages, against po4a"] == (None, None)
    assert len(told) == 15


def test_a_bound_itself_is_reached() -> None:
    assert Target(work="a", bound=1.5, sense="at least", ratio=1.5).reached
    assert Target(work="a", bound=1.5, sense="at most", ratio=1.5).reached


def test_figures_come_back_out_of_json() -> None:
    again = parsed(data(FOUND))
    assert data(again) == data(FOUND)
    assert data(FOUND)[2] == {
        "work": "extract",
        "way": "mdpo",
        "seconds": [3.0, 5.0],
        "median": 4.0,
        "processor_seconds": 4.0,
        "peak_kilobytes": 1024,
    }
