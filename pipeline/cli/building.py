"""The verbs that write the site: at once, or in shards that are joined."""

from collections.abc import Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import click

from pipeline.bulk.shards import SHARD, Shard, given_shards, shard, shard_files
from pipeline.bulk.site import build_site
from pipeline.bulk.values import Site, Wish
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
    processors,
    stop,
    surveyed,
    wanted_formats,
    writing,
)
from pipeline.project.cache import Cache, cache, place_of
from pipeline.project.files import existing
from pipeline.project.output import output_folder, publish
from pipeline.project.survey import Survey
from pipeline.report.progress import Told, progress
from pipeline.report.tables import build_table
from pipeline.report.words import counted
from pipeline.workflow import choose
from pipeline.workflow.order import Order
from pipeline.workflow.pdfs import Making


def _options(verb: Callable[..., int]) -> Callable[..., int]:
    """Give a verb the options that say what a site is; all shards of one and what joins them have to have the same."""
    for option in reversed(_OPTIONS):
        verb = option(verb)
    return verb


_OPTIONS = (
    click.option(
        "--out",
        metavar="DIR",
        type=click.Path(path_type=Path),
        help="Write there, not into dist/; relative to the project's folder.",
    ),
    click.option(
        "--format",
        "formats",
        metavar="LIST",
        default="html,markdown",
        show_default=True,
        help="What to write: html, markdown, pdf.",
    ),
    click.option(
        "--target",
        type=click.Choice(["site", "docusaurus"]),
        default="site",
        show_default=True,
        help="For whom: a site, or the folder of a Docusaurus project, which --out names.",
    ),
    as_of_option,
    click.option(
        "--draft", is_flag=True, help="Show working texts in the place of their releases, as drafts."
    ),
    click.option("--quiet", is_flag=True, help="Tell of problems only."),
)


@command.command()
@locales_argument
@_options
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="How many documents to build at once; by default as many as there are processors.",
)
@click.option("--no-cache", "fresh", is_flag=True, help="Build all documents anew, and keep none of them.")
@click.option("--shard", "part", metavar="K/N", help="Build one part of N, for policyglot assemble.")
@writing
def build(folder: Path, locales: Sequence[str], *, fresh: bool, part: str | None, **asked: Any) -> int:  # noqa: ANN401 - the options above
    """Write the pages, the Markdown and the PDFs.

    Of the source language and of the named languages, or of all. Documents that have not changed are taken from the user's cache,
    which may be removed at any time.
    """
    if part is not None and shard(part) is None:
        return stop([choose.misuse(f"“{part}” is no shard", "write --shard K/N, with K from 1 to N")])
    if part is not None and asked["out"] is None:
        return stop([choose.misuse("a shard needs a folder", "name it with --out DIR")])
    with cache(is_kept=not fresh) as kept:
        return _build(folder, locales, kept, part=shard(part or ""), **asked)


@command.command()
@click.argument("folders", nargs=-1, required=True, metavar="DIR...", type=click.Path(path_type=Path))
@_options
@click.option("--locale", "locales", multiple=True, metavar="LOCALE", help="As it was named to build.")
@writing
def assemble(folder: Path, folders: Sequence[Path], locales: Sequence[str], **asked: Any) -> int:  # noqa: ANN401 - as above
    """Join the shards of a site, all of which have to be named.

    It runs in the project of which they were built, and writes what build would have written at once.
    """
    files = {path.as_posix(): existing(folder / path / SHARD) for path in folders}
    found = given_shards(files)
    if problems := [one for one in found if not isinstance(one, Shard)]:
        return stop(problems)
    with cache(is_kept=False, given=[folder / path for path in folders]) as kept:
        return _build(folder, locales, kept, shards=len(found), jobs=1, **asked)


def _build(  # noqa: PLR0913 - the options
    folder: Path,
    locales: Sequence[str],
    kept: Cache,
    *,
    out: Path | None,
    quiet: bool,
    part: Shard | None = None,
    **asked: Any,  # noqa: ANN401 - those of `_wish`
) -> int:
    """Build a site, or one part of it, and write it."""
    is_site = asked["target"] == "site"
    if not is_site and out is None:
        return stop([choose.misuse("Docusaurus needs a folder", "name that of its project with --out DIR")])
    found, chosen = surveyed(folder, locales, pseudo=is_site)
    if out is None and (problem := choose.unpublishable(chosen)):
        return stop([problem])
    place = good(output_folder(folder, found.config, out))
    with progress("Documents", is_quiet=quiet) as told:
        try:
            site = build_site(found, _wish(found, chosen, told, part=part, **asked), kept)
        except BrokenProcessPool:
            hint = "give it fewer documents at once with --jobs 1"
            complain("policyglot", "a process that builds documents ended before its work was done", hint)
            return WRONG
    if isinstance(site, tuple):
        return stop(site)
    if part:
        packed = {place_of(key): data for key in site.keys.values() if (data := kept.read(key))}
        changed = publish(place, shard_files(part, site.keys, packed.items()))
        held = f"{counted(len(site.keys), 'document')}, shard {part.number} of {part.of},"
    else:
        changed = publish(place, site.files, whole=is_site, digests=site.files.digests)
        held = counted(len(site.files), "file")
    return _written(f"{held} in {place.as_posix()}; {len(changed)} written or removed", site, is_quiet=quiet)


def _wish(  # noqa: PLR0913 - the options
    found: Survey,
    locales: Sequence[str],
    told: Told,
    *,
    formats: str,
    target: Any,  # noqa: ANN401 - one of the choices
    as_of: str | None,
    jobs: int | None,
    draft: bool,
    part: Shard | None = None,
    shards: int = 0,
) -> Wish:
    workers = jobs or processors()
    languages = counted(len(locales) + 1, "language")
    return Wish(
        locales=locales,
        order=Order(formats=wanted_formats(formats), target=target, day=day(as_of), draft=draft),
        making=Making(created=epoch(), workers=workers),
        workers=workers,
        documents=part.documents(found.documents) if part else None,
        shards=shards,
        progress=lambda done, total, name: told(done, total, f"{name} in {languages}"),
    )


def _written(told: str, site: Site, *, is_quiet: bool) -> int:
    """Tell what was written, and what was not."""
    if not is_quiet:
        click.echo(build_table(site.shown))
        click.echo(f"\n{told}")
    if site.errors:
        count = counted(site.errors, "error")
        complain("policyglot", f"{count} in the translations", "see policyglot check")
    return stop(site.diagnostics, FINDINGS) if site.diagnostics else FINE
