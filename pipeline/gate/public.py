"""What is public of a document: which version is shown at its address in each language, and which have pages of their own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.config import OnIncomplete, Requirements
from pipeline.gate.decide import binding
from pipeline.gate.decision import Decision, Edition, Form, Refusal
from pipeline.languages import Language, is_pseudo
from pipeline.releases import Release, Standing, State

DRAFT = "draft"
"""What addresses call the working text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A section that a version has no more."""

    id: str
    version: str
    """The last version that has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A release, or the working text, in the languages that it has."""

    standing: Standing
    release: Release | None = None
    """None of the working text."""
    editions: tuple[Edition, ...]
    """The source language first."""
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What its sections were called in earlier versions, by the ids that they have in it."""
    gone: tuple[Gone, ...] = ()
    """The sections of earlier versions that it has no more."""

    @property
    def number(self) -> str:
        """The version as its author says it; empty if he does not."""
        return self.standing.version or ""

    @property
    def name(self) -> str:
        """What addresses call it."""
        return self.number if self.standing.frozen else DRAFT

    def edition(self, locale: str) -> Edition | None:
        """Return it in a language, if it has that."""
        return next((one for one in self.editions if one.decision.language.locale == locale), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Public:
    """What readers get of one document."""

    document: str
    shown: tuple[Edition, ...]
    """What stands at its address, in all languages, the source language first; nothing before it is announced."""
    version: Version | None = None
    """The version that is shown there; none of a document that was never released."""
    versions: tuple[Version, ...] = ()
    """All that have pages of their own, the latest first."""
    draft: Version | None = None
    """The working text, where it is shown in the place of a release."""

    @property
    def listed(self) -> tuple[Version, ...]:
        """All versions, the draft before the latest."""
        return (self.draft, *self.versions) if self.draft else self.versions

    @property
    def in_force(self) -> Version | None:
        """The version in force."""
        return _first(self.versions, State.IN_FORCE)

    @property
    def announced(self) -> Version | None:
        """The version that takes effect next; none if none is announced."""
        return _first(reversed(self.versions), State.ANNOUNCED)

    def named(self, name: str) -> Version | None:
        """Return the version that addresses call so, if there is one."""
        return next((one for one in self.versions if one.name == name), None)


def public(
    versions: Sequence[Version],
    working: Sequence[Edition],
    languages: Sequence[tuple[Language, Requirements]],
    *,
    draft: Version | None = None,
) -> Public:
    """Decide what readers get of a document that has releases.

    Args:
        versions: the releases as they stand, the earliest first.
        working: the decisions on the working text, in all languages; nothing if the document has none any more.
        languages: those of the site, the source language first, each with what the document is held to in it.
        draft: the working text as a version; it is shown in the place of a release.

    Returns:
        What is public. Releases that nobody has announced are not, but beside a draft.
    """
    told = [one for one in versions if draft or one.standing.state is not State.DRAFT]
    current = draft or _first(told, State.IN_FORCE) or _first(told, State.ANNOUNCED)
    document = versions[0].standing.document
    if current is None:
        return Public(document=document, shown=())
    if draft:
        shown = tuple(working)
    else:
        earlier = told[: told.index(current)]
        shown = tuple(_shown(current, earlier, languages, working))
    return Public(
        document=document, shown=shown, version=current, versions=tuple(reversed(told)), draft=draft
    )


def _first(versions: Iterable[Version], state: State) -> Version | None:
    return next((one for one in versions if one.standing.state is state), None)


def _shown(
    current: Version,
    earlier: Sequence[Version],
    languages: Sequence[tuple[Language, Requirements]],
    working: Sequence[Edition],
) -> Iterator[Edition]:
    """The version that is shown, in each language; in one that it does not have, what is set for that.

    A pseudo-locale is for tests of what is worked on, and no release has one.
    """
    source = current.editions[0]
    pseudo = {one.decision.language.locale: one for one in working if is_pseudo(one.decision.language.locale)}
    for language, wanted in languages:
        if language.locale in pseudo:
            yield pseudo[language.locale]
            continue
        if edition := current.edition(language.locale):
            yield replace(
                edition,
                decision=replace(edition.decision, is_required=language.locale in wanted.required_locales),
            )
            continue
        held = [one for one in earlier if one.edition(language.locale)]
        reason = Refusal(
            code="release", message=f"version {current.number} is not released in {language.locale}"
        )
        if wanted.on_incomplete is OnIncomplete.LAST_RELEASE and held:
            yield _former(held[-1], language, reason, wanted)
        else:
            form = Form.HIDDEN if wanted.on_incomplete is OnIncomplete.HIDE else Form.ENGLISH
            yield _foreign(source, language, form, reason, wanted)


def _former(held: Version, language: Language, reason: Refusal, wanted: Requirements) -> Edition:
    """The newest release that a language has."""
    edition = held.edition(language.locale)
    assert edition is not None  # noqa: S101 - it was chosen for that
    decision = replace(
        edition.decision,
        form=Form.FORMER,
        passes=False,
        is_required=language.locale in wanted.required_locales,
        reasons=(reason,),
        former=held.number,
    )
    return replace(edition, decision=decision)


def _foreign(
    source: Edition, language: Language, form: Form, reason: Refusal, wanted: Requirements
) -> Edition:
    """The text in the language of the sources, for readers of another one; or nothing."""
    tally = replace(source.decision.units, translated=0, untranslated=source.decision.units.total)
    messages = replace(source.decision.messages, translated=0, untranslated=source.decision.messages.total)
    decision = Decision(
        document=source.decision.document,
        language=language,
        form=form,
        passes=False,
        is_required=language.locale in wanted.required_locales,
        reasons=(reason,),
        units=tally,
        messages=messages,
        words=replace(source.decision.words, translated=0),
        binding=binding(language, source.decision.language, wanted, shown=source.decision.language),
    )
    return replace(source, decision=decision)
