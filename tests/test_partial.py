"""What readers get of the policy where half of it is translated: the marks, the notices and what search engines are told."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.project.load import load
from pipeline.project.output import publish
from pipeline.segment import Document, plain
from pipeline.workflow import building
from pipeline.workflow.building import Build
from tests.conftest import ROOT
from tests.once import once
from tests.orders import order
from tests.partial import configure, copy, halve, read

URL = "https://legal.example.com/privacy-centre/"
LOCALES = ("ar", "ja", "ko")
HALVES: Mapping[str, int] = {"ar": 0, "ko": 1}
"""Which messages of a locale have no translation; Japanese has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A site with two halves of a translation."""

    folder: Path
    document: Document
    untranslated: Mapping[str, frozenset[str]]
    """The texts without a translation, by locale."""

    def page(self, name: str) -> LexborHTMLParser:
        return LexborHTMLParser((self.folder / name).read_text(encoding="utf-8"))

    def policy(self, tag: str) -> LexborHTMLParser:
        return self.page(f"{tag}/privacy/index.html")

    def left(self, locale: str) -> list[str]:
        """The plain texts of the body's units that are not translated, each as often as it stands there."""
        units = (unit for unit in self.document.units if unit.text in self.untranslated[locale])
        return sorted(_words(plain(unit, self.document.skeleton)) for unit in units if unit.block)


Make = Callable[..., Built]


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    def made(on_incomplete: str, *lines: str, locales: tuple[str, ...] = LOCALES) -> Built:
        wanted = f"languages = {json.dumps(locales)}", f'on-incomplete = "{on_incomplete}"'

        def build(root: Path) -> None:
            configure(copy(root), f'site-url = "{URL}"', *wanted, *lines)
            for locale in HALVES.keys() & {*locales}:
                halve(root, locale, HALVES[locale])
            built = building.build(load(root), locales, order("html", "markdown"))
            assert isinstance(built, Build)
            publish(root / "dist", built.files)

        name = "-".join(re.findall(r"\w+", " ".join(("partial", on_incomplete, *lines, *locales))))
        root = once(tmp_path_factory, name, build)
        [document] = load(root).documents
        return Built(
            folder=root / "dist",
            document=document,
            untranslated={
                locale: frozenset(one.text for one in read(root, locale).messages if not one.translation)
                for locale in locales
            },
        )

    return made


@pytest.fixture(scope="module")
def mixed(make: Make) -> Built:
    return make("mixed")


@pytest.fixture(scope="module")
def english(make: Make) -> Built:
    return make("english")


@pytest.fixture(scope="module")
def hidden(make: Make) -> Built:
    return make("hide")


def _words(text: str) -> str:
    return " ".join(text.split())


def _texts(nodes: list[LexborNode]) -> list[str]:
    return [_words(node.text()) for node in nodes]


def _attributes(page: LexborHTMLParser, selector: str, name: str) -> list[str | None]:
    return [node.attributes.get(name) for node in page.css(selector)]


@pytest.mark.parametrize("locale", HALVES)
def test_what_is_not_translated_is_marked_and_nothing_else(locale: str, mixed: Built) -> None:
    marked = mixed.policy(locale).css("article .untranslated")
    assert len(marked) > 40
    assert sorted(_texts(marked)) == mixed.left(locale)
    assert {(node.attributes["lang"], node.attributes["dir"]) for node in marked} == {("en", "ltr")}
    assert {node.tag for node in marked} >= {"h2", "td", "p", "span"}


@pytest.mark.parametrize("locale", HALVES)
def test_no_text_of_the_source_stands_unmarked(locale: str, mixed: Built) -> None:
    page = mixed.policy(locale)
    for node in page.css("article .untranslated"):
        node.decompose()
    rest = _words(page.css("article")[0].text())
    assert [text for text in mixed.left(locale) if len(text) > 20 and text in rest] == []
    assert re.search(r"[가-힣]{2}|[\u0621-\u064a]{2}", rest)
    english = [word for word in re.findall(r"\b[a-z]{3,}", rest) if word not in {"support", "nexclipper"}]
    assert english == []


@pytest.mark.parametrize("locale", HALVES)
def test_the_contents_mark_the_headings_that_the_text_marks(locale: str, mixed: Built) -> None:
    page = mixed.policy(locale)
    headings = _attributes(page, "article :is(h2, h3).untranslated", "id")
    assert len(headings) > 3
    assert _attributes(page, "#_contents a.untranslated", "href") == [f"#{name}" for name in headings]
    assert set(_attributes(page, "#_contents .untranslated", "lang")) == {"en"}
    assert len(page.css("#_contents a")) > len(headings)


def test_the_title_is_marked_where_it_is_not_translated(mixed: Built) -> None:
    [arabic], [korean] = mixed.policy("ar").css("h1"), mixed.policy("ko").css("h1")
    assert arabic.attributes == {"class": "untranslated", "lang": "en", "dir": "ltr"}
    assert _texts([arabic, korean]) == ["Privacy Policy", "개인정보 처리방침"]
    assert korean.attributes == {}
    assert _texts(mixed.policy("ar").css("title")) == ["Privacy Policy"]
    assert _attributes(mixed.policy("ko"), "meta[name=description]", "lang") == ["en"]
    assert _attributes(mixed.policy("ar"), "meta[name=description]", "lang") == [None]


@pytest.mark.parametrize("tag", HALVES)
def test_the_source_text_stands_whole_in_the_readers_page(tag: str, english: Built) -> None:
    page, source = english.policy(tag), english.policy("en")
    [article], [original] = page.css("article"), source.css("article")
    assert article.attributes == {"lang": "en", "dir": "ltr"}
    assert article.inner_html == original.inner_html
    assert page.css(".untranslated") == []
    assert page.css("h1")[0].attributes == {"lang": "en", "dir": "ltr"}
    assert page.css("#_contents > details > ol")[0].attributes == {"lang": "en", "dir": "ltr"}
    assert page.css("html")[0].attributes["lang"] == tag


@pytest.fixture(scope="module")
def say() -> Callable[..., str]:
    """A sentence of the page templates in a language, from its catalog."""

    def said(locale: str, text: str, language: str = "") -> str:
        messages = read(ROOT, locale, "site").messages
        [translation] = [message.translation for message in messages if message.text == text]
        assert translation
        return translation % {"language": language} if language else translation

    return said


ENGLISH = {"ar": "الإنجليزية", "ko": "영어", "ja": "英語"}
PARTS = "Parts of this text are not translated yet. They are shown in %(language)s, with a line beside them."
WHOLE = "This text is not available in this language yet. It is shown in %(language)s."
UNREVIEWED = "This translation has not been reviewed by a lawyer."
PREVAILS = "If this text differs from the text in %(language)s, the text in %(language)s prevails."
READ = "Read the text in %(language)s"


@pytest.mark.parametrize("tag", HALVES)
def test_notices_tell_the_reader_in_his_language(
    tag: str, mixed: Built, english: Built, say: Callable[..., str]
) -> None:
    name = ENGLISH[tag]
    [notices] = mixed.policy(tag).css("[role=note]")
    assert _texts(notices.css("p")) == [
        say(tag, PARTS, name),
        say(tag, UNREVIEWED),
        f"{say(tag, PREVAILS, name)} {say(tag, READ, name)}",
    ]
    assert [link.attributes["href"] for link in notices.css("a")] == ["../../en/privacy/index.html"]
    [notices] = english.policy(tag).css("[role=note]")
    assert _texts(notices.css("p")) == [say(tag, WHOLE, name)]
    assert notices.attributes["aria-label"] == say(tag, "Notice")


def test_a_whole_translation_has_no_notice_of_missing_parts(mixed: Built, say: Callable[..., str]) -> None:
    [notices] = mixed.policy("ja").css("[role=note]")
    assert _texts(notices.css("p"))[0] == say("ja", UNREVIEWED)
    assert len(notices.css("p")) == 2
    assert mixed.policy("en").css("[role=note]") == []


def _alternates(page: LexborHTMLParser) -> dict[str | None, str | None]:
    links = page.css("link[rel=alternate][hreflang]")
    return {link.attributes["hreflang"]: link.attributes["href"] for link in links}


@pytest.mark.parametrize("on_incomplete", ["mixed", "english"])
@pytest.mark.parametrize("tag", HALVES)
def test_search_engines_are_told_of_whole_texts_alone(
    on_incomplete: str, tag: str, request: pytest.FixtureRequest
) -> None:
    built: Built = request.getfixturevalue(on_incomplete)
    for name, source in ((f"{tag}/privacy/index.html", "en/privacy/"), (f"{tag}/index.html", "en/")):
        page = built.page(name)
        assert _attributes(page, "meta[name=robots]", "content") == ["noindex"]
        assert _attributes(page, "link[rel=canonical]", "href") in ([f"{URL}{source}"], [URL])
        assert _alternates(page) == {}
    _holds_cluster(built, {"en", "ja"})


def _holds_cluster(built: Built, tags: set[str]) -> None:
    """The pages in these languages name each other and nobody else, and so does the sitemap."""
    for name, default in (("privacy/", f"{URL}en/privacy/"), ("", URL)):
        wanted = {**{tag: f"{URL}{tag}/{name}" for tag in tags}, "x-default": default}
        for tag in tags:
            page = built.page(f"{tag}/{name}index.html")
            assert _alternates(page) == wanted
            assert _attributes(page, "link[rel=canonical]", "href") == [wanted[tag]]
            assert page.css("meta[name=robots]") == []
    sitemap = (built.folder / "sitemap.xml").read_text(encoding="utf-8")
    places = {f"{URL}{tag}/{name}" for tag in tags for name in ("", "privacy/")}
    assert sorted(re.findall("<loc>(.*)</loc>", sitemap)) == sorted({URL, *places})
    assert set(re.findall('hreflang="(.*?)"', sitemap)) == {*tags, "x-default"}
    assert set(re.findall('href="(.*?)"', sitemap)) <= {URL, *places}


@pytest.mark.parametrize("on_incomplete", ["mixed", "english"])
def test_lists_lead_to_all_pages_and_tell_which_are_not_whole(
    on_incomplete: str, request: pytest.FixtureRequest, say: Callable[..., str]
) -> None:
    built: Built = request.getfixturevalue(on_incomplete)
    for tag in ("en", *LOCALES):
        page = built.policy(tag)
        whole = _attributes(page, "#_languages > ul a", "hreflang")
        partial = _attributes(page, "#_languages [aria-labelledby=_incomplete] a", "hreflang")
        assert (whole, partial) == (["en", "ja"], ["ar", "ko"])
        assert _attributes(page, "#_languages [aria-current=page]", "hreflang") == [tag]
    chosen = built.page("index.html")
    assert _attributes(chosen, "main h2 a", "hreflang") == ["en", "ar", "ja", "ko"]
    assert len(chosen.css("main a[href$='privacy/index.html']")) == 4
    told = {tag: _texts(built.page(f"{tag}/index.html").css(".documents p")) for tag in LOCALES}
    note, name = (
        ("Not fully translated", "") if on_incomplete == "mixed" else ("Available only in %(language)s", "x")
    )
    expected = {tag: [say(tag, note, name and ENGLISH[tag])] for tag in HALVES}
    assert told == {**expected, "ja": []}


FORMS = {"mixed": "mixed", "english": "english", "hide": "hidden"}


@pytest.mark.parametrize("on_incomplete", FORMS)
def test_the_status_counts_what_is_not_translated(on_incomplete: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(FORMS[on_incomplete])
    told = _status(built)
    assert [(tag, one["form"], one["passes"]) for tag, one in told.items()] == [
        ("en", "original", True),
        ("ar", FORMS[on_incomplete], False),
        ("ja", "translated", True),
        ("ko", FORMS[on_incomplete], False),
    ]
    total = len(built.document.units)
    for tag in HALVES:
        left = sum(unit.text in built.untranslated[tag] for unit in built.document.units)
        assert told[tag]["units"] == {
            "total": total,
            "translated": total - left,
            "fuzzy": 0,
            "untranslated": left,
            "refused": 0,
        }
        assert told[tag]["messages"]["untranslated"] == len(built.untranslated[tag])
        assert {reason["code"] for reason in told[tag]["reasons"]} == {"units", "words"}
    assert told["ja"]["units"]["translated"] == total


def _status(built: Built) -> dict[str, Any]:
    [document] = json.loads((built.folder / "status.json").read_text(encoding="utf-8"))["documents"]
    return {language["tag"]: language for language in document["languages"]}


def test_what_is_hidden_is_nowhere(hidden: Built) -> None:
    assert {file.name for file in hidden.folder.iterdir()} & {*LOCALES, "en"} == {"en", "ja"}
    for file, text in _files(hidden.folder):
        hrefs = re.findall(r'(?:href|src|hreflang)="([^"]*)"', text)
        assert [href for href in hrefs if re.search(r"(?:^|/)(?:ar|ko)(?:/|$)", href)] == [], file
        if not file.startswith("status"):
            assert not re.search("한국어|العربية", text), file
    _holds_cluster(hidden, {"en", "ja"})
    assert _attributes(hidden.policy("ja"), "#_languages a", "hreflang") == ["en", "ja"]
    assert _attributes(hidden.page("index.html"), "main h2 a", "hreflang") == ["en", "ja"]


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("*")):
        if file.suffix in {".html", ".xml", ".md"}:
            yield file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")


@pytest.mark.parametrize("on_incomplete", FORMS)
def test_half_a_translation_that_is_enough_is_published_with_its_marks(
    on_incomplete: str, make: Make, say: Callable[..., str]
) -> None:
    built = make(on_incomplete, "min-units = 50", "min-words = 0", locales=("ko",))
    page = built.policy("ko")
    assert sorted(_texts(page.css("article .untranslated"))) == built.left("ko")
    assert _texts(page.css("[role=note] p"))[:2] == [say("ko", PARTS, "영어"), say("ko", UNREVIEWED)]
    assert [(one["form"], one["passes"], one["reasons"]) for one in _status(built).values()] == [
        ("original", True, []),
        ("mixed", True, []),
    ]
    assert _attributes(page, "#_languages [aria-labelledby=_incomplete] a", "hreflang") == ["ko"]
    _holds_cluster(built, {"en", "ko"})


def test_half_a_translation_that_is_not_quite_enough_is_not(make: Make) -> None:
    built = make("hide", "min-units = 51", "min-words = 0", locales=("ko",))
    assert not (built.folder / "ko").exists()
    assert [reason["code"] for reason in _status(built)["ko"]["reasons"]] == ["units"]
