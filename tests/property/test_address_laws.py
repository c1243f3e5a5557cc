"""A link that is made for a file of a site leads to that file."""

from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.site.address import address

names = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=6).filter(
    lambda name: name not in {".", ".."}
)
paths = st.lists(names, min_size=1, max_size=4).map("/".join)
bases = st.sampled_from(
    [None, "https://example.com/", "https://example.com/정책/a%20b/", "http://[::1]:8080/x/"]
)


def file(url: str, here: str, base: str | None) -> str | None:
    found = address(url, here, base)
    return found.path if found else None


@given(here=paths, there=paths, base=bases)
def test_a_relative_link(here: str, there: str, base: str | None) -> None:
    way = "../" * here.count("/") + quote(there)
    assert file(way, here, base) == there
    assert file(f"./{way}?x#y", here, base) == there


@given(here=paths, there=paths, base=bases)
def test_an_absolute_link(here: str, there: str, base: str | None) -> None:
    path = base.split("/", maxsplit=3)[3] if base else ""
    assert file(f"/{path}{quote(there)}", here, base) == there
    assert base is None or file(f"{base}{quote(there)}", here, base) == there


@given(folder=paths, base=bases)
def test_a_link_to_a_folder_is_one_to_its_index(folder: str, base: str | None) -> None:
    index = f"{folder}/index.html"
    for way in ("", ".", "./", "#top", "../" * (folder.count("/") + 1) + f"{quote(folder)}/"):
        assert file(way, index, base) == index


@given(url=st.text(max_size=30), here=paths, base=bases)
def test_whatever_stands_there_is_a_place_or_none(url: str, here: str, base: str | None) -> None:
    found = address(url, here, base)
    assert found is None or found.path is None or not found.path.endswith("/")
