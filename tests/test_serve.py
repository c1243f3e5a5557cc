"""The preview's server: what it answers, what it adds to pages, whom it refuses, and that it follows saves."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from pipeline.model import Diagnostic
from pipeline.project.load import load
from pipeline.serve import HOST
from pipeline.serve.answer import Answer, Request, answer, event, refused
from pipeline.serve.inject import Addition, injected
from pipeline.serve.policy import opened
from pipeline.workflow.previewing import Preview, preview
from tests.building import PROJECT, catalog, texts, values
from tests.conftest import ROOT, Run
from tests.folders import everything, fill
from tests.orders import DAY
from tests.serving import TEMPLATES, running

KO = "locales/ko/LC_MESSAGES/privacy.po"
PROBLEM = Diagnostic(path=KO, line=7, code="po-syntax", message="a “<b>” is wrong", hint="mend it")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Preview:
    return preview(load(fill(tmp_path_factory.mktemp("serve"), PROJECT)), (), day=DAY)


def ask(shown: Preview, target: str) -> Answer:
    return answer(Request(method="GET", target=target, hosts=()), shown, TEMPLATES)


def parsed(found: Answer) -> LexborHTMLParser:
    return LexborHTMLParser(found.body.decode())


@pytest.mark.parametrize(
    ("target", "status", "type_"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/ko/privacy/", 200, "text/html; charset=utf-8"),
        ("/ko/privacy/index.html", 200, "text/html; charset=utf-8"),
        ("/ko/privacy/?state=fuzzy", 200, "text/html; charset=utf-8"),
        ("/ko/privacy/privacy.md", 200, "text/plain; charset=utf-8"),
        ("/ko/privacy/review/", 200, "text/html; charset=utf-8"),
        ("/privacy/ko/index.html", 200, "text/html; charset=utf-8"),  # where 404.html leads: below the path of site-url
        ("/status.json", 200, "application/json"),
        ("/sitemap.xml", 200, "application/xml"),
        ("/_policyglot/reload.js", 200, "text/javascript; charset=utf-8"),
        ("/_policyglot/style.css", 200, "text/css; charset=utf-8"),
        ("/_policyglot/review.html", 404, "text/html; charset=utf-8"),
        ("/favicon.ico", 204, "text/plain; charset=utf-8"),
        ("/en/privacy/review/", 404, "text/html; charset=utf-8"),
        ("/de/privacy/", 404, "text/html; charset=utf-8"),
        ("/../pyproject.toml", 404, "text/html; charset=utf-8"),
        ("/%2e%2e/%2e%2e/etc/passwd", 404, "text/html; charset=utf-8"),
        ("/ko/privacy/index.html%00", 404, "text/html; charset=utf-8"),
        ("//ko/privacy/", 404, "text/html; charset=utf-8"),
        ("http://elsewhere.example/", 404, "text/html; charset=utf-8"),
        ("]", 404, "text/html; charset=utf-8"),
        ("*", 404, "text/html; charset=utf-8"),
        ("/개인정보", 404, "text/html; charset=utf-8"),
    ],
)  # fmt: skip
def test_a_path_is_a_name(target: str, status: int, type_: str, shown: Preview) -> None:
    found = ask(shown, target)
    assert (found.status, found.type) == (status, type_)


@pytest.mark.parametrize(
    ("target", "location"), [("/ko/privacy", "/ko/privacy/"), ("/ko", "/ko/"), ("/ko/privacy/review", "/ko/privacy/review/")]
)  # fmt: skip
def test_a_folder_is_told_by_its_slash(target: str, location: str, shown: Preview) -> None:
    found = ask(shown, target)
    assert (found.status, found.headers) == (302, {"Location": location})


def test_a_path_that_leads_nowhere_is_told_in_the_language_of_its_folder(shown: Preview) -> None:
    assert values(parsed(ask(shown, "/ar/nothing")), "html", "lang") == ["ar"]
    page = parsed(ask(shown, "/nothing/<b>"))
    assert texts(page, "h1, main p") == ["There is no page here", "/nothing/<b>"]


def test_a_page_is_what_build_writes_and_what_the_preview_adds(shown: Preview) -> None:
    assert shown.good is not None
    written = shown.good.build.files["ko/privacy/index.html"].decode()
    page = ask(shown, "/ko/privacy/").body.decode()
    head, _, rest = written.partition("</head>")
    assert page.startswith(head.replace("form-action 'none'", "form-action 'none'; connect-src 'self'", 1).partition("<meta http")[0])  # fmt: skip
    assert rest.partition("<body>")[2].partition("</body>")[0] in page
    assert texts(parsed(ask(shown, "/ko/privacy/")), "#_policyglot-bar > a") == [
        "Review this translation (all translated)"
    ]
    assert values(parsed(ask(shown, "/")), "#_policyglot-bar li a", "href") == [
        "/ar/privacy/review/",
        "/de/privacy/review/",
        "/fr/privacy/review/",
        "/ko/privacy/review/",
    ]


def test_the_page_says_what_is_wrong_above_the_last_good_state(shown: Preview) -> None:
    page = parsed(ask(Preview(good=shown.good, problems=(PROBLEM,)), "/ko/privacy/"))
    assert texts(page, "[role=alert] p, [role=alert] li") == [
        "The files have a fault. The last state without it is shown.",
        f"{KO}:7 a “<b>” is wrong mend it",
    ]
    assert texts(page, "h1") == ["개인정보"]
    assert texts(parsed(ask(shown, "/ko/privacy/")), "[role=alert]") == [""]


def test_where_nothing_was_good_yet_the_problem_stands_alone() -> None:
    found = ask(Preview(good=None, problems=(PROBLEM,)), "/ko/privacy/")
    assert found.status == HTTPStatus.SERVICE_UNAVAILABLE
    assert texts(parsed(found), "[role=alert] p, h1") == [
        "The files have a fault. Nothing could be read yet.",
        "There is nothing to show yet",
    ]
    assert values(parsed(found), "script", "src") == ["/_policyglot/reload.js"]


def test_a_page_is_told_of_changes_and_of_problems(shown: Preview) -> None:
    def data(one: Preview) -> dict[str, str]:
        text = event(one, TEMPLATES).decode()
        assert text.startswith("data: ")
        assert text.endswith("\n\n")
        assert "\n" not in text[:-2]
        told: dict[str, str] = json.loads(text.removeprefix("data: "))
        return told

    well, ill = data(shown), data(Preview(good=shown.good, problems=(PROBLEM,)))
    assert well["state"] == ill["state"] != data(Preview(good=None))["state"]
    assert (well["problems"], well["html"]) == ("", "")
    assert "&lt;b&gt;" in ill["html"]
    script = parsed(ask(shown, "/ko/privacy/")).css_first("script[data-state]")
    assert script is not None
    assert (script.attributes["data-state"], script.attributes["data-problems"]) == (well["state"], "")


@pytest.mark.parametrize(
    ("hosts", "method", "status"),
    [
        (["127.0.0.1:8000"], "GET", None),
        (["LOCALHOST:8000"], "HEAD", None),
        (["127.0.0.1"], "GET", 421),
        (["127.0.0.1:8001"], "GET", 421),
        (["attacker.example:8000"], "GET", 421),
        (["127.0.0.1.attacker.example:8000"], "GET", 421),
        (["localhost:8000@attacker.example"], "GET", 421),
        (["0.0.0.0:8000"], "GET", 421),
        ([""], "GET", 421),
        ([], "GET", 400),
        (["localhost:8000", "attacker.example"], "GET", 400),
        (["localhost:8000"], "POST", 405),
        (["attacker.example"], "POST", 421),
    ],
)
def test_only_this_machine_may_ask_and_only_to_be_shown_something(
    hosts: list[str], method: str, status: int | None
) -> None:
    found = refused(Request(method=method, target="/", hosts=hosts), 8000)
    assert (found and found.status) == status
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        assert found is not None
        assert found.headers == {"Allow": "GET, HEAD"}


def test_the_usual_port_need_not_be_named() -> None:
    assert refused(Request(method="GET", target="/", hosts=["localhost"]), 80) is None


def meta(policy: str) -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (
            "default-src 'none'; style-src 'self'; script-src 'self'",
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'",
        ),
        ("default-src 'self'", "default-src 'self'"),
        ("img-src 'none'", "img-src 'none'"),
        ("script-src 'none'; connect-src https://stats.example", "script-src 'self'; connect-src https://stats.example 'self'"),
        ("SCRIPT-SRC https://a.example; script-src 'self'", "script-src https://a.example 'self'"),
        ("default-src https://a.example", "default-src https://a.example; script-src https://a.example 'self'; style-src https://a.example 'self'; connect-src https://a.example 'self'"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_policy_lets_in_what_the_preview_adds_and_nothing_else(policy: str, expected: str) -> None:
    assert opened(meta(policy)) == meta(expected.replace("'", "&#x27;"))


def test_a_policy_is_found_however_it_is_written() -> None:
    written = "<META content='default-src &#39;none&#39;'  HTTP-EQUIV=content-security-policy>"
    assert "connect-src &#x27;self&#x27;" in opened(written)
    other = '<meta name="description" content="Content-Security-Policy: none">'
    assert opened(other) == other


ADDITION = Addition(style="/s", script="/r", data={"state": '"<'}, alert="ALERT", bar="BAR")
LINKS = '<link rel="stylesheet" href="/s">\n<script src="/r" data-state="&quot;&lt;" defer></script>\n'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<head>a</head><body class=x>b</body>", f"<head>a{LINKS}</head><body class=x>\nALERTbBAR\n</body>"),
        ("<HEAD></HEAD ><BODY>한</BODY >", f"<HEAD>{LINKS}</HEAD ><BODY>\nALERT한BAR\n</BODY >"),
        ("<body>b", f"{LINKS}<body>\nALERTbBAR\n"),
        ("b", f"b{LINKS}\nALERTBAR\n"),
        ("<body>&lt;/body></body>\n</body>", f"{LINKS}<body>\nALERT&lt;/body></body>\nBAR\n</body>"),
    ],
)
def test_what_is_added_stands_in_its_place_whatever_tags_are_written_out(page: str, expected: str) -> None:
    assert injected(page.encode(), ADDITION).decode() == expected


def connect(port: int) -> http.client.HTTPConnection:
    return http.client.HTTPConnection(HOST, port, timeout=20)


def next_event(answer: http.client.HTTPResponse) -> dict[str, str]:
    while True:
        if (line := answer.readline()).startswith(b"data: "):
            told: dict[str, str] = json.loads(line.removeprefix(b"data: "))
            return told


def test_a_save_is_told_to_those_who_wait_and_nothing_is_written(tmp_path: Path) -> None:
    before = everything(fill(tmp_path, PROJECT))
    with running(tmp_path) as (port, stage):
        waiting = connect(port)
        waiting.request("GET", "/_policyglot/events")
        answer = waiting.getresponse()
        assert answer.headers["Content-Type"] == "text/event-stream"
        first = next_event(answer)
        assert everything(tmp_path) == before
        fill(tmp_path, {KO: 'msgid "Privacy"\nmsgstr "개\n'})
        broken = next_event(answer)
        assert broken["state"] == first["state"]
        assert f"{KO}:2" in broken["html"]
        fill(tmp_path, {KO: catalog({"Privacy": "프라이버시"})})
        mended = next_event(answer)
        assert (mended["problems"], mended["state"] != first["state"]) == ("", True)
        asking = connect(port)
        asking.request("GET", "/ko/privacy/")
        assert "프라이버시" in asking.getresponse().read().decode()
        fill(tmp_path, {"locales/ja/LC_MESSAGES/privacy.po": catalog({"Privacy": "個人情報"})})
        next_event(answer)
        assert stage.preview.good is not None
        assert "ja/privacy/review/index.html" in stage.preview.good.reviews
        waiting.close()
        asking.close()


def test_it_answers_on_this_machine_alone_and_keeps_nothing(tmp_path: Path) -> None:
    with running(fill(tmp_path, PROJECT)) as (port, _):
        connection = connect(port)
        for method, host, status in (("HEAD", None, 200), ("GET", "attacker.example", 421)):
            connection.request(method, "/ko/", headers={"Host": host} if host else {})
            answer = connection.getresponse()
            assert answer.status == status
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'none'"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
            assert "Python" not in str(answer.headers)
            answer.read()
        connection.close()


@contextmanager
def started(folder: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The command itself, once it has said where to look."""
    command = (sys.executable, "-m", "pipeline", "-C", str(folder), "serve", "--port", "0")
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first.endswith("/ shows the site, and follows each save; Ctrl-C ends it\n")
        try:
            yield process, first.partition("/ ")[0]
        finally:
            process.kill()  # or a test that fails would wait for it for ever


def test_a_port_in_use_is_one_line(policy: Path, run: Run) -> None:
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        done = run(policy, "serve", "--port", str(port))
    assert (done.code, done.out) == (2, "")
    assert done.err == f"policyglot: port {port} is in use: choose another with --port\n"


def test_a_locale_that_is_not_there_is_wrong_use(policy: Path, run: Run) -> None:
    done = run(policy, "serve", "pt_BR")
    assert done.code == 2
    assert done.err.startswith("policyglot: no locale “pt_BR” in this project: choose from ar, de,")


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path, run: Run) -> None:
    done = run(tmp_path / "nowhere", "serve")
    assert done.code == 2
    assert done.err == f"{tmp_path}/nowhere: there is no such folder: name the folder of the project with -C\n"  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent in another way")
def test_it_says_where_to_look_and_what_a_save_changed(tmp_path: Path) -> None:
    file = "locales/ko/LC_MESSAGES/terms.po"
    fill(tmp_path, {"source/terms.md": "# Terms\n", file: catalog({})})
    with started(tmp_path) as (process, origin):
        assert process.stdout is not None
        assert process.stdout.readline() == (
            f"{origin}/ko/terms/review/ is a translation beside its source; each page leads to its own\n"
        )
        fill(tmp_path, {file: catalog({"Terms": "약관"})})
        assert re.fullmatch(r"follows a save: \d+ files of the site changed\n", process.stdout.readline())
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=20) == ("", "")
    assert process.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent in another way")
def test_it_starts_on_a_broken_project_and_ends_quietly_when_interrupted(tmp_path: Path) -> None:
    fill(tmp_path, {**PROJECT, "pyproject.toml": "[tool.policyglot]\nsource-dri = 1\n"})
    with started(tmp_path) as (process, origin):
        asking = connect(int(origin.rpartition(":")[2]))
        asking.request("GET", "/")
        assert asking.getresponse().status == HTTPStatus.SERVICE_UNAVAILABLE
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
        asking.close()
    assert (process.returncode, out) == (0, "")
    assert err.startswith("pyproject.toml:2: ")
    assert err.count("\n") == 1
