"""At the end of a run, the figures: how many examples keep each law."""

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    figures: dict[str, list[str]] = {}
    reports = [
        report
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        if isinstance(report, pytest.TestReport) and report.when == "call"
    ]
    for report in sorted(reports, key=lambda report: report.nodeid):
        told = dict(report.user_properties)
        if "law" in told:
            extra = f", {told['translations']} translations" if "translations" in told else ""
            figures.setdefault(str(told["law"]), []).append(f"{told['figure']}{extra}")
    if figures:
        terminalreporter.section("conformance")
        for law, found in figures.items():
            terminalreporter.line(f"{law.replace('_', ' ')}: {', '.join(found)}")
