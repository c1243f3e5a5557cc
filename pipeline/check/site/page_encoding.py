"""Pages and style sheets that are not UTF-8."""

from collections.abc import Iterator

from pipeline.check.rule import Finding
from pipeline.check.site.subject import Site


def page_encoding(site: Site) -> Iterator[Finding]:
    """Find them; HTML knows no other encoding (HTML 13.1)."""
    for path in sorted({*site.pages, *site.sheets}):
        data = site.files[path]
        try:
            data.decode()
        except UnicodeDecodeError as error:
            yield Finding(
                message="the file is not UTF-8",
                hint="save it as UTF-8",
                path=path,
                line=data.count(b"\n", 0, error.start) + 1,
            )
