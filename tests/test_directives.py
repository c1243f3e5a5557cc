import pytest

from pipeline.check.source import examine_source
from tests.test_segment import read


def told(source: str) -> list[str]:
    return [
        f"{found.line}: {found.message}: {found.hint}" for found in examine_source(read(source), source, "en")
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<!-- i18n: of -->\n", "1: unknown directive “of”: did you mean “off”?"),
        ("<!-- i18n off -->\n", "1: a directive lacks its colon: write <!-- i18n: off … -->"),
        ("<!-- i18n: off please -->\n", "1: the directive “off” takes no value: write <!-- i18n: off -->"),
        (
            "<!-- i18n: context -->\n",
            "1: the directive “context” says nothing: write <!-- i18n: context=NAME -->",
        ),
        (
            "<!-- i18n: off --> same line\n",
            "1: a directive stands where it is not obeyed: write it on a line of its own, after an empty line",
        ),
        (
            "text <!--i18n: off--> more\n",
            "1: a directive stands where it is not obeyed: write it on a line of its own, after an empty line",
        ),
        (
            "<div>\n<!-- i18n: off -->\n<p>secret</p>\n</div>\n",
            "1: a directive stands where it is not obeyed: write it on a line of its own, after an empty line",
        ),
        (
            "a\n\n<!-- i18n: off -->\n\nb\n",
            (
                "3: translation is switched off here and never on again: "
                "write <!-- i18n: on --> where translation goes on, or at the end"
            ),
        ),
    ],
)
def test_what_is_no_directive_is_reported(source: str, expected: str) -> None:
    assert told(source) == [expected]


@pytest.mark.parametrize(
    "source", ["use `<!-- i18n: off -->` in text\n", "<!-- a comment -->\n", "```\n<!-- i18n: of -->\n```\n"]
)
def test_what_only_speaks_of_directives_is_not(source: str) -> None:
    assert told(source) == []


def test_directives_are_obeyed() -> None:
    source = (
        "a\n\n<!-- i18n: off -->\n\nb\n\n<!-- I18N: on -->\n\n"
        "<!-- i18n: comment: 주의\n   둘째 줄 -->\n<!-- i18n: context=menu -->\n\nc\n\nd\n"
    )
    assert [(unit.text, unit.context, unit.notes) for unit in read(source).units] == [
        ("a", None, ()),
        ("c", "menu", ("translators: 주의 둘째 줄",)),
        ("d", None, ()),
    ]
    assert told(source) == []
