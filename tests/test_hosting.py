"""What web servers are told. That they do as they are told is tested in tests/hosts."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.languages import language, served
from pipeline.render.hosting import HOSTS, Offer, offer
from pipeline.render.hosting.pattern import MORE, by_weight, whole
from tests.conftest import Run
from tests.folders import fill
from tests.negotiation import CASES, LOCALES, chosen

LADDER = [
    re.compile(pattern, re.IGNORECASE | re.ASCII) for pattern in by_weight(served(LOCALES).values(), "(")
]
WHOLE = {
    language(locale).tag: re.compile(f"^{whole(ranges)}{MORE}$", re.IGNORECASE | re.ASCII)
    for locale, ranges in served(LOCALES).items()
}
META = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'


def led_to(header: str) -> str | None:
    """What the patterns say, tried as servers try them."""
    found = next((match[1] for match in (pattern.search(header) for pattern in LADDER) if match), "")
    tags = [tag for tag, pattern in WHOLE.items() if pattern.search(found)]
    assert len(tags) <= 1
    return tags[0] if tags else None


@pytest.mark.parametrize("header", CASES)
def test_readers_are_led_to_their_language(header: str) -> None:
    assert led_to(header) == CASES[header]


RANGE = st.sampled_from(
    [
        "ko",
        "ko-KR",
        "en",
        "en-GB",
        "zh",
        "zh-TW",
        "zh-Hant-HK",
        "zh-CN",
        "pt",
        "pt-PT",
        "pt-br",
        "fr",
        "*",
        "sr-Latn",
    ]
)
WEIGHT = st.one_of(
    st.just(""),
    st.integers(0, 1000).map(lambda number: f";q={number / 1000:.3f}"),
    st.integers(0, 10).map(lambda number: f"; q={number / 10:.1f}"),
)


@given(st.lists(st.tuples(RANGE, WEIGHT), max_size=6), st.sampled_from([",", ", ", " ,\t"]))
def test_whatever_the_header_the_greatest_weight_wins(items: list[tuple[str, str]], comma: str) -> None:
    header = comma.join(range_ + weight for range_, weight in items)
    wanted = chosen(header)
    assert led_to(header) == (wanted and language(wanted).tag)


@given(st.text(alphabet="ko-en;q=0.1 ,*zhTW\t한", max_size=60))
def test_no_header_is_too_strange(header: str) -> None:
    assert led_to(header) in {None, *WHOLE}


def test_a_long_header_takes_no_longer() -> None:
    for header in ("ko" + " " * 20_000 + "x", "," * 20_000, "ko-" * 5_000, "en;" + "q=0." * 5_000):
        assert led_to(header) is None


def site(policy: str = META, locales: tuple[str, ...] = LOCALES) -> Mapping[str, bytes]:
    """A site's files, as far as they matter."""
    tags = [language(locale).tag for locale in locales]
    pages = ["index.html", *(f"{tag}/{name}" for tag in tags for name in ("index.html", "404.html"))]
    return {**{page: policy.encode() for page in pages}, "assets/style-1.css": b""}


def offered(policy: str = META, url: str | None = "https://legal.example/", root: str = "/srv/www/") -> Offer:
    found = offer(site(policy), LOCALES, url, root)
    assert isinstance(found, Offer)
    return found


def test_the_header_has_the_pages_own_policy_and_what_only_a_header_can_say() -> None:
    assert offered().headers == {
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }


@pytest.mark.parametrize(
    "policy",
    [
        "",
        META + META,
        META.replace("'none'", "$x"),
        META.replace("'none'", "한"),
        META.replace("default-src", "frame-ancestors"),
    ],
)
def test_a_policy_that_is_not_one_stays_with_the_pages(policy: str) -> None:
    assert offered(policy).headers["Content-Security-Policy"] == "frame-ancestors 'none'"


def test_pages_that_differ_keep_their_policies() -> None:
    found = offer({**site(), "ko/index.html": b"other"}, LOCALES, None, "/srv")
    assert isinstance(found, Offer)
    assert found.headers["Content-Security-Policy"] == "frame-ancestors 'none'"


def test_only_languages_with_pages_are_offered() -> None:
    found = offer(site(locales=("en", "ko")), LOCALES, None, "/srv")
    assert isinstance(found, Offer)
    assert set(found.languages) == {"en", "ko"}


@pytest.mark.parametrize(
    ("url", "root", "wrong"),
    [
        (None, "/srv/my site", "/srv/my site"),
        (None, 'C:"', 'C:"'),
        ("https://a.example/a;b/", "/srv", "/a;b/"),
        ("https://a.example/%22/", "/srv", '/"/'),
    ],
)
def test_what_a_configuration_could_misread_is_not_written_into_one(
    url: str | None, root: str, wrong: str
) -> None:
    assert offer(site(), LOCALES, url, root) == wrong


def test_netlify() -> None:
    told = tomllib.loads(HOSTS["netlify"](offered()))
    assert set(told) == {"redirects", "headers"}
    languages = [rule for rule in told["redirects"] if "conditions" in rule]
    barred = next(
        number for number, rule in enumerate(languages) if "zh-tw" in rule["conditions"]["Language"]
    )
    chinese = next(number for number, rule in enumerate(languages) if "zh" in rule["conditions"]["Language"])
    assert barred < chinese
    assert languages[barred]["to"] == "/index.html"
    assert languages[chinese] == {
        "from": "/",
        "to": "/zh-Hans/",
        "status": 302,
        "force": True,
        "conditions": {"Language": ["zh", "zh-hans"]},
    }
    files = {f"/{name}" for name in site()}
    for rule in told["redirects"]:
        to = rule["to"]
        assert (f"{to}index.html" if to.endswith("/") else to) in files
        assert rule.keys() <= {"from", "to", "status", "force", "conditions"}
        assert rule["status"] in {200, 302, 404}
    assert told["redirects"][-1] == {"from": "/*", "to": "/en/404.html", "status": 404}
    assert {header["for"]: set(header["values"]) for header in told["headers"]} == {
        "/*": {"Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"},
        "/assets/*": {"Cache-Control"},
        "/": {"Vary"},
    }


def test_apache_leads_a_request_into_one_build() -> None:
    lines = [
        line.strip()
        for line in HOSTS["apache"](offered(url="https://a.example/法律/", root="/srv/정책")).split("\n")
    ]
    start = lines.index('RewriteRule "^/法律/\\.build$" "-" [R=404,L]')
    assert lines[start + 1 :] == [
        "RewriteCond expr \"-L '/srv/정책/法律' && -f '/srv/정책/法律/.build' && file('/srv/정책/法律/.build') =~ m#^([0-9]{6,})\\n$#\"",
        'RewriteCond "/srv/정책/法律.builds/%1" -d',
        'RewriteRule "^/法律/([^?]*)$" "/srv/정책/法律.builds/%1/$1" [E=a_example_build:%1,L]',
        "</VirtualHost>",
        "",
    ]
    start = lines.index('<Directory "/srv/정책/法律.builds">')
    assert lines[start + 3] == "Require env a_example_build"


def test_the_command(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {"source/terms.md": "# Terms\n", "locales/ko/LC_MESSAGES/terms.po": ""})
    told = run(tmp_path, "hosting", "nginx", "--root", "/srv/정책")
    assert (told.code, told.err) == (0, "")
    lines = told.out.split("\n")
    assert lines[:3] == [
        "# Made by policyglot hosting nginx. It belongs into the http block, as a file of its own, such as",
        "# /etc/nginx/conf.d/policies.conf. The site: policyglot publish /srv/정책",
        "# Make it anew when a language comes or goes.",
    ]
    assert '    location ~ "^/(?<policies_folder>en|ko)/" {' in lines
    assert (
        run(tmp_path, "hosting", "apache").out.split("\n")[1]
        == "# The site: policyglot publish /srv/policies"
    )
    wrong = run(tmp_path, "hosting", "nginx", "--root", "/srv/$x")
    assert (wrong.code, wrong.err) == (
        2,
        "policyglot: “/srv/$x” cannot stand in a configuration: use letters, digits, “/”, “.”, “-”, “_” and “~”\n",
    )
    assert run(tmp_path, "hosting", "iis").err == (
        "policyglot: Invalid value for '{apache|netlify|nginx}': 'iis' is not one of 'apache', 'netlify', 'nginx': "
        "see policyglot hosting --help\n"
    )
