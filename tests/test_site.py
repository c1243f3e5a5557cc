"""The published site: its files, its links, and what it tells search engines."""

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import urldefrag

import pytest

from pipeline.check.site import examine_site
from tests.building import ADDRESS, PROJECT, build, page, texts, values


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return build(tmp_path_factory.mktemp("project"))


PAGES = (
    "index.html",
    "ko/index.html",
    "ko/privacy/index.html",
    "fr/privacy/index.html",
    "ko/404.html",
    "status/index.html",
)


def test_the_files(files: Mapping[str, bytes]) -> None:
    assert sorted(re.sub(r"-[0-9a-f]{8}\.", ".", name) for name in files) == [
        "ar/404.html",
        "ar/index.html",
        "ar/privacy/index.html",
        "assets/archive.css",
        "assets/section.js",
        "assets/status.css",
        "assets/style.css",
        "en/404.html",
        "en/index.html",
        "en/privacy/index.html",
        "fr/404.html",
        "fr/index.html",
        "fr/privacy/index.html",
        "index.html",
        "ko/404.html",
        "ko/index.html",
        "ko/privacy/index.html",
        "policies.json",
        "policies.schema.json",
        "sitemap.xml",
        "status.json",
        "status/index.html",
    ]


def test_the_site_is_without_findings(files: Mapping[str, bytes]) -> None:
    assert examine_site(files, ADDRESS) == ()


def test_a_language_without_a_page_is_nowhere_but_in_the_status(files: Mapping[str, bytes]) -> None:
    naming = {
        name
        for name, data in files.items()
        if b"Deutsch" in data or b"de/privacy" in data or b"German" in data
    }
    assert naming == {"status.json", "status/index.html"}


@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_script_or_style_of_its_own_or_asks_another_host(
    files: Mapping[str, bytes], name: str
) -> None:
    read = page(files, name)
    assert not read.css("style, [style], script:not([src]), [onload], [onclick], base")
    assert all(
        str(link).startswith(("../", "assets/", "/privacy/assets/"))
        for link in values(read, "script, link[rel=stylesheet]", "src")
        + values(read, "link[rel=stylesheet]", "href")
        if link
    )
    [policy] = values(read, 'meta[http-equiv="Content-Security-Policy"]', "content")
    assert policy == (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
    )


def test_links_are_relative_and_name_the_file(files: Mapping[str, bytes]) -> None:
    for name in files:
        if name.endswith(".html") and not name.endswith("404.html"):
            for link in values(page(files, name), "a[href], link[rel=stylesheet]", "href"):
                target = urldefrag(link or "").url
                if target and not target.startswith("mailto:"):
                    assert PurePosixPath(target).suffix in {".html", ".css", ".json"}, f"{name}: {link}"
                    assert not target.startswith(("/", "http")), f"{name}: {link}"


def test_the_page_for_missing_ones_works_at_any_address(files: Mapping[str, bytes], tmp_path: Path) -> None:
    links = values(page(files, "ko/404.html"), "main a, .home, #_languages a, link[rel=stylesheet]", "href")
    assert "/privacy/ko/privacy/index.html" in links
    assert all(str(link).startswith("/privacy/") for link in links)
    nowhere = build(tmp_path, {**PROJECT, "pyproject.toml": ""})
    assert "/ko/privacy/index.html" in values(page(nowhere, "ko/404.html"), "main a", "href")


def alternates(files: Mapping[str, bytes], name: str) -> dict[str | None, str | None]:
    return {
        node.attributes["hreflang"]: node.attributes["href"]
        for node in page(files, name).css("link[rel=alternate]")
    }


def told(files: Mapping[str, bytes], name: str) -> tuple[list[str | None], list[str | None]]:
    read = page(files, name)
    return values(read, 'meta[name="robots"]', "content"), values(read, "link[rel=canonical]", "href")


def test_pages_that_pass_name_each_other_and_themselves(files: Mapping[str, bytes]) -> None:
    for name in ("en/privacy/index.html", "ko/privacy/index.html"):
        assert told(files, name) == ([], [f"{ADDRESS}{name.removesuffix('index.html')}"])
        assert alternates(files, name) == {
            "en": f"{ADDRESS}en/privacy/",
            "ko": f"{ADDRESS}ko/privacy/",
            "x-default": f"{ADDRESS}en/privacy/",
        }


def test_other_pages_are_stood_for_by_the_source(files: Mapping[str, bytes]) -> None:
    for tag in ("ar", "fr"):
        for name, source in ((f"{tag}/privacy/index.html", "en/privacy/"), (f"{tag}/index.html", "en/")):
            assert told(files, name) == (["noindex"], [f"{ADDRESS}{source}"])
            assert alternates(files, name) == {}


def test_lists_and_the_front_page_are_one_cluster(files: Mapping[str, bytes]) -> None:
    for name in ("index.html", "en/index.html", "ko/index.html"):
        assert alternates(files, name) == {
            "en": f"{ADDRESS}en/",
            "ko": f"{ADDRESS}ko/",
            "x-default": ADDRESS,
        }
        assert told(files, name) == ([], [f"{ADDRESS}{name.removesuffix('index.html')}"])


def test_pages_for_missing_ones_and_the_status_are_not_for_search_engines(files: Mapping[str, bytes]) -> None:
    for name in ("ko/404.html", "status/index.html"):
        assert told(files, name) == (["noindex"], [])
        assert alternates(files, name) == {}


def test_the_sitemap_has_what_pages_say(files: Mapping[str, bytes]) -> None:
    entries = re.findall(r"<url>(.*?)</url>", files["sitemap.xml"].decode(), re.DOTALL)
    listed = {
        re.findall("<loc>(.*)</loc>", entry)[0]: dict(re.findall(r'hreflang="(.*)" href="(.*)"/>', entry))
        for entry in entries
    }
    names = ("index.html", "en/index.html", "ko/index.html", "en/privacy/index.html", "ko/privacy/index.html")
    assert listed == {
        f"{ADDRESS}{name.removesuffix('index.html')}": alternates(files, name) for name in names
    }
    assert b"lastmod" not in files["sitemap.xml"]


def test_without_an_address_of_the_site_none_is_told(tmp_path: Path) -> None:
    files = build(tmp_path, {**PROJECT, "pyproject.toml": ""})
    assert "sitemap.xml" not in files
    for name in ("index.html", "en/privacy/index.html", "ar/privacy/index.html"):
        assert not page(files, name).css("link[rel=canonical], link[rel=alternate]")
    assert told(files, "ar/privacy/index.html") == (["noindex"], [])


def test_a_name_of_any_script_is_escaped_in_addresses_alone(tmp_path: Path) -> None:
    files = build(
        tmp_path,
        {
            "pyproject.toml": PROJECT["pyproject.toml"].split("[tool.policyglot.d")[0],
            "source/개인정보.md": "# 정보\n",
        },
    )
    escaped = "%EA%B0%9C%EC%9D%B8%EC%A0%95%EB%B3%B4"
    assert told(files, "en/개인정보/index.html") == ([], [f"{ADDRESS}en/{escaped}/"])
    assert values(page(files, "en/index.html"), "main a", "href") == ["개인정보/index.html"]
    assert values(page(files, "en/404.html"), "main a", "href") == [f"/privacy/en/{escaped}/index.html"]
    assert examine_site(files, ADDRESS) == ()


def test_a_changed_style_has_another_name(tmp_path: Path, files: Mapping[str, bytes]) -> None:
    changed = build(tmp_path, {**PROJECT, "source/templates/style.css": "body { color: red }\n"})
    [ours], [theirs] = ([name for name in site if "style" in name] for site in (files, changed))
    assert ours != theirs
    assert changed[theirs] == b"body { color: red }\n"
    assert values(page(changed, "ko/privacy/index.html"), "link[rel=stylesheet]", "href") == [
        f"../../{theirs}"
    ]


def test_the_lists_name_titles_days_versions_and_what_is_missing(files: Mapping[str, bytes]) -> None:
    [korean, arabic, french] = (page(files, f"{tag}/index.html") for tag in ("ko", "ar", "fr"))
    assert texts(korean, "main li h2") == ["개인정보"]
    assert texts(korean, "main time") == ["2021년 4월 5일"]
    assert texts(korean, "main li > p") == []
    assert texts(arabic, "main li > p") == ["Not fully translated"]
    assert texts(french, "main li > p") == ["Available only in English"]
    assert values(french, "main li h2 a", "lang") == ["en"]
    assert values(korean, "main li h2 a", "lang") == [None]


def test_the_front_page_names_each_language_in_itself(files: Mapping[str, bytes]) -> None:
    read = page(files, "index.html")
    assert texts(read, ".choices h2") == ["English", "العربية", "Français", "한국어"]
    assert values(read, ".choices > li", "lang") == ["en", "ar", "fr", "ko"]
    assert values(read, ".choices > li", "dir") == ["ltr", "rtl", "ltr", "ltr"]
    assert values(read, ".choices h2 a", "href") == [
        "en/index.html",
        "ar/index.html",
        "fr/index.html",
        "ko/index.html",
    ]
    assert texts(read, ".choices li li") == ["Privacy", "Privacy", "Privacy", "개인정보"]
