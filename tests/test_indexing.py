"""What pages tell search engines, for any decisions of the gate."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import Requirements
from pipeline.gate import Edition, Form, Public, listed, original_edition, weigh
from pipeline.languages import language
from pipeline.render.addresses import absolute, relative, rooted
from pipeline.render.editions import published
from pipeline.render.indexing import Indexing, document_indexing, entries, list_indexing, sitemap
from tests.test_segment import read

URL = "https://legal.example/a b/"
DOCUMENTS = [replace(read("# 약관\n"), name=name) for name in ("terms", "개인정보")]
LOCALES = ("ko", "ar", "zh_Hans")
ORIGINALS = [
    original_edition(document, language("en"), Requirements(), weigh(document)) for document in DOCUMENTS
]


def other(original: Edition, locale: str, form: Form, *, passes: bool) -> Edition:
    decision = replace(original.decision, language=language(locale), form=form, passes=passes)
    return replace(original, decision=decision)


_translations = st.sampled_from(
    [
        (Form.TRANSLATED, True),
        (Form.MIXED, True),
        (Form.MIXED, False),
        (Form.ENGLISH, False),
        (Form.HIDDEN, False),
    ]
)


def editions(original: Edition) -> st.SearchStrategy[tuple[Edition, ...]]:
    """A document in all languages, with any decisions."""
    forms = st.tuples(*(_translations for _ in LOCALES))
    return forms.map(
        lambda decided: (
            original,
            *(
                other(original, locale, form, passes=passes)
                for locale, (form, passes) in zip(LOCALES, decided, strict=True)
            ),
        )
    )


def public(documents: Sequence[Sequence[Edition]]) -> Sequence[Public]:
    """Documents that were never released."""
    return [Public(document=one[0].decision.document, shown=tuple(one)) for one in documents]


def indexing(documents: Sequence[Sequence[Edition]], site_url: str | None) -> Mapping[str, Indexing]:
    """What all pages of a site tell."""
    found = dict(list_indexing(published([listed(one) for one in documents]), site_url))
    for one in public(documents):
        found |= document_indexing(one, site_url)
    return found


_sites = st.tuples(*map(editions, ORIGINALS))


@given(_sites)
def test_alternates_are_absolute_mutual_and_of_passing_pages(documents: Sequence[Sequence[Edition]]) -> None:
    pages = indexing(documents, URL)
    by_url = {absolute(file, URL): found for file, found in pages.items()}
    passing = {
        absolute(f"{edition.decision.language.tag}/{edition.decision.document}/index.html", URL)
        for editions in documents
        for edition in editions
        if edition.decision.passes
    }
    assert passing == {url for url, found in by_url.items() if found.indexed and url.count("/") == 6}
    for url, found in by_url.items():
        if found.indexed:
            assert found.canonical == url
            assert url in {alternate.url for alternate in found.alternates}
            assert [alternate.hreflang for alternate in found.alternates].count("x-default") == 1
            for alternate in found.alternates:
                assert by_url[alternate.url].alternates == found.alternates
        else:
            assert not found.alternates
            assert found.canonical
            assert by_url[found.canonical].indexed


@given(_sites)
def test_the_sitemap_names_what_is_indexed(documents: Sequence[Sequence[Edition]]) -> None:
    pages = indexing(documents, URL)
    plan = sitemap(entries(pages, URL))
    assert plan is not None
    for file, found in pages.items():
        assert plan.count(f"<loc>{absolute(file, URL)}</loc>") == found.indexed


@given(_sites)
def test_without_a_url_there_is_none(documents: Sequence[Sequence[Edition]]) -> None:
    pages = indexing(documents, None)
    assert all(not found.canonical and not found.alternates for found in pages.values())
    assert sitemap(entries(pages, None)) is None
    known = indexing(documents, URL)
    assert {file: found.indexed for file, found in pages.items()} == {
        file: found.indexed for file, found in known.items()
    }


@given(_sites)
def test_what_is_hidden_has_no_page(documents: Sequence[Sequence[Edition]]) -> None:
    site = published([listed(one) for one in documents])
    assert all(
        edition.decision.form is not Form.HIDDEN for editions in site.documents for edition in editions
    )
    assert next(iter(site.languages)) == "en"
    kept = {
        (one.decision.document, one.decision.language.tag) for editions in site.documents for one in editions
    }
    assert kept == {
        (one.decision.document, one.decision.language.tag)
        for editions in site.languages.values()
        for one in editions
    }


@pytest.mark.parametrize(
    ("file", "here", "link"),
    [
        ("ko/privacy/index.html", "en/privacy/index.html", "../../ko/privacy/index.html"),
        ("en/privacy/index.html", "en/privacy/index.html", "index.html"),
        ("en/index.html", "en/방침/index.html", "../index.html"),
        ("ko/방침/index.html", "index.html", "ko/방침/index.html"),
    ],
)
def test_a_relative_link_names_the_file(file: str, here: str, link: str) -> None:
    assert relative(file, here) == link


@pytest.mark.parametrize(
    ("site_url", "link"),
    [
        (None, "/ko/%EB%B0%A9%EC%B9%A8/index.html"),
        ("https://legal.example/", "/ko/%EB%B0%A9%EC%B9%A8/index.html"),
        ("https://legal.example/a%20b/c/", "/a%20b/c/ko/%EB%B0%A9%EC%B9%A8/index.html"),
    ],
)
def test_a_link_from_the_root_works_anywhere(site_url: str | None, link: str) -> None:
    assert rooted("ko/방침/index.html", site_url) == link
