"""One Chromium and one copy of the published sites for all tests of a run; and at its end, the figures of the hostile translations."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import archived, published, watch
from tests.browser.server import serve
from tests.browser.visit import Visit, visits
from tests.once import once


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if watch.CHROMIUM is None:
        pytest.fail("chromium is not installed; Debian has it as the package chromium", pytrace=False)
    with watch.chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sites that `published` and `archived` name."""
    return once(tmp_path_factory, "published", _build)


@pytest.fixture(scope="session")
def origin(sites: Path) -> Iterator[str]:
    """Where the sites are served; their pages bring their own Content-Security-Policy."""
    with serve(sites, None) as server:
        yield server.origin


@pytest.fixture(scope="session")
def visit(chromium: Browser, origin: str) -> Iterator[Visit]:
    """Open a page by its path: ``visit("complete/ko/index.html", width=320)``."""
    with visits(chromium, origin) as opening:
        yield opening


def _build(folder: Path) -> None:
    published.build(folder)
    archived.build(folder)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    figures: defaultdict[str, Counter[str]] = defaultdict(Counter)
    reports = [
        report
        for outcome in ("passed", "failed", "xfailed", "xpassed")
        for report in terminalreporter.getreports(outcome)
        if isinstance(report, pytest.TestReport) and report.when == "call"
    ]
    for report in reports:
        told = dict(report.user_properties)
        if "preview" in told:
            terminalreporter.line(f"preview: {told['preview']}")
        if "hostile" in told:
            group = str(told.pop("hostile"))
            figures[group].update({name: int(str(figure)) for name, figure in told.items()})
    if figures:
        terminalreporter.section("hostile translations")
        for group, found in sorted(figures.items()):
            told_of = ", ".join(f"{figure:,} {name}" for name, figure in found.items())
            terminalreporter.line(f"{group}: {told_of}")
