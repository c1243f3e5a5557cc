"""What all documents share, as values: the front page, the lists, and what programs read of the whole site."""

import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.gate import account
from pipeline.model import Diagnostic
from pipeline.render.addresses import POLICIES, SITEMAP, STATUS
from pipeline.render.dashboard import dashboard
from pipeline.render.editions import page_file, published
from pipeline.render.frame import Frame, assets
from pipeline.render.furniture import Environments, FaultyTemplateError
from pipeline.render.indexing import entries, list_indexing, sitemap
from pipeline.render.lists import chooser, lists, missing
from pipeline.render.part import Part
from pipeline.render.policies import SCHEMA, policies
from pipeline.render.templates import Templates


def shared_pages(
    parts: Sequence[Part],
    environments: Environments,
    templates: Templates,
    *,
    site_url: str | None = None,
) -> Mapping[str, bytes] | Diagnostic:
    """Render what all documents share.

    Args:
        parts: what each document adds, in the order of their names.
        environments: the page templates, by the locale whose language they speak.
        templates: the templates, the style sheet and the script, by file name.
        site_url: the absolute URL of the site's folder, without which there is no sitemap.

    Returns:
        The files by path, relative to the output folder, with ``/``; or the problem of a template.
    """
    shown, loaded = published([one.shown for one in parts]), assets(templates)
    known = list_indexing(shown, site_url)
    frame = Frame(
        environments=environments,
        assets={name: file for name, (file, _) in loaded.items()},
        indexing=known,
        site_url=site_url,
        downloads={},
    )
    working = [one.working for one in parts if one.working]
    pages = {page_file(edition.decision) for editions in shown.documents for edition in editions}
    released = {one.document: one.released for one in parts if one.released}
    files = dict(loaded.values())
    try:
        files |= chooser(shown, frame) | lists(shown, frame) | missing(shown, frame)
        files |= dashboard(working, released, pages, frame)
    except FaultyTemplateError as error:
        return error.diagnostic
    plan = sitemap((*entries(known, site_url), *(entry for one in parts for entry in one.sitemap)))
    return {
        **files,
        **({SITEMAP: plan.encode()} if plan else {}),
        STATUS: _json(account(working)),
        POLICIES: _json(policies([one.policy for one in parts if one.policy])),
        SCHEMA: templates[SCHEMA].encode(),
    }


def _json(value: Mapping[str, Any]) -> bytes:
    # The pieces of a large site's data, all at once, take much more memory than the text.
    text = io.StringIO()
    json.dump(value, text, ensure_ascii=False, indent=2)
    return f"{text.getvalue()}\n".encode()
