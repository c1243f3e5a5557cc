"""The verb that writes the site."""

import os
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import click

from pipeline import bulk, report, workflow
from pipeline.cli.command import command
from pipeline.cli.steps import (
    FINDINGS,
    FINE,
    WRONG,
    as_of_option,
    complain,
    day,
    epoch,
    good,
    locales_argument,
    stop,
    surveyed,
    wanted_formats,
    writing,
)
from pipeline.project import cache, output_folder, publish


@command.command()
@locales_argument
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
    default="html,markdown",
    show_default=True,
    help="What to write: html, markdown, pdf.",
)
@click.option(
    "--target",
    type=click.Choice(["site", "docusaurus"]),
    default="site",
    show_default=True,
    help="For whom: a site, or the folder of a Docusaurus project, which --out names.",
)
@as_of_option
@click.option("--draft", is_flag=True, help="Show working texts in the place of their releases, as drafts.")
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="How many documents to build at once; by default as many as there are processors.",
)
@click.option("--no-cache", "fresh", is_flag=True, help="Build all documents anew, and keep none of them.")
@click.option("--quiet", is_flag=True, help="Tell of problems only.")
@writing
def build(folder: Path, locales: Sequence[str], out: Path | None, **asked: Any) -> int:  # noqa: ANN401 - the options of `_wish`
    """Write the pages, the Markdown and the PDFs.

    Of the source language and of the named languages, or of all. Documents that have not changed are taken from the user's cache,
    which may be removed at any time.
    """
    fresh, quiet = asked.pop("fresh"), asked.pop("quiet")
    is_site = asked["target"] == "site"
    if not is_site and out is None:
        return stop([workflow.misuse("Docusaurus needs a folder", "name that of its project with --out DIR")])
    found, chosen = surveyed(folder, locales, pseudo=is_site)
    if out is None and (problem := workflow.unpublishable(chosen)):
        return stop([problem])
    place = good(output_folder(folder, found.config, out))
    with cache(is_kept=not fresh) as kept:
        with report.progress("Documents", is_quiet=quiet) as told:
            wish = _wish(chosen, told, **asked)
            try:
                site = bulk.build_site(found, wish, kept)
            except BrokenProcessPool:
                hint = "give it fewer documents at once with --jobs 1"
                complain("policyglot", "a process that builds documents ended before its work was done", hint)
                return WRONG
        if isinstance(site, tuple):
            return stop(site)
        changed = publish(place, site.files, whole=is_site, digests=site.files.digests())
    return _written(place, site, changed, is_quiet=quiet)


def _wish(  # noqa: PLR0913 - the options
    locales: Sequence[str],
    told: report.Told,
    *,
    formats: str,
    target: Any,  # noqa: ANN401 - one of the choices
    as_of: str | None,
    jobs: int | None,
    draft: bool,
) -> bulk.Wish:
    workers = jobs or processors()
    return bulk.Wish(
        locales=locales,
        order=workflow.Order(formats=wanted_formats(formats), target=target, day=day(as_of), draft=draft),
        making=workflow.Making(created=epoch(), workers=workers),
        workers=workers,
        progress=lambda done, total, name: told(
            done, total, f"{name} in {report.counted(len(locales) + 1, 'language')}"
        ),
    )


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _written(place: Path, site: bulk.Site, changed: Sequence[str], *, is_quiet: bool) -> int:
    """Tell what was written, and what was not."""
    if not is_quiet:
        click.echo(report.build_table(site.shown))
        files = report.counted(len(site.files), "file")
        click.echo(f"\n{files} in {place.as_posix()}; {len(changed)} written or removed")
    if site.errors:
        count = report.counted(site.errors, "error")
        complain("policyglot", f"{count} in the translations", "see policyglot check")
    return stop(site.diagnostics, FINDINGS) if site.diagnostics else FINE
