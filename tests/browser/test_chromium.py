"""A real browser opens pages with hostile translations, with a strict Content-Security-Policy and without one."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import sites, watch
from tests.browser.payloads import families, payloads
from tests.browser.places import BODY, FRONT, Shape
from tests.browser.server import POLICY, serve
from tests.browser.translations import SITE

pytestmark = pytest.mark.browser

Record = Callable[[str, object], None]
Pages = Sequence[tuple[str, str]]
SAMPLE = [
    payload for family in families() for payload in family.payloads[:: max(1, len(family.payloads) // 5)]
]
"""Some payloads from all over each family, for the pages that hold only one of them."""
POLICIES = pytest.mark.parametrize("policy", [POLICY, None], ids=["strict", "none"])


def test_there_are_enough_payloads() -> None:
    assert len(SAMPLE) >= 120


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with watch.tab(chromium) as opened:
        yield opened


@pytest.fixture
def tab(page: Page) -> Iterator[Page]:
    """A tab of its own, for a page that may leave something under way."""
    opened = page.context.new_page()
    yield opened
    opened.close()


@pytest.fixture(scope="module", params=Shape)
def bodies(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Pages]:
    root = tmp_path_factory.mktemp("bodies") / "project"
    pages = sites.bodies(root, payloads(), request.param)
    return sites.build(root), pages


@POLICIES
def test_no_translation_of_a_document_does_anything(
    bodies: tuple[Path, Pages], policy: str | None, page: Page, record_property: Record
) -> None:
    record_property(
        "hostile", f"Chromium, documents, {len(payloads())} payloads in {len(BODY) + len(FRONT)} places"
    )
    _watch(bodies, policy, page, record_property)


@pytest.fixture(scope="module", params=Shape)
def lenient_bodies(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Pages]:
    root = tmp_path_factory.mktemp("lenient") / "project"
    pages = sites.bodies(root, SAMPLE, request.param)
    return sites.build_leniently(root), pages


@POLICIES
def test_nor_does_one_that_is_refused_only_for_being_meant_badly(
    lenient_bodies: tuple[Path, Pages], policy: str | None, page: Page, record_property: Record
) -> None:
    record_property("hostile", f"Chromium, documents without most rules, {len(SAMPLE)} payloads")
    _watch(lenient_bodies, policy, page, record_property)


@pytest.fixture(scope="module", params=range(0, len(SAMPLE), sites.LOCALES))
def frames(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Pages]:
    root = tmp_path_factory.mktemp("frames") / "project"
    pages = sites.frames(root, SAMPLE[request.param : request.param + sites.LOCALES])
    return sites.build_leniently(root), pages


@POLICIES
def test_no_translation_of_titles_and_of_the_pages_words_does_anything(
    frames: tuple[Path, Pages], policy: str | None, page: Page, record_property: Record
) -> None:
    record_property("hostile", f"Chromium, titles and the page's {len(SITE)} words, {len(SAMPLE)} payloads")
    _watch(frames, policy, page, record_property, without="")


def _watch(
    built: tuple[Path, Pages],
    policy: str | None,
    page: Page,
    record_property: Record,
    without: str = "#_notices",
) -> None:
    """Compare pages with their models; the notices differ where they tell of what is not translated."""
    folder, pages = built
    wrong: list[str] = []
    requested = 0
    with serve(folder, policy) as server:
        models = {
            model: watch.look(page, f"{server.origin}/{model}", without=without)
            for model in {pair[1] for pair in pages}
        }
        for path, model in pages:
            sight = watch.look(page, f"{server.origin}/{path}", without=without)
            requested += len(sight.requests)
            wrong += [f"{path}: {what}" for what in watch.differences(sight, models[model])]
        requested += sum(len(model.requests) for model in models.values())
        served = sum(path != "/favicon.ico" for path in server.asked)  # which Playwright tells nobody of
    record_property("pages", len(pages))
    record_property("requests", requested)
    assert wrong == []
    assert served == requested, "the server and the browser count the same requests"


HARMLESS = (
    '<!doctype html><html lang="en"><title>A</title><p>See <a href="https://good.example/">this</a>.</p>'
)
LIVE = {
    "dialog": "<img src=x onerror=alert(1)>",
    "request": "<img src=https://evil.example/pixel.png>",
    "mark": "<script>window.hostile = 1</script>",
    "console": "<script>console.log('hostile')</script>",
    "error": "<script>throw new Error('hostile')</script>",
    "hover": "<b onmouseover=alert(1)>a</b>",
    "focus": "<b tabindex=0 onfocus=alert(1)>a</b>",
    "click": "<button onclick=alert(1)>a</button>",
    "opened": "<details ontoggle=alert(1)>a</details>",
    "elsewhere": "<meta http-equiv=refresh content='0;url=/elsewhere.html'>",
    "frame": "<iframe src=/elsewhere.html></iframe>",
    "style": "<style>@import 'https://evil.example/x.css';</style>",
    "handler": "<b onmouseover=''>a</b>",
}
CAUGHT = {
    "dialog": {"added", "dialog", "request"},
    "request": {"added", "request"},
    "mark": {"added", "a"},
    "console": {"added", "console"},
    "error": {"added", "error"},
    "hover": {"added", "dialog"},
    "focus": {"added", "dialog"},
    "click": {"added", "dialog"},
    "opened": {"added", "dialog"},
    "elsewhere": {"window"},
    "frame": {"added", "request", "window"},
    "style": {"added", "request"},
    "handler": {"added"},
}


@pytest.fixture(scope="module")
def controls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("controls")
    (folder / "harmless.html").write_text(HARMLESS, encoding="utf-8")
    (folder / "elsewhere.html").write_text("<!doctype html><title>B</title>", encoding="utf-8")
    changed = HARMLESS.replace("good.example", "good.example.evil.example")
    (folder / "link.html").write_text(changed, encoding="utf-8")
    for name, payload in LIVE.items():
        (folder / f"{name}.html").write_text(HARMLESS + payload, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", LIVE)
def test_what_happens_is_seen(name: str, controls: Path, tab: Page) -> None:
    with serve(controls, None) as server:
        model = watch.look(tab, f"{server.origin}/harmless.html")
        found = watch.differences(watch.look(tab, f"{server.origin}/{name}.html"), model)
    assert {what.split(" ")[0] for what in found} >= CAUGHT[name], found


@pytest.mark.parametrize("name", ["dialog", "request", "mark", "hover", "frame", "style"])
def test_what_the_policy_prevents_is_seen(name: str, controls: Path, tab: Page) -> None:
    with serve(controls, POLICY) as server:
        model = watch.look(tab, f"{server.origin}/harmless.html")
        found = watch.differences(watch.look(tab, f"{server.origin}/{name}.html"), model)
    assert Counter(what.split(" ")[0] for what in found)["refused"] > 0, found
    assert not [what for what in found if what.startswith("dialog")]


@POLICIES
def test_a_changed_link_is_seen_and_nothing_else(policy: str | None, controls: Path, tab: Page) -> None:
    with serve(controls, policy) as server:
        model = watch.look(tab, f"{server.origin}/harmless.html")
        found = watch.differences(watch.look(tab, f"{server.origin}/link.html"), model)
        assert watch.differences(model, model) == []
    assert found == ["added <a href='https://good.example.evil.example/'>"]
