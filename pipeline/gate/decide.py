"""From a localized document, what it is held to and what the checks found, to a decision."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pipeline.config import OnIncomplete, Requirements
from pipeline.gate.decision import Binding, Decision, Edition, Form, Refusal, Tally, Words, percent
from pipeline.gate.section import section_units
from pipeline.languages import Language, is_pseudo, language
from pipeline.localize import Localized, Reason, original
from pipeline.model import Diagnostic, Severity, SlotKey
from pipeline.reading.count import word_count
from pipeline.segment import Document, plain


def weigh(document: Document) -> Mapping[SlotKey, int]:
    """Count the words of each unit's source text, without markup."""
    return {unit.slot: word_count(plain(unit, document.skeleton)) for unit in document.units}


def original_edition(
    document: Document, source: Language, requirements: Requirements, weights: Mapping[SlotKey, int]
) -> Edition:
    """Return a document in its own language, which is always published; the arguments are those of `edition`."""
    localized = original(document, source)
    decision = Decision(
        document=document.name,
        language=source,
        form=Form.ORIGINAL,
        passes=True,
        units=_tally(localized),
        messages=_messages(localized),
        words=_words(localized, weights),
        binding=binding(source, source, requirements),
    )
    return Edition(localized=localized, decision=decision)


def edition(
    localized: Localized,
    requirements: Requirements,
    *,
    source: Language,
    weights: Mapping[SlotKey, int],
    found: Iterable[Diagnostic],
) -> Edition:
    """Decide what a reader of one language gets of a document.

    Args:
        localized: the document, with nothing in it that the checks keep from the page.
        requirements: what it is held to.
        source: the language of the sources.
        weights: the number of words of each unit, as `weigh` counts them.
        found: the settled findings in the document's catalog.
    """
    units, words = _tally(localized), _words(localized, weights)
    pseudo = is_pseudo(localized.language.locale)
    reasons = (_PSEUDO,) if pseudo else tuple(_reasons(localized, requirements, units, words))
    form = Form.TRANSLATED if pseudo else _form(requirements, units, passes=not reasons)
    shown = source if form is Form.ENGLISH else None
    decision = Decision(
        document=localized.document.name,
        language=localized.language,
        form=form,
        passes=not reasons,
        is_required=localized.language.locale in requirements.required_locales,
        reasons=reasons,
        units=units,
        messages=_messages(localized),
        words=words,
        findings=_findings(found),
        binding=binding(localized.language, source, requirements, shown=shown),
    )
    return Edition(localized=original(localized.document, source) if shown else localized, decision=decision)


_PSEUDO = Refusal(code="pseudo", message="a pseudo-locale is for tests and never published")


def _tally(localized: Localized) -> Tally:
    reasons = (fallback.reason for fallback in localized.translation.fallbacks)
    return _counted(len(localized.document.units), reasons)


def _messages(localized: Localized) -> Tally:
    left = {fallback.unit.key: fallback.reason for fallback in localized.translation.fallbacks}
    return _counted(len({unit.key for unit in localized.document.units}), left.values())


def _counted(total: int, reasons: Iterable[Reason]) -> Tally:
    left = Counter(reasons)
    return Tally(
        total=total,
        translated=total - left.total(),
        fuzzy=left[Reason.FUZZY],
        untranslated=left[Reason.UNTRANSLATED],
        refused=left[Reason.REFUSED],
    )


def _words(localized: Localized, weights: Mapping[SlotKey, int]) -> Words:
    total = sum(weights.values())
    left = sum(weights[fallback.unit.slot] for fallback in localized.translation.fallbacks)
    return Words(total=total, translated=total - left)


def _reasons(localized: Localized, wanted: Requirements, units: Tally, words: Words) -> Iterator[Refusal]:
    """Say what keeps a translation from passing; whole numbers are compared, so that nothing is rounded up."""
    if units.translated * 100 < wanted.min_units * units.total:
        share = _share(units.translated, units.total, "units")
        message = f"{share} are translated, and {wanted.min_units} % have to be{_states(units)}"
        yield Refusal(code="units", message=message)
    if words.translated * 100 < wanted.min_words * words.total:
        share = _share(words.translated, words.total, "source words")
        yield Refusal(code="words", message=f"{share} are translated, and {wanted.min_words} % have to be")
    left = {fallback.unit.slot for fallback in localized.translation.fallbacks}
    for anchor in wanted.required_units:
        section = section_units(localized.document, anchor)
        missing = [unit for unit in section if unit.slot in left]
        if not section:
            message = f"the required section “#{anchor}” is not in {localized.document.path}"
            yield Refusal(code="required-unit", message=message)
        elif missing:
            done = len(section) - len(missing)
            message = f"the required section “#{anchor}” has {done} of {len(section)} units translated"
            yield Refusal(code="required-unit", message=message)


def _share(part: int, whole: int, noun: str) -> str:
    return f"{part:,} of {whole:,} {noun} ({percent(part, whole)} %)"


def _states(units: Tally) -> str:
    """What the units are that are not translated."""
    counts = {
        "untranslated": units.untranslated,
        "fuzzy": units.fuzzy,
        "refused by the checks": units.refused,
    }
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    return f": {told}" if told else ""


def _form(wanted: Requirements, units: Tally, *, passes: bool) -> Form:
    if not passes and wanted.on_incomplete is OnIncomplete.HIDE:
        return Form.HIDDEN
    # A page without a word of the language in its text is the source's, whatever it is called.
    # Only a release can be shown in the place of another one; of a working text there is no last one.
    in_source = {OnIncomplete.ENGLISH, OnIncomplete.LAST_RELEASE}
    if not passes and (wanted.on_incomplete in in_source or not units.translated):
        return Form.ENGLISH
    return Form.TRANSLATED if units.translated == units.total else Form.MIXED


def _findings(found: Iterable[Diagnostic]) -> Mapping[str, int]:
    counts = Counter("accepted" if item.accepted is not None else item.severity.value for item in found)
    return {name: counts[name] for name in (*(severity.value for severity in Severity), "accepted")}


def binding(
    page: Language, source: Language, wanted: Requirements, *, shown: Language | None = None
) -> Binding | None:
    """The notice of a page: the standard one where another text binds, and the project's own wherever it is set.

    Args:
        page: the language of the page.
        source: the language of the sources.
        wanted: what is configured for the page.
        shown: the language of the text, if it is another one; the project's own notice is about a text of the page's.
    """
    authoritative = wanted.authoritative or (source.locale,)
    prevailing = source if source.locale in authoritative else language(authoritative[0])
    notice = wanted.authoritative_notice
    if isinstance(notice, str) and shown is None:
        return Binding(language=prevailing, text=notice)
    if notice is False or (shown or page).locale in authoritative:
        return None
    return Binding(language=prevailing)
