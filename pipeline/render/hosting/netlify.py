"""The configuration of Netlify.

It looks at the first language of a reader only. Whether a language there stands for its regions, too, is not documented, so
regions that mean another script are sent to the choice of languages first.
"""

from collections.abc import Iterable, Iterator

from pipeline.render.addresses import CHOOSER, missing_file
from pipeline.render.hosting.offer import Offer


def netlify(offer: Offer) -> str:
    """Return a `netlify.toml`, or what belongs into one."""
    return "\n".join((*_head(), *_languages(offer), *_missing(offer), *_headers(offer)))


def _head() -> Iterator[str]:
    yield "# Made by policyglot hosting netlify, for netlify.toml beside the project."
    yield "# Make it anew when a language comes or goes."
    yield ""


def _languages(offer: Offer) -> Iterator[str]:
    served = {one for ranges in offer.languages.values() for one in ranges.begin}
    for tag, ranges in offer.languages.items():
        if barred := [one for one in ranges.unless if one not in served]:
            yield from _rule(offer.path, offer.file(CHOOSER), 200, barred)
        yield from _rule(offer.path, offer.file(f"{tag}/"), 302, sorted({tag.lower(), *ranges.begin}))


def _missing(offer: Offer) -> Iterator[str]:
    for tag in sorted(offer.languages):
        yield from _rule(offer.file(f"{tag}/*"), offer.file(missing_file(tag)), 404)
    yield from _rule(offer.file("*"), offer.file(missing_file(offer.source)), 404)


def _headers(offer: Offer) -> Iterator[str]:
    yield from _values(offer.file("*"), offer.headers.items())
    # All else is asked for again without being told so.
    yield from _values(offer.file("assets/*"), [("Cache-Control", "public, max-age=31536000, immutable")])
    yield from _values(offer.path, [("Vary", "Accept-Language")])


def _rule(here: str, there: str, status: int, languages: Iterable[str] = ()) -> Iterator[str]:
    yield "[[redirects]]"
    yield f'from = "{here}"'
    yield f'to = "{there}"'
    yield f"status = {status}"
    if languages:
        # Without force, the file that is there would be shown.
        yield "force = true"
        names = ", ".join(f'"{name}"' for name in languages)
        yield f"conditions = {{ Language = [{names}] }}"
    yield ""


def _values(path: str, headers: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield "[[headers]]"
    yield f'for = "{path}"'
    yield "[headers.values]"
    yield from (f'{name} = "{value}"' for name, value in headers)
    yield ""
