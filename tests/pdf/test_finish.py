"""What Typst leaves to be done is done, and nothing else is changed."""

import datetime

import pikepdf
import pytest
import typst

from pipeline.pdf.finish import finished
from tests.pdf.documents import CREATED

pytestmark = pytest.mark.pdfcheck


def of(source: str, created: datetime.datetime = CREATED) -> bytes:
    data = typst.compile(source.encode(), pdf_standards=["ua-1", "a-2a"], timestamp=created)
    assert isinstance(data, bytes)
    return data


def test_a_pdf_that_needs_nothing_is_left_alone() -> None:
    data = next(
        data
        for number in range(50)
        for data in [of(f'#set document(title: "{number}")\nA')]
        if b"\r\nendstream" not in data
    )
    assert finished(data, "en") == data


def test_no_stream_ends_in_what_could_be_an_end_of_line(tmp_path_factory: pytest.TempPathFactory) -> None:
    """One compressed stream in 256 ends in a carriage return; what it says stays the same."""
    data = next(
        data
        for number in range(500)
        for data in [of(f'#set document(title: "x")\n{number}')]
        if b"\r\nendstream" in data
    )
    after = finished(data, "en")
    assert b"\r\nendstream" not in after
    path = tmp_path_factory.mktemp("finish")
    (path / "before.pdf").write_bytes(data)
    (path / "after.pdf").write_bytes(after)
    with pikepdf.open(path / "before.pdf") as old, pikepdf.open(path / "after.pdf") as new:
        assert [page.Contents.read_bytes() for page in old.pages] == [
            page.Contents.read_bytes() for page in new.pages
        ]
        assert old.Root.Metadata.read_bytes() == new.Root.Metadata.read_bytes()
        assert sorted(streams(old)) == sorted(streams(new))


def streams(pdf: pikepdf.Pdf) -> list[bytes]:
    return [thing.read_bytes() for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]


def test_the_same_again_gives_the_same() -> None:
    data = of('#set document(title: "x")\n#set text(lang: "zh")\n中文 #text(lang: "en")[A]')
    assert finished(data, "zh-Hans") == finished(data, "zh-Hans") != data
    assert finished(finished(data, "zh-Hans"), "zh-Hans") == finished(data, "zh-Hans")
