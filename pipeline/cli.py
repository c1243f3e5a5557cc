"""The command: arguments in, lines and exit codes out.

Exit codes: 0 fine; 1 findings, or ``--check`` found a file that would change; 2 wrong use, configuration or
environment. Every problem is one line on standard error, never a traceback.
"""

import datetime
import functools
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from pipeline import __version__, report, workflow
from pipeline.model import Diagnostic, Severity
from pipeline.project import Project, alone, flush, load, output_folder, publish, store, told, way
from pipeline.render.site import FORMATS

_T = TypeVar("_T")

_FINE, _FINDINGS, _WRONG = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command with these arguments, by default the process's own, and exit."""
    try:
        code = command.main(arguments, prog_name="policyglot", standalone_mode=False)
    except click.UsageError as error:
        message = " ".join(error.format_message().rstrip(".").split())
        path = error.ctx.command_path if error.ctx else "policyglot"
        _complain("policyglot", message, f"see {path} --help")
        code = _WRONG
    except click.Abort:
        _complain("policyglot", "interrupted", "each file is as it was or as it should be; run it again")
        code = _WRONG
    except OSError as error:
        code = _stop([told(error)])
    unshown = flush(sys.stdout)
    sys.exit(_stop([unshown]) if unshown and code != _WRONG else code)


def _writing(verb: Callable[..., int]) -> Callable[..., int]:
    """Give a verb the project's folder, and let no other run write there meanwhile, unless it is to write nothing."""

    def run(folder: Path, /, **options: object) -> int:
        if options.get("dry"):
            return verb(folder, **options)
        with alone(folder, lambda problem: click.echo(str(problem), err=True)):
            return verb(folder, **options)

    return click.pass_obj(functools.update_wrapper(run, verb))


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, no_args_is_help=False
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option("-C", "folder", metavar="DIR", default=".", help="Work on the project in this folder.")
@click.pass_context
def command(context: click.Context, folder: str) -> None:
    """Publish policies in many languages, from English Markdown and gettext catalogs."""
    context.obj = Path(folder)


_locales = click.argument("locales", nargs=-1, metavar="[LOCALE]...")
_dry = click.option("--check", "dry", is_flag=True, help="Write nothing; exit 1 if a file would change.")
_form = partial(click.option, "--format", "form", default="text", help="For people, or for programs.")


@command.command()
@_dry
@_writing
def extract(folder: Path, *, dry: bool) -> int:
    """Write the templates."""
    project, _ = _sound(folder)
    return _store(folder, project, workflow.extract(project, now=_now()), dry=dry)


@command.command()
@click.argument("locale")
@_writing
def add(folder: Path, locale: str) -> int:
    """Start a language."""
    project, _ = _sound(folder)
    return _store(folder, project, _good(workflow.add(project, locale, now=_now())), dry=False)


@command.command()
@_locales
@_dry
@_writing
def update(folder: Path, locales: Sequence[str], *, dry: bool) -> int:
    """Bring catalogs into step with the sources.

    Writes the templates as well. No translation is lost.
    """
    project, chosen = _sound(folder, locales)
    return _store(folder, project, workflow.update(project, chosen, now=_now()), dry=dry)


@command.command("format")
@_locales
@_dry
@_writing
def format_(folder: Path, locales: Sequence[str], *, dry: bool) -> int:
    """Bring catalogs into canonical form.

    That is the form of msgcat --no-wrap, in UTF-8.
    """
    project, chosen = _sound(folder, locales, any_charset=True)
    return _store(folder, project, workflow.format_(project, chosen), dry=dry)


@command.command()
@_locales
@_dry
@_writing
def prune(folder: Path, locales: Sequence[str], *, dry: bool) -> int:
    """Remove obsolete messages."""
    project, chosen = _sound(folder, locales)
    return _store(folder, project, workflow.prune(project, chosen), dry=dry)


@command.command()
@_locales
@_form(type=click.Choice(list(report.FORMS)))
@click.option("--strict", is_flag=True, help="Exit 1 on warnings, too.")
@click.pass_obj
def check(folder: Path, locales: Sequence[str], form: str, *, strict: bool) -> int:
    """Find what is wrong.

    Exits with 1 if there is an error that nobody accepted.
    """
    project = _usable(folder)
    found = workflow.check(project, _good(workflow.select(project, locales)))
    if shown := report.FORMS[form](found, way(folder)):
        click.echo(shown)
    warned = strict and any(p.severity is Severity.WARNING and p.accepted is None for p in found)
    return _FINDINGS if warned or any(problem.fails for problem in found) else _FINE


@command.command()
@_locales
@_form(type=click.Choice(["text", "json"]))
@click.pass_obj
def status(folder: Path, locales: Sequence[str], form: str) -> int:
    """Tell what is published, what is translated, and why something is not published."""
    documents = workflow.editions(*_sound(folder, locales)).documents
    click.echo(report.status_json(documents) if form == "json" else report.status_table(documents))
    return _FINE


@command.command()
@_locales
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Write there, not into dist/; relative to the project's folder.",
)
@click.option(
    "--format",
    "formats",
    metavar="LIST",
    default=",".join(FORMATS),
    help="html, markdown, or both (default).",
)
@_writing
def build(folder: Path, locales: Sequence[str], out: Path | None, formats: str) -> int:
    """Write the pages and the Markdown.

    Of the source language and of the named languages, or of all.
    """
    wanted = [name.strip() for name in formats.split(",")]
    if unknown := [name for name in wanted if name not in FORMATS]:
        return _stop(
            [workflow.misuse(f"there is no format “{unknown[0]}”", f"choose from {', '.join(FORMATS)}")]
        )
    project, chosen = _sound(folder, locales, pseudo=True)
    if out is None and (problem := workflow.unpublishable(chosen)):
        return _stop([problem])
    target = _good(output_folder(folder, project.config, out))
    built = _good(workflow.build(project, chosen, wanted))
    changed = publish(target, built.files)
    click.echo(report.build_table(built.documents))
    click.echo(
        f"\n{report.counted(len(built.files), 'file')} in {target.as_posix()}; {len(changed)} written or removed"
    )
    if built.errors:
        count = report.counted(built.errors, "error")
        _complain("policyglot", f"{count} in the translations", "see policyglot check")
    return _stop(built.diagnostics, _FINDINGS) if built.diagnostics else _FINE


def _usable(folder: Path) -> Project:
    """Read the project; stop if nothing can be done in it."""
    project = load(folder)
    if project.unusable:
        raise click.exceptions.Exit(_stop(project.unusable))
    return project


def _sound(
    folder: Path, names: Sequence[str] = (), *, any_charset: bool = False, pseudo: bool = False
) -> tuple[Project, Sequence[str]]:
    """Read the project and choose the locales; stop if a file that is needed for them cannot be trusted."""
    project = _usable(folder)
    locales = _good(workflow.select(project, names, pseudo=pseudo))
    if problems := workflow.distrusted(project, locales, any_charset=any_charset):
        raise click.exceptions.Exit(_stop(problems))
    return project, locales


def _good(value: _T | Diagnostic) -> _T:
    """Return a value, or stop if it is a problem."""
    if isinstance(value, Diagnostic):
        raise click.exceptions.Exit(_stop([value]))
    return value


def _store(folder: Path, project: Project, files: workflow.Files, *, dry: bool) -> int:
    """Write files, say which, and say by the exit code whether a dry run found work."""
    for path in (changed := store(folder, files, read=project.read, dry=dry)):
        click.echo(f"would change {path}" if dry else f"wrote {path}")
    if not changed:
        click.echo(f"{report.counted(len(files), 'file')} up to date")
    return _FINDINGS if dry and changed else _FINE


def _stop(problems: Iterable[Diagnostic], code: int = _WRONG) -> int:
    for problem in problems:
        click.echo(str(problem), err=True)
    return code


def _complain(path: str, message: str, hint: str) -> None:
    _stop([Diagnostic(path=path, code="environment", message=message, hint=hint)])


def _now() -> datetime.datetime:
    """The one clock: `SOURCE_DATE_EPOCH` if it is set, so that the same input can give the same bytes."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.datetime.now(tz=datetime.UTC)
    try:
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC)
    except (ValueError, OverflowError, OSError) as error:
        _complain(
            "policyglot", f"SOURCE_DATE_EPOCH cannot be “{epoch}”", "set it to a number of seconds since 1970"
        )
        raise click.exceptions.Exit(_WRONG) from error
