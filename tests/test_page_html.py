from collections.abc import Iterator

import pytest

from pipeline.markdown import Skeleton
from pipeline.markdown.contents import contents, section_text
from pipeline.markdown.page import Presentation, page_html
from pipeline.reading.addresses import spans
from pipeline.segment import Document, segment
from tests import cases


def read(text: str) -> Document:
    document = segment(text, name="terms", path="source/terms.md", translate=("title",))
    assert isinstance(document, Document)
    return document


def presentation(document: Document, **marks: str) -> Presentation:
    return Presentation(
        sections=document.sections,
        permalink="Link to “{}”".format,
        table="Table {}".format,
        isolate=spans,
        mark=marks,
    )


def told(text: str) -> Iterator[str]:
    """The body, without its last line end, and below it the table of contents."""
    document = read(text)
    yield page_html(document.skeleton, presentation(document)).removesuffix("\n")
    for section in document.sections:
        yield from [f"title: {section.text} #{section.id}"] if section.is_title else []
    for entry in contents(document.skeleton, presentation(document)):
        yield f"contents {entry.level}: {entry.html} #{entry.id}"


@pytest.mark.parametrize("case", cases.read("page.txt"), ids=str)
def test_page_html(case: cases.Case) -> None:
    assert "\n".join(told(case.given)) == case.expected


MARK = {"class": "untranslated", "lang": "en", "dir": "ltr"}


def untranslated(document: Document) -> Skeleton:
    return document.skeleton.fill({}, untranslated=[slot.place for slot in document.skeleton.slots()])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a@example.com", '<p MARK><a href="mailto:a@example.com">ADDRESS</a></p>'),
        ("- *a*\n", "<ul>\n<li><span MARK><em>a</em></span></li>\n</ul>"),
        (
            "- [ ] a\n",
            '<ul>\n<li><span MARK><label><input type="checkbox" disabled> a</label></span></li>\n</ul>',
        ),
        ("<p>a &amp; a@example.com</p>\n", "<p><span MARK>a &amp; ADDRESS</span></p>"),
        ("<h3>a</h3>\n", '<h2 id="a"><span MARK>a</span></h2>'),
    ],
)
@pytest.mark.parametrize(
    ("direction", "address"),
    [("ltr", "a@example.com"), ("rtl", '<bdi dir="ltr">a@example.com</bdi>')],
)
def test_untranslated_text_is_marked_and_set_apart_only_if_it_reads_from_right_to_left(
    text: str, expected: str, direction: str, address: str
) -> None:
    document = read(f"Text.\n\n{text}")
    body = page_html(untranslated(document), presentation(document, **MARK | {"dir": direction}))
    marks = f'class="untranslated" lang="en" dir="{direction}"'
    assert body.partition("</p>\n")[2] == f"{expected}\n".replace("MARK", marks).replace("ADDRESS", address)


def test_an_untranslated_heading_is_marked_and_its_link_beside_it_is_not() -> None:
    document = read("Text.\n\n## One\n")
    body = page_html(untranslated(document), presentation(document, **MARK))
    assert body.partition("</p>\n")[2] == (
        '<div class="heading">\n<h2 id="one" class="untranslated" lang="en" dir="ltr">One</h2>\n'
        '<a class="permalink" href="#one" aria-label="Link to “One”"></a>\n</div>\n'
    )


def test_an_untranslated_cell_keeps_its_side() -> None:
    document = read("| a |\n|--:|\n")
    body = page_html(untranslated(document), presentation(document, **MARK))
    assert '<th class="end untranslated" scope="col" lang="en" dir="ltr">a</th>' in body


def test_labels_and_the_contents_have_the_words_of_the_page_and_the_ids_of_the_source() -> None:
    document = read("Text.\n\n## My *data*\n\n<h3>More</h3><h3>Most</h3>\n\n## Rest\n")
    translations = {"My *data*": "내 *데이터*\u2028<", "Most": "가장 & 많이"}
    places = {slot.text: slot.place for slot in document.skeleton.slots()}
    left = [place for text, place in places.items() if text not in translations]
    skeleton = document.skeleton.fill(
        {places[text]: translation for text, translation in translations.items()}, untranslated=left
    )
    shown = presentation(document, **MARK)
    assert (
        '<a class="permalink" href="#my-data" aria-label="Link to “내 데이터\u2028&lt;”"></a>'
        in page_html(skeleton, shown)
    )
    assert [
        (one.level, one.id, one.html, one.text, one.is_untranslated) for one in contents(skeleton, shown)
    ] == [
        (2, "my-data", "내 <em>데이터</em>\u2028&lt;", "내 데이터\u2028<", False),
        (3, "more", "More", "More", True),
        (3, "most", "가장 &amp; 많이", "가장 & 많이", False),
        (2, "rest", "Rest", "Rest", True),
    ]
    assert [section_text(skeleton, section) for section in document.sections] == [
        "내 데이터\u2028<",
        "More",
        "가장 & 많이",
        "Rest",
    ]


def test_words_of_the_page_cannot_leave_their_attribute() -> None:
    document = read("Text.\n\n## <b\n\n| a |\n|---|\n")
    hostile = Presentation(
        sections=document.sections, permalink=lambda text: f'"><script>{text}', table=lambda _: '" onfocus="'
    )
    body = page_html(document.skeleton, hostile)
    assert 'aria-label="&quot;&gt;&lt;script&gt;&lt;b"' in body
    assert 'aria-label="&quot; onfocus=&quot;"' in body
