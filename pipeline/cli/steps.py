"""What the verbs share: reading the project, stopping with problems, writing files, and the clock."""

import datetime
import functools
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from pipeline.model import Diagnostic
from pipeline.project.load import load, load_for
from pipeline.project.lock import alone
from pipeline.project.store import store
from pipeline.project.survey import Survey, survey
from pipeline.project.values import Project
from pipeline.report.words import counted
from pipeline.workflow import choose
from pipeline.workflow.catalogs import Files
from pipeline.workflow.order import FORMATS

_T = TypeVar("_T")

FINE, FINDINGS, WRONG = 0, 1, 2
"""The exit codes."""

locales_argument = click.argument("locales", nargs=-1, metavar="[LOCALE]...")
dry_option = click.option(
    "--check", "dry", is_flag=True, help="Write nothing; exit 1 if a file would change."
)
form_option = partial(click.option, "--format", "form", default="text", help="For people, or for programs.")

as_of_option = click.option(
    "--as-of", metavar="DATE", help="The day, as YYYY-MM-DD, in UTC; by default today, or SOURCE_DATE_EPOCH."
)


def writing(verb: Callable[..., int]) -> Callable[..., int]:
    """Give a verb the project's folder, and let no other run write there meanwhile, unless it is to write nothing."""

    def run(folder: Path, /, **options: object) -> int:
        if options.get("dry"):
            return verb(folder, **options)
        with alone(folder, lambda problem: click.echo(str(problem), err=True)):
            return verb(folder, **options)

    return click.pass_obj(functools.update_wrapper(run, verb))


def usable(folder: Path) -> Project:
    """Read the project; stop if nothing can be done in it."""
    project = load(folder)
    if project.unusable:
        raise click.exceptions.Exit(stop(project.unusable))
    return project


def sound(
    folder: Path,
    names: Sequence[str] = (),
    *,
    any_charset: bool = False,
    pseudo: bool = False,
) -> tuple[Project, Sequence[str]]:
    """Choose the locales and read what work on them needs; stop if a file of that cannot be trusted."""
    found, locales = surveyed(folder, names, pseudo=pseudo)
    project = load_for(found, locales)
    if problems := choose.distrusted(project, locales, any_charset=any_charset):
        raise click.exceptions.Exit(stop(problems))
    return project, locales


def surveyed(
    folder: Path, names: Sequence[str] = (), *, pseudo: bool = False
) -> tuple[Survey, Sequence[str]]:
    """See what documents there are and choose the locales; stop if nothing can be done here."""
    found = survey(folder)
    if isinstance(found, tuple):
        raise click.exceptions.Exit(stop(found))
    source = found.config.source_language
    return found, good(choose.select_from(found.folders, source, names, pseudo=pseudo))


def good(value: _T | Diagnostic) -> _T:
    """Return a value, or stop if it is a problem."""
    if isinstance(value, Diagnostic):
        raise click.exceptions.Exit(stop([value]))
    return value


def store_files(folder: Path, read: Mapping[str, bytes | None], files: Files, *, dry: bool) -> int:
    """Write files, made from what was read, say which, and say by the exit code whether a dry run found work."""
    for path in (changed := store(folder, files, read=read, dry=dry)):
        click.echo(f"would change {path}" if dry else f"wrote {path}")
    if not changed:
        click.echo(f"{counted(len(files), 'file')} up to date")
    return FINDINGS if dry and changed else FINE


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def stop(problems: Iterable[Diagnostic], code: int = WRONG) -> int:
    """Write problems to standard error, one line each, and return an exit code."""
    for problem in problems:
        click.echo(str(problem), err=True)
    return code


def complain(path: str, message: str, hint: str) -> None:
    """Write a problem of the environment to standard error."""
    stop([Diagnostic(path=path, code="environment", message=message, hint=hint)])


def now() -> datetime.datetime:
    """Return the time: the one clock; `SOURCE_DATE_EPOCH` if it is set, so that the same input can give the same bytes."""
    return epoch() or datetime.datetime.now(tz=datetime.UTC)


def day(given: str | None) -> datetime.date:
    """Return the day that a user names, or that of the clock, in UTC."""
    try:
        return datetime.date.fromisoformat(given) if given is not None else now().date()
    except ValueError:
        return good(choose.misuse(f"“{given}” is no day", "write --as-of as YYYY-MM-DD"))


def epoch() -> datetime.datetime | None:
    """Return the time that `SOURCE_DATE_EPOCH` sets, if it is set."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if not given:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(given), tz=datetime.UTC)
    except (ValueError, OverflowError, OSError) as error:
        complain(
            "policyglot", f"SOURCE_DATE_EPOCH cannot be “{given}”", "set it to a number of seconds since 1970"
        )
        raise click.exceptions.Exit(WRONG) from error


def wanted_formats(names: str) -> Sequence[str]:
    """Return the formats of a list with commas; stop if there is none of such a name."""
    wanted = [name.strip() for name in names.split(",")]
    if unknown := [name for name in wanted if name not in FORMATS]:
        choice = f"choose from {', '.join(FORMATS)}"
        raise click.exceptions.Exit(stop([choose.misuse(f"there is no format “{unknown[0]}”", choice)]))
    return wanted
