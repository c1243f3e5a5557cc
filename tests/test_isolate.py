from markdown_it.token import Token

from pipeline.markdown import References
from pipeline.markdown.inline import inline
from pipeline.markdown.isolate import isolated, isolated_html

NONE: References = {}


def written(children: list[Token]) -> str:
    """The tokens as short text: letters as they are, markup as its tag."""
    return "".join(
        child.content or f"<{'/' if child.nesting < 0 else ''}{child.tag}>" for child in children
    ).replace(' dir="ltr"', "")


def test_stretches_may_touch_but_not_be_empty_or_overlap() -> None:
    def isolate(_text: str) -> list[tuple[int, int]]:
        return [(2, 4), (0, 2), (3, 5), (5, 5)]

    assert written(isolated(inline("가나다라마바", NONE), isolate)) == "<bdi>가나</bdi><bdi>다라</bdi>마바"
    assert isolated_html("<p>&#44032;나다라마바</p>", isolate) == (
        '<p><bdi dir="ltr">가나</bdi><bdi dir="ltr">다라</bdi>마바</p>'
    )


def test_each_element_is_as_small_as_it_can_be_and_is_closed_where_it_was_opened() -> None:
    def isolate(text: str) -> list[tuple[int, int]]:
        return [(text.index("1"), text.index("2") + 1)]

    for given, expected in (
        ("a *1 2* b", "a <em><bdi>1 2</bdi></em> b"),
        ("a *1* 2 b", "a <bdi><em>1</em> 2</bdi> b"),
        ("a 1 ***2*** b", "a <bdi>1 <em><strong>2</strong></em></bdi> b"),
        ("*a **1** x 2*", "<em>a <bdi><strong>1</strong> x 2</bdi></em>"),
        ("*1* **2**", "<bdi><em>1</em> <strong>2</strong></bdi>"),
        ("*a 1* 2", "<em>a 1</em> 2"),
        ("1 *2 b*", "1 <em>2 b</em>"),
    ):
        assert written(isolated(inline(given, NONE), isolate)) == expected


def test_what_has_nothing_to_set_apart_is_the_same() -> None:
    children = inline("a *b* `c` <b>d</b>", NONE)
    assert isolated(children, lambda _text: ()) == children
    html = "<p title='a'>a &nbsp; <!-- b -->b</p>\n"
    assert isolated_html(html, lambda _text: ()) == html
