import pytest

from pipeline.check.source import examine_source
from pipeline.model import Diagnostic
from pipeline.segment import segment
from tests.test_segment import read


def told(source: str) -> list[str]:
    return [
        f"{found.severity}: {found} [{found.code}]" for found in examine_source(read(source), source, "en")
    ]


@pytest.mark.parametrize(
    "code",
    [
        "    개인정보를 수집하고 이용하며 보관합니다.",
        "    This was indented by accident.",
        "\tTabs indent as well, of course.",
    ],
)
def test_prose_that_is_indented_as_code_is_reported(code: str) -> None:
    assert told(f"Text.\n\n{code}\n") == [
        (
            "warning: source/terms.md:3: this looks like prose, but is indented as code: "
            "indent it by less than four blanks, or put it between ``` lines [code-block]"
        )
    ]


@pytest.mark.parametrize(
    "code",
    [
        "    x = f(1);",
        "    $ policyglot build every language now",
        "    SELECT a FROM b",
        "    <b>one two three four</b>",
    ],
)
def test_code_is_not_taken_for_prose(code: str) -> None:
    assert told(f"Text.\n\n{code}\n") == []


def test_a_link_definitions_title_is_reported() -> None:
    assert told('[x]\n\n[x]: /url "The title"\n') == [
        (
            "warning: source/terms.md:3: the title of this link definition is not translated: "
            'write the title at the link itself: [text](target "title") [reference-title]'
        )
    ]


def test_what_is_off_is_not_reported() -> None:
    assert told("<!-- i18n: off -->\n\n    This was indented on purpose.\n\n<!-- i18n: on -->\n") == []


@pytest.mark.parametrize("block", ["{}", "- {}", "| {} |\n|---|", "> {}"])
def test_a_block_that_nobody_could_translate_at_once_is_refused(block: str) -> None:
    text = block.format("개" * 20_001)
    problem = segment(f"a\n\n{text}\n", name="terms", path="source/terms.md", translate=())
    assert str(problem) == (
        "source/terms.md:3: this paragraph, heading or cell has more than 20,000 characters: "
        "divide it by empty lines, so that it can be translated piece by piece"
    )
    assert len(read(f"{'개' * 20_000}\n").units) == 1


@pytest.mark.parametrize("mark", ["> ", "- "])
def test_text_that_nests_too_deep_is_refused_and_not_lost(mark: str) -> None:
    problem = segment(f"a\n\n{mark * 150}text\n", name="terms", path="source/terms.md", translate=())
    assert str(problem) == (
        "source/terms.md:3: quotes or lists nest so deep here that their text would be lost: "
        "nest less than 50 lists or 100 quotes"
    )
    assert isinstance(problem, Diagnostic)


@pytest.mark.parametrize(("mark", "depth"), [("> ", 99), ("- ", 49)])
def test_deep_text_is_a_unit_as_any_other(mark: str, depth: int) -> None:
    assert [unit.text for unit in read(f"{mark * depth}text\n").units] == ["text"]
