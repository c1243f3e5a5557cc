"""A catalog goes through many edits of its source and many hands, and nothing that anybody wrote is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.catalog import start, template, update
from pipeline.languages import language
from pipeline.model import Catalog, Message, State
from pipeline.po import read, write

KO = language("ko")
NOW = datetime(2021, 4, 5, tzinfo=UTC)
THRESHOLD = 75
WORDS = (
    "policy", "personal", "information", "개인정보", "처리방침", "個人情報", "プライバシー", "الخصوصية", "นโยบาย",
    "e\u0301", "a\u2028b", "x\x85y", "x\xa0y", "first\nsecond", '"quoted"', "\\", "**bold**", "3",
)  # fmt: skip
TEXT = st.lists(st.sampled_from(WORDS), min_size=2, max_size=8).map(" ".join)
HEADERS = {
    "X-Generator": "Weblate 5.4",
    "X-번역": "가",
    "Last-Translator": "김\xa0영희",
    "X-Source-Language": "fr",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A source of today, and what translators do once the catalog is in step with it."""

    texts: tuple[str, ...]
    hands: tuple[int, ...]
    """For each message in turn: 0 leaves it, 1 translates it, 2 marks it as fuzzy, 3 writes a note."""


@st.composite
def edited(draw: st.DrawFn, texts: Sequence[str], bygone: Sequence[str]) -> tuple[str, ...]:
    """Move, insert, delete, mistype or bring back a text."""
    now = list(texts)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, max(len(now) - 1, 0)))
        match draw(st.sampled_from(["move", "insert", "delete", "mistype", "return"])):
            case "move" if now:
                now.insert(draw(st.integers(0, len(now))), now.pop(place))
            case "insert":
                now.insert(place, draw(TEXT))
            case "delete" if now:
                del now[place]
            case "mistype" if now:
                at = draw(st.integers(0, len(now[place]) - 1))
                now[place] = (
                    now[place][:at] + draw(st.sampled_from(["", "x", "\u0301"])) + now[place][at + 1 :]
                )
            case "return" if bygone:
                now.insert(place, draw(st.sampled_from(bygone)))
            case _:
                continue
    return tuple(dict.fromkeys(text for text in now if text))


@st.composite
def story(draw: st.DrawFn) -> Sequence[Step]:
    texts = tuple(draw(st.lists(TEXT, min_size=1, max_size=6, unique=True)))
    bygone: dict[str, None] = {}
    steps = []
    for _ in range(draw(st.integers(2, 5))):
        hands = draw(st.lists(st.integers(0, 3), min_size=len(texts), max_size=len(texts)))
        steps.append(Step(texts=texts, hands=tuple(hands)))
        bygone |= dict.fromkeys(texts)
        texts = draw(edited(texts, tuple(bygone)))
    return [*steps, Step(texts=texts, hands=())]


def pot(texts: Sequence[str]) -> Catalog:
    return template("방침", [Message(text=text) for text in texts], source="en", now=NOW, old=None)


def handed(message: Message, hand: int, number: int) -> Message:
    match hand:
        case 1:
            flags = tuple(flag for flag in message.flags if flag != "fuzzy")
            return replace(message, translations=(f"번역 {number}",), flags=flags, previous=None)
        case 2 if message.translation:
            return replace(message, flags=tuple(dict.fromkeys(("fuzzy", *message.flags))))
        case 3:
            return replace(message, comments=(*message.comments, f"메모 {number}"))
        case _:
            return message


def worked_on(catalog: Catalog, hands: Sequence[int], round_: int) -> Catalog:
    active = zip(catalog.active, (*hands, *(0 for _ in catalog.active)), strict=False)
    done = [handed(message, hand, 100 * round_ + i) for i, (message, hand) in enumerate(active)]
    return replace(catalog, messages=(*done, *catalog.messages[len(done) :]))


def told(
    steps: Sequence[Step], threshold: float | None = THRESHOLD
) -> Sequence[tuple[Catalog, Catalog, Catalog]]:
    """For each update: the catalog before it, the template, and the catalog after it."""
    first = start(pot(steps[0].texts), KO)
    catalog = replace(first, headers={**first.headers, **HEADERS}, comments=("머리", "", "말"))
    updates = []
    for number, (step, following) in enumerate(pairwise(steps)):
        before = worked_on(catalog, step.hands, number)
        source = pot(following.texts)
        catalog = update(before, source, KO, threshold=threshold)
        updates.append((before, source, catalog))
    return updates


def translations(catalog: Catalog) -> set[str]:
    return {text for message in catalog.messages for text in message.translations if text}


def by_text(catalog: Catalog) -> Mapping[str, Message]:
    return {message.text: message for message in catalog.messages}


@given(story())
def test_every_translation_is_still_there(steps: Sequence[Step]) -> None:
    for before, _, after in told(steps):
        assert translations(before) <= translations(after)


@given(story())
def test_every_translation_still_stands_under_its_own_text(steps: Sequence[Step]) -> None:
    for before, _, after in told(steps):
        kept = by_text(after)
        for message in before.messages:
            if message.translation:
                assert kept[message.text].translations == message.translations
                assert kept[message.text].state == message.state


@given(story())
def test_the_active_messages_are_the_templates_in_its_order(steps: Sequence[Step]) -> None:
    for _, source, after in told(steps):
        assert [message.key for message in after.active] == [message.key for message in source.messages]
        assert len(by_text(after)) == len(after.messages)


@given(story())
def test_a_translation_made_for_another_text_is_always_fuzzy_and_says_for_which(
    steps: Sequence[Step],
) -> None:
    for before, _, after in told(steps):
        known = by_text(before)
        for message in after.active:
            if message.text not in known and message.translation:
                assert message.state is State.FUZZY
                assert message.previous is not None
                lender = next(one for one in before.messages if one.translations == message.translations)
                assert message.previous.text in {
                    lender.text,
                    *(one.previous.text for one in before.messages if one.previous),
                }


@given(story())
def test_without_near_matches_a_new_text_is_untranslated(steps: Sequence[Step]) -> None:
    for before, _, after in told(steps, threshold=None):
        known = by_text(before)
        assert all(not message.translation for message in after.active if message.text not in known)


@given(story())
def test_a_text_that_returns_has_its_translation_as_it_was(steps: Sequence[Step]) -> None:
    for before, _, after in told(steps):
        gone = {message.text: message for message in before.messages if message.obsolete}
        for message in after.active:
            if message.text in gone:
                assert message == replace(gone[message.text], obsolete=False)


@given(story())
def test_a_second_update_changes_nothing(steps: Sequence[Step]) -> None:
    for _, source, after in told(steps):
        again = update(after, source, KO, threshold=THRESHOLD)
        assert again == after
        assert write(again) == write(after)


@given(story())
def test_an_update_of_what_was_written_and_read_is_the_same(steps: Sequence[Step]) -> None:
    for before, source, after in told(steps):
        stored = read(write(before), "ko.po")
        assert isinstance(stored, Catalog)
        assert update(stored, source, KO, threshold=THRESHOLD) == after


@given(story())
def test_every_translators_comment_stays_with_its_text(steps: Sequence[Step]) -> None:
    for before, _, after in told(steps):
        kept = by_text(after)
        for message in before.messages:
            if message.comments:
                assert kept[message.text].comments == message.comments
        assert after.comments == ("머리", "", "말")


@given(story())
def test_every_header_of_the_translators_stays(steps: Sequence[Step]) -> None:
    for _, _, after in told(steps):
        assert after.headers.items() >= HEADERS.items()


@given(story())
def test_the_order_of_the_source_decides_no_pairing(steps: Sequence[Step]) -> None:
    for before, source, after in told(steps):
        turned = replace(source, messages=source.messages[::-1])
        assert by_text(update(before, turned, KO, threshold=THRESHOLD)) == by_text(after)
