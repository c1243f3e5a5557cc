from collections.abc import Iterator

import pytest

from pipeline.markdown import Presentation, contents, page_html
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
