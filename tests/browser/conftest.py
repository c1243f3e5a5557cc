"""At the end of a run, the figures: what was tried, what was refused, and what Chromium opened."""

from collections import Counter, defaultdict

import pytest


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
        if "hostile" in told:
            group = str(told.pop("hostile"))
            figures[group].update({name: int(str(figure)) for name, figure in told.items()})
    if figures:
        terminalreporter.section("hostile translations")
        for group, found in sorted(figures.items()):
            told_of = ", ".join(f"{figure:,} {name}" for name, figure in found.items())
            terminalreporter.line(f"{group}: {told_of}")
