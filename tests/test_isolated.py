"""Addresses in plain text on pages from right to left."""

import pytest

from pipeline.languages import language
from pipeline.render.isolated import isolated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الهاتف: +44 1632 960123.", 'الهاتف: <bdi dir="ltr">+44 1632 960123</bdi>.'),
        (
            "<a@b.example> أو +44 1632 960123",
            '&lt;<bdi dir="ltr">a@b.example</bdi>&gt; أو <bdi dir="ltr">+44 1632 960123</bdi>',
        ),
        ("البند 7 & البند 8", "البند 7 &amp; البند 8"),
        ("", ""),
    ],
)
def test_addresses_are_set_apart_from_right_to_left(text: str, expected: str) -> None:
    assert isolated(language("ar"))(text) == expected


def test_from_left_to_right_nothing_has_to_be_set_apart() -> None:
    assert isolated(language("ko"))("전화: <+44 1632 960123>") == "전화: &lt;+44 1632 960123&gt;"
