"""The chart: well-formed, with every label, the same for the same values."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.chart import Bar, Group, chart, seconds

SVG = "{http://www.w3.org/2000/svg}"
GROUPS = (
    Group(
        heading="Merge <all> & more",
        bars=(
            Bar(label="policyglot", value=1.0, ours=True),
            Bar(label="po4a", value=4.0, note="1,200 faults"),
        ),
    ),
    Group(heading="한국어", bars=(Bar(label="없음", value=0.0),)),
)


def test_all_labels_are_there_in_order() -> None:
    root = ET.fromstring(chart('Times "here" & now', GROUPS))  # noqa: S314 - our own text
    texts = [element.text for element in root.iter(f"{SVG}text")]
    assert texts == [
        "Merge <all> & more", "policyglot", "1.00 s", "po4a", "4.00 s · 1,200 faults", "한국어", "없음", "0.000 s",
    ]  # fmt: skip
    assert root.get("aria-label") == 'Times "here" & now'
    assert root.findtext(f"{SVG}title") == 'Times "here" & now'


def test_bars_are_as_long_as_their_values_within_a_group() -> None:
    root = ET.fromstring(chart("Times", GROUPS))  # noqa: S314
    ground, first, second, nothing = root.iter(f"{SVG}rect")
    assert ground.get("class") == "ground"
    assert (first.get("class"), second.get("class")) == ("ours", "other")
    assert float(second.get("width", 0)) == pytest.approx(4 * float(first.get("width", 0)), rel=0.01)
    assert nothing.get("width") == "1.0"


def test_it_has_colours_for_the_dark() -> None:
    assert "@media (prefers-color-scheme: dark)" in chart("Times", GROUPS)


@given(st.lists(st.floats(min_value=0, max_value=1e5), max_size=8))
def test_everything_stays_within_the_frame(values: list[float]) -> None:
    root = ET.fromstring(chart("T", [Group(heading="g", bars=[Bar(label="a", value=one) for one in values])]))  # noqa: S314
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    for element in root.iter(f"{SVG}rect"):
        right = float(element.get("x", 0)) + float(element.get("width", 0))
        below = float(element.get("y", 0)) + float(element.get("height", 0))
        assert right <= width
        assert below <= height


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.01234, "0.012 s"),
        (0.5, "0.500 s"),
        (1.234, "1.23 s"),
        (12.34, "12.3 s"),
        (123.4, "123 s"),
        (1234.5, "1234 s"),
    ],
)
def test_a_time_has_three_digits(value: float, said: str) -> None:
    assert seconds(value) == said
