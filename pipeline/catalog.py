"""Catalogs: extract a template from units, start a catalog, update it.

Nothing here ever pairs a source and a translation by position, and nothing is lost: a translation is kept, kept as
fuzzy, or kept as obsolete.
"""

import datetime
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.languages import Language, plural_forms
from pipeline.migrate import HEADER as RULES_HEADER
from pipeline.migrate import RULES
from pipeline.model import Catalog, Key, Kind, Message, Previous, Unit

MARKDOWN = "markdown-text"
"""po4a's flag for a text that is Markdown; front matter, HTML and the page's own words are plain text."""

_PLAIN = {Kind.METADATA, Kind.HTML}

_TO_FILL_IN = {
    "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
    "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
    "Language-Team": "LANGUAGE <LL@li.org>",
}
"""What gettext's own tools write where a translator has yet to fill something in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogFile:
    """One language's catalog of one domain, whether the file is there yet or not."""

    path: str
    """Relative to the project's folder, with ``/``."""
    domain: str
    """The document's name, or ``site``."""
    language: Language
    catalog: Catalog | None


def extract(units: Iterable[Unit], *, line_numbers: bool = False) -> tuple[Message, ...]:
    """Return one untranslated message for each text, in the order of first appearance.

    Equal texts are one message that tells of all their places: by file, or by file and line.
    """
    places: dict[Key, list[Unit]] = {}
    for unit in units:
        places.setdefault(unit.key, []).append(unit)
    return tuple(_extracted(key, units, line_numbers=line_numbers) for key, units in places.items())


def template(
    domain: str, messages: Sequence[Message], *, source: str, now: datetime.datetime, old: Catalog | None
) -> Catalog:
    """Return a template.

    Args:
        domain: the document's name, or ``site``.
        messages: what to translate.
        source: the BCP 47 tag of the source language.
        now: the creation date to write if the set of messages is another than in the old template.
        old: the template as it was, if there was one.
    """
    created = now.strftime("%Y-%m-%d %H:%M%z")
    if old and {message.key for message in old.active} == {message.key for message in messages}:
        created = old.headers.get("POT-Creation-Date", created)
    return Catalog(
        comments=(f"Translation template of “{domain}”, written by policyglot.",),
        headers={
            "Project-Id-Version": domain,
            "Report-Msgid-Bugs-To": "",
            "POT-Creation-Date": created,
            **_TO_FILL_IN,
            "Language": "",
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "X-Source-Language": source,
            # Poedit finds the sources from here: LC_MESSAGES, the locale and the locales folder lie between.
            "X-Poedit-Basepath": "../../..",
            "X-Poedit-SearchPath-0": ".",
            RULES_HEADER: str(RULES),
        },
        messages=tuple(messages),
    )


def start(template: Catalog, language: Language) -> Catalog:
    """Return a new catalog with nothing translated yet."""
    domain = template.headers["Project-Id-Version"]
    return Catalog(
        comments=(f"{language.english} translation of “{domain}”.",),
        headers={
            **template.headers,
            "Language-Team": language.english,
            "Language": language.locale,
            "Plural-Forms": plural_forms(language.locale),
        },
        messages=tuple(
            _carry(message, None, _number_of_forms(plural_forms(language.locale)))
            for message in template.active
        ),
    )


def update(catalog: Catalog, template: Catalog, language: Language, *, threshold: float | None) -> Catalog:
    """Bring a catalog into step with its template.

    A text that is still there keeps its translation, a text that returns gets its old one back, a text that is gone
    becomes obsolete, and a new text takes the translation of the nearest old one as fuzzy. Nothing translated is lost.

    Args:
        catalog: the catalog as the translator left it.
        template: the source's messages of today.
        language: the catalog's language.
        threshold: how alike two texts must be, in per cent of their characters; none for no near matches.
    """
    known = _best_by_key(catalog.messages)
    near = _near_matches(template.active, catalog.messages, known.keys(), threshold)
    fresh = start(template, language).headers
    forms = _number_of_forms(catalog.headers.get("Plural-Forms", "")) or _number_of_forms(
        fresh["Plural-Forms"]
    )
    current = [
        _carry(message, known.get(message.key) or near.get(message.key), forms) for message in template.active
    ]
    kept = {id(known[message.key]) for message in current if _holds(message, known.get(message.key))}
    in_use = {message.key for message in current}
    gone = (
        replace(message, obsolete=True, extracted=(), references=())
        for message in catalog.messages
        if id(message) not in kept and _is_worth_keeping(message, known.get(message.key), in_use)
    )
    return replace(
        catalog,
        headers={**fresh, **catalog.headers, "POT-Creation-Date": fresh["POT-Creation-Date"]},
        messages=(*current, *gone),
    )


def _extracted(key: Key, units: Sequence[Unit], *, line_numbers: bool) -> Message:
    context, text = key
    types = [f"type: {unit.type}" for unit in units]
    headings = [f"in: {' › '.join(unit.headings)}" for unit in units if unit.headings]
    notes = [note for unit in units for note in unit.notes]
    references = [f"{unit.path}:{unit.line}" if line_numbers else unit.path for unit in units]
    return Message(
        context=context,
        text=text,
        extracted=(*_each_once(types), *_each_once(headings), *_each_once(notes)),
        references=tuple(_each_once(references)),
        flags=() if all(unit.kind in _PLAIN for unit in units) else (MARKDOWN,),
    )


def _each_once(texts: Collection[str]) -> Collection[str]:
    """Texts without repetitions, in their order; most messages are one unit's."""
    return dict.fromkeys(texts) if len(texts) > 1 else texts


def _best_by_key(messages: Iterable[Message]) -> Mapping[Key, Message]:
    """For each text, the entry to go on with: a translated one before an empty one, an active one before an obsolete one.

    Merges of branches leave several.
    """
    best: dict[Key, Message] = {}
    for message in messages:
        other = best.get(message.key)
        if other is None or _rank(message) > _rank(other):
            best[message.key] = message
    return best


def _rank(message: Message) -> tuple[bool, bool]:
    return any(message.translations), not message.obsolete


def _carry(message: Message, old: Message | None, forms: int) -> Message:
    """Return a template's message with what an old message had for it, as fuzzy where the texts differ."""
    count = 1 if message.plural is None else forms
    if old is None:
        return replace(message, translations=("",) * count, line=None)
    exact = old.key == message.key and old.plural == message.plural
    fuzzy = any(old.translations) and (not exact or "fuzzy" in old.flags)
    foreign = (flag for flag in old.flags if flag not in {"fuzzy", MARKDOWN})
    flags = dict.fromkeys((*(("fuzzy",) if fuzzy else ()), *message.flags, *foreign))
    previous = old.previous or (
        None if exact else Previous(text=old.text, context=old.context, plural=old.plural)
    )
    return replace(
        message,
        translations=_fit(old.translations, 1 if message.plural is None else None, count),
        flags=tuple(flags),
        comments=old.comments,
        previous=previous if fuzzy else None,
        line=None,
    )


def _fit(translations: tuple[str, ...], most: int | None, least: int) -> tuple[str, ...]:
    """As many forms as the text and the language have; forms that the language has not are the translator's own."""
    return (*translations[:most], *("",) * (least - len(translations)))


def _holds(message: Message, old: Message | None) -> bool:
    """Whether a message of today holds all of an old one's translation."""
    return old is not None and set(old.translations) <= {*message.translations, ""}


def _is_worth_keeping(message: Message, best: Message | None, in_use: Collection[Key]) -> bool:
    """Whether an entry that is not in use still says something; a twin without a translation does not."""
    if any(message.translations):
        return True
    return bool(message.comments) and best is message and message.key not in in_use


def _number_of_forms(header: str) -> int:
    """How many plural forms a header ``Plural-Forms`` tells of; 0 if none.

    The catalog's own header rules: CLDR has given French, Spanish and others a third form since, which old catalogs lack.
    """
    told = re.match(r"\s*nplurals\s*=\s*(\d{1,2})\s*;", header)
    return int(told[1]) if told else 0


def _near_matches(
    messages: Iterable[Message], old: Iterable[Message], known: Collection[Key], threshold: float | None
) -> Mapping[Key, Message]:
    """For each new text, the translated message whose text is nearest, if near enough; of two equals the earlier."""
    if threshold is None:
        return {}
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only an update looks for near texts

    candidates = [message for message in old if all(message.translations)]
    found: dict[Key, Message] = {}
    for has_plural in (False, True):
        same = [message for message in candidates if (message.plural is not None) == has_plural]
        texts = [message.text for message in same]
        for message in messages:
            if message.key not in known and (message.plural is not None) == has_plural:
                best = process.extractOne(message.text, texts, scorer=fuzz.ratio, score_cutoff=threshold)
                if best:
                    found[message.key] = same[best[2]]
    return found
