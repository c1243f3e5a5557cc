"""Releases for tests: made of little, or of anything by hypothesis."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st

from pipeline.project.load import load
from pipeline.releases import Metadata, Release, Settings, following, write
from pipeline.workflow import releasing
from pipeline.workflow.releasing import Freezing
from tests.folders import fill

ROOT = "source/releases"


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def release(
    version: str = "1.0", announced: str = "2027-01-01", effective: str = "2027-01-15", **fields: object
) -> Release:
    """A release of the terms, in English and Korean."""
    whole = {
        "document": "약관",
        "metadata": Metadata(
            version=version,
            announced=day(announced),
            effective=day(effective),
            material=True,
            summary="가\u2028나",
        ),
        "settings": Settings(source_language="en", authoritative=("en",), translate=("title",)),
        "source": "# Terms\r\n\r\nKeep\u00a0it.\n".encode(),
        "catalogs": {"ko": 'msgid "Terms"\nmsgstr "약관"\n'.encode()},
        "approvals": {"ko": b"version = 1\n"},
        **fields,
    }
    return Release(**whole)  # type: ignore[arg-type]


def chain(*releases: Release) -> tuple[Release, ...]:
    """Let each release follow on the one before it."""
    done: list[Release] = []
    for one in releases:
        fields = {
            name: getattr(one, name)
            for name in ("document", "metadata", "settings", "source", "catalogs", "approvals")
        }
        done.append(Release(**fields, before=following(done[-1]) if done else None))
    return tuple(done)


def on_disk(releases: Sequence[Release]) -> dict[str, bytes]:
    """All files of some releases, by path."""
    return {
        f"{ROOT}/{one.document}/{one.version}/{name}": data
        for one in releases
        for name, data in write(one).items()
    }


def release_each(folder: Path, *texts: str) -> None:
    """Let a project release its terms once for each text: version 1 at the beginning of 2023, and one in each year that follows."""
    for year, text in enumerate(texts, start=2023):
        front = f'title: Terms\nversion: "{year - 2022}"\nannounced: {year}-01-01\neffective: {year}-01-01'
        project = load(fill(folder, {"source/terms.md": f"---\n{front}\n---\n\n{text}"}))
        freezing = releasing.release(project, [], "terms", day=datetime.date(year, 1, 1))
        assert isinstance(freezing, Freezing), freezing
        fill(folder, {f"{freezing.folder}/{name}": data for name, data in freezing.files.items()})


@st.composite
def calendars(draw: st.DrawFn) -> tuple[Release, ...]:
    """Releases of one document as they may follow each other: no effective day is before the last one's."""
    days = sorted(draw(st.lists(st.integers(0, 60), min_size=1, max_size=6)))
    notice = draw(st.lists(st.integers(0, 30), min_size=len(days), max_size=len(days)))
    start = day("2027-02-01")
    return chain(
        *(
            release(
                f"1.{number}",
                str(start + datetime.timedelta(days=effective - before)),
                str(start + datetime.timedelta(days=effective)),
            )
            for number, (effective, before) in enumerate(zip(days, notice, strict=True))
        )
    )
