import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.markdown import html, parse
from pipeline.markdown.dialect import parser
from pipeline.markdown.inline import inline, parsed
from pipeline.markdown.proof import comes_back
from pipeline.markdown.write import markdown
from tests import cases


@pytest.mark.parametrize("case", cases.read("dialect.txt"), ids=str)
def test_dialect(case: cases.Case) -> None:
    skeleton = parse(case.given)
    units = " | ".join(slot.text for slot in skeleton.slots()) or "none"
    told = f"units: {units}\nhtml: {line(html(skeleton))}\nmarkdown: {line(markdown(skeleton))}"
    assert told == case.expected
    assert comes_back(skeleton, markdown(skeleton))


def line(text: str) -> str:
    return text.removesuffix("\n").replace("\n", "⏎")


PLAIN = MarkdownIt("commonmark")


@pytest.mark.parametrize(
    "text",
    [
        "**개인정보(필수)**를 수집합니다.",
        "수집**(선택)**합니다.",
        "**「重要」**です。",
        "これは**「重要」**です。",
        "**“본 방침”**은",
        "*“본 방침”*은",
        "***(필수)***를",
        "**第1条（目的）**この",
        "本**《政策》**的",
        "**[링크](https://example.com/)**를",
        "**`code`**를",
        "_“x”_ **“y”**은 *“z”*은",
        "**「重要」***です*",
        "*「重要」***です**",
    ],
)
def test_written_emphasis_is_emphasis_for_any_reader(text: str) -> None:
    """Plain CommonMark, with the word joiner taken out, gives what our dialect gives."""
    skeleton = parse(text)
    assert "*" not in html(skeleton)
    assert PLAIN.render(markdown(skeleton)).replace("\u2060", "") == html(skeleton)


def test_a_byte_order_mark_carriage_returns_and_a_missing_last_line_end_are_the_files_not_the_texts() -> None:
    assert html(parse("# A\n\nb")) == html(parse("# A\n\nb\n"))


def test_rendering_an_image_leaves_its_tokens_as_they_are() -> None:
    text = '![개인 **정보**](a.png "처리방침")'
    tokens = inline(text, {})
    assert parser().renderer.render([Token("inline", "", 0, children=tokens)], parser().options, {}) == (
        '<img src="a.png" alt="개인 정보" title="처리방침" />'
    )
    assert tokens == parsed(text, {})


def test_every_caller_gets_a_list_of_its_own() -> None:
    text = "*개인정보* 처리방침"
    inline(text, {}).clear()
    assert inline(text, {}) == parsed(text, {})
