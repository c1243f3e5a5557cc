import pytest

from pipeline.markdown.html_text import take_apart


def texts(content: str) -> list[str] | None:
    pieces = take_apart(content)
    if pieces is None:
        return None
    assert "".join(piece.raw for piece in pieces) == content
    return [piece.text for piece in pieces if piece.text is not None]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>개인정보 <b>보호</b> &amp; more</p>", ["개인정보", "보호", "& more"]),
        ('<img alt="the member\'s card" title=Card src=a.png>', ["the member's card", "Card"]),
        ("<p title='say \"yes\"'>x</p>", ['say "yes"', "x"]),
        ("<!-- not read --><p>read</p>", ["read"]),
        ("<script>var a = '<b>';</script><style>p {}</style><p>read</p>", ["read"]),
        ("<svg><title>no</title></svg>", []),
        ("<p>— ( ) 。</p>", []),
        ('<img src="a.png" data-caption="A title=b">', []),
        ("<b onclick='show( title=\"c\" )' title=d>e</b>", ["d", "e"]),
        ("<p>U+2028\u2028 and NBSP\u00a0stay</p>", ["U+2028\u2028 and NBSP\u00a0stay"]),
    ],
)
def test_what_people_read_is_text(content: str, expected: list[str]) -> None:
    assert texts(content) == expected


@pytest.mark.parametrize(
    "content",
    [
        "<p>a < b</p>",
        '<p title="open',
        "<div",
        "<div>\n<script>\nvar a;\n",
        "<style>",
        "<textarea>x",
        "a <b c='>",
    ],
)
def test_what_cannot_be_told_from_tags_is_not_taken_apart(content: str) -> None:
    assert texts(content) is None


def test_a_text_is_escaped_for_its_place() -> None:
    pieces = take_apart('<p title=a title="b">c</p>')
    assert pieces is not None
    filled = "".join(piece.fill('"<>&') if piece.text else piece.raw for piece in pieces)
    assert filled == '<p title="&quot;&lt;&gt;&amp;" title="&quot;&lt;&gt;&amp;">&quot;&lt;&gt;&amp;</p>'


def test_a_lone_carriage_return_is_a_blank_to_every_reader() -> None:
    pieces = take_apart("<p>a</p>")
    assert pieces is not None
    assert "".join(piece.fill("b\rc") if piece.text else piece.raw for piece in pieces) == "<p>b c</p>"


def test_its_own_text_is_as_it_was_written() -> None:
    pieces = take_apart("<p>5 &euro; &#x2014; x</p>")
    assert pieces is not None
    assert (
        "".join(piece.fill(piece.text) if piece.text else piece.raw for piece in pieces)
        == "<p>5 &euro; &#x2014; x</p>"
    )


def test_text_of_an_option_cannot_be_marked() -> None:
    pieces = take_apart("<select><option>Yes</option></select><p>No</p>")
    assert pieces is not None
    assert [(piece.text, piece.can_be_marked) for piece in pieces if piece.text] == [
        ("Yes", False),
        ("No", True),
    ]
