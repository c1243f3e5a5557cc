"""One input through the whole program: what must hold for any document, any translation and any bytes of a PO file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from pipeline import po
from pipeline.catalog import CatalogFile, extract, start, template, update
from pipeline.check import Brief
from pipeline.languages import language
from pipeline.localize import Localized, localize, original
from pipeline.markdown import html
from pipeline.migrate import migrate
from pipeline.model import Catalog, Diagnostic
from pipeline.segment import Document, segment
from tests import sheets
from tests.conformance.laws import blocks
from tests.fuzz import corpus

KOREAN = language("ko")
NOW = datetime(2021, 4, 5, tzinfo=UTC)
_THRESHOLD = 75
_FUZZY = 4
"""Every fourth translation is fuzzy."""


class Broken(AssertionError):  # noqa: N818 - it says what is the matter
    """A law that an input breaks."""


def document(source: str, edited: str, translations: Sequence[str]) -> bool:
    """Drive a document from its source to its pages, through a catalog that outlives an edit of the source.

    Args:
        source: the document.
        edited: the document after the edit.
        translations: what translators write, given to the units in turn.

    Returns:
        Whether both documents can be written as Markdown. A source that cannot is told of and not published, in any
        language; but where a source can be written, no translation may change that.
    """
    first, second = _segmented(source), _segmented(edited)
    if first is None:
        return True
    own = _given(start(_pot(first), KOREAN), None)
    _equal("its own texts change nothing", html(first.skeleton), html(_localized(first, own).skeleton))
    given = _given(start(_pot(first), KOREAN), translations)
    _localized(first, given)
    if second is not None:
        _updated(given, second)
    return all(_can_be_written(found) for found in (first, second) if found)


def catalog(data: bytes) -> None:
    """Drive the bytes of a PO file through reading, writing, and updates to its own texts and to other ones."""
    found = po.read(data, "locales/ko/LC_MESSAGES/d.po")
    if isinstance(found, Diagnostic):
        _hold("a problem says what is wrong and what to do", found.message and found.hint)
        return
    _stored(found)
    for source in ("\n\n".join(message.text for message in found.active), POLICY):
        document = _segmented(f"{source[:_LONGEST]}\n")
        if document is not None:
            _updated(found, document)


POLICY = corpus.documents()[0]
"""This project's own policy."""

_LONGEST = 5_000


def _segmented(text: str) -> Document | None:
    found = segment(text, name="d", path="source/d.md", translate=("title", "description"))
    if isinstance(found, Diagnostic):
        _hold("a problem says what is wrong and what to do", found.message and found.hint)
        return None
    return found


def _pot(found: Document) -> Catalog:
    pot = template("d", extract(found.units), source="en", now=NOW, old=None)
    _stored(pot)
    return pot


def _stored(catalog: Catalog) -> None:
    """Write and read a catalog; what is obsolete comes last, and tells no more of the source."""
    obsolete = [replace(one, extracted=(), references=()) for one in catalog.messages if one.obsolete]
    ordered = replace(catalog, messages=(*catalog.active, *obsolete))
    _equal("a catalog is read as it was written", ordered, po.read(po.write(catalog), "d.po"))


def _given(catalog: Catalog, translations: Sequence[str] | None) -> Catalog:
    """A catalog with translations, or with each text as its own."""
    messages = [
        replace(
            message,
            translations=(translations[number % len(translations)] if translations else message.text,),
            flags=("fuzzy",) if translations and number % _FUZZY == _FUZZY - 1 else (),
            line=1,
        )
        for number, message in enumerate(catalog.messages)
    ]
    return replace(catalog, messages=tuple(messages))


def _updated(old: Catalog, found: Document) -> None:
    """Bring a catalog into step with a document: no translation may get lost."""
    pot = _pot(found)
    migrated = migrate(old, found.units)
    new = update(migrated, pot, KOREAN, threshold=_THRESHOLD)
    lost = _translations(migrated) - _translations(new)
    _hold(f"an update loses no translation: {sorted(lost)!r}", not lost)
    _equal(
        "the active messages are the template's",
        [message.key for message in pot.active],
        [message.key for message in new.active],
    )
    _stored(new)
    _equal("a second update changes nothing", new, update(new, pot, KOREAN, threshold=_THRESHOLD))
    _localized(found, new)


def _translations(catalog: Catalog) -> set[str]:
    return {text for message in catalog.messages for text in message.translations if text}


def _localized(found: Document, catalog: Catalog) -> Localized:
    result = localize(
        found,
        CatalogFile(path="d.po", domain="d", language=KOREAN, catalog=catalog),
        Brief(source="en", target="ko"),
    )
    translated = result.translation.texts.keys() | {f.unit.slot for f in result.translation.fallbacks}
    _equal("each unit is translated or falls back", {unit.slot for unit in found.units}, translated)
    _equal("a translation leaves the blocks", blocks(html(found.skeleton)), blocks(html(result.skeleton)))
    html(result.skeleton, mark={"lang": "en", "dir": "ltr"})
    if _can_be_written(found):
        _published(result)
    return result


def _can_be_written(found: Document) -> bool:
    return sheets.faithful(original(found, KOREAN)) is not None


def _published(result: Localized) -> None:
    written = sheets.faithful(result)
    if written is None:
        message = "a translation cannot be written as Markdown, though its source can"
        raise Broken(message)
    again = segment(written, name="d", path="d.md", translate=())
    if isinstance(again, Diagnostic):
        message = f"written Markdown cannot be read: {again}\n{written}"
        raise Broken(message)
    _equal("written Markdown reads back", html(result.skeleton), html(again.skeleton))


def _hold(law: str, kept: object) -> None:
    if not kept:
        raise Broken(law)


def _equal(law: str, expected: object, found: object) -> None:
    if expected != found:
        message = f"{law}:\n  {expected!r}\n  {found!r}"
        raise Broken(message)
