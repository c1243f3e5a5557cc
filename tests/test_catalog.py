import datetime
from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.catalog import CatalogFile, extract, start, template, update
from pipeline.languages import Language, language, plural_forms
from pipeline.model import Catalog, Kind, Message, Previous, State, Unit

KO, AR, PT, DE = language("ko"), language("ar"), language("pt_BR"), language("de")
SEOUL = datetime.timezone(datetime.timedelta(hours=9))
YESTERDAY = datetime.datetime(2021, 4, 5, 9, 30, tzinfo=SEOUL)
TODAY = datetime.datetime(2021, 4, 6, 0, 0, tzinfo=datetime.UTC)


def unit(text: str, **fields: object) -> Unit:
    given: dict[str, object] = {
        "kind": Kind.PARAGRAPH,
        "type": "Plain text",
        "path": "source/a.md",
        "line": 1,
        "slot": 0,
    }
    return Unit(text=text, **{**given, **fields})  # type: ignore[arg-type]


def pot(*messages: Message | str, old: Catalog | None = None, now: datetime.datetime = YESTERDAY) -> Catalog:
    texts = [Message(text=one) if isinstance(one, str) else one for one in messages]
    return template("방침", texts, source="en", now=now, old=old)


def po(*messages: Message, **headers: str) -> Catalog:
    return Catalog(headers=headers, messages=messages)


def updated(
    catalog: Catalog, *messages: Message | str, into: Language = KO, threshold: float | None = 75
) -> Sequence[Message]:
    return update(catalog, pot(*messages), into, threshold=threshold).messages


OLD = "The personal information is kept for three years."
NEW = "The personal information is kept for five years."
KEPT = Message(text=OLD, translations=("개인정보는 3년간 보관합니다.",), comments=("법무팀 확인",))


def test_equal_texts_are_one_message_that_tells_of_all_their_places() -> None:
    units = [
        unit("Contact", headings=("1. 개요",), notes=("주의",)),
        unit("Terms"),
        unit(
            "Contact",
            path="source/b.md",
            headings=("1. 개요", "(2) 세부"),
            type="Title ##",
            kind=Kind.HEADING,
        ),
        unit("Contact", headings=("1. 개요",), line=9, slot=7, notes=("주의", "둘째")),
    ]
    assert extract(units) == (
        Message(
            text="Contact",
            extracted=(
                "type: Plain text",
                "type: Title ##",
                "in: 1. 개요",
                "in: 1. 개요 › (2) 세부",
                "주의",
                "둘째",
            ),
            references=("source/a.md", "source/b.md"),
            flags=("markdown-text",),
        ),
        Message(
            text="Terms",
            extracted=("type: Plain text",),
            references=("source/a.md",),
            flags=("markdown-text",),
        ),
    )


def test_texts_that_differ_in_one_character_are_two_messages() -> None:
    texts = ["caf\u00e9", "cafe\u0301", "가 나", "가\u00a0나", "가\u2028나", "가\n나"]
    assert [message.text for message in extract(map(unit, texts))] == texts


def test_only_a_text_that_is_nothing_but_metadata_is_not_flagged_as_markdown() -> None:
    title = unit("Terms", kind=Kind.METADATA, slot="title")
    assert [extract(units)[0].flags for units in ([title], [title, unit("Terms")])] == [
        (),
        ("markdown-text",),
    ]


def test_a_template_has_its_headers_in_order() -> None:
    made = pot("Terms")
    assert made.comments == ("Translation template of “방침”, written by policyglot.",)
    assert list(made.headers.items()) == [
        ("Project-Id-Version", "방침"),
        ("Report-Msgid-Bugs-To", ""),
        ("POT-Creation-Date", "2021-04-05 09:30+0900"),
        ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),
        ("Last-Translator", "FULL NAME <EMAIL@ADDRESS>"),
        ("Language-Team", "LANGUAGE <LL@li.org>"),
        ("Language", ""),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("X-Source-Language", "en"),
        ("X-Poedit-Basepath", "../../.."),
        ("X-Poedit-SearchPath-0", "."),
        ("X-Policyglot-Rules", "2"),
    ]


@pytest.mark.parametrize(
    "messages",
    [
        (Message(text="가"), Message(text="나")),
        (Message(text="나"), Message(text="가")),
        (Message(text="가", extracted=("type: Title #",), references=("source/b.md",)), Message(text="나")),
    ],
    ids=["the same", "moved", "retold"],
)
def test_the_creation_date_stays_while_the_set_of_messages_stays(messages: tuple[Message, ...]) -> None:
    made = pot(*messages, old=pot("가", "나"), now=TODAY)
    assert made.headers["POT-Creation-Date"] == "2021-04-05 09:30+0900"
    assert made.messages == messages


@pytest.mark.parametrize(
    "messages",
    [
        (Message(text="가"),),
        (Message(text="가"), Message(text="나"), Message(text="다")),
        (Message(text="가"), Message(text="나 ")),
        (Message(text="가"), Message(text="나", context="메뉴")),
    ],
    ids=["removed", "added", "edited", "put in a context"],
)
def test_the_creation_date_changes_with_the_set_of_messages(messages: tuple[Message, ...]) -> None:
    made = pot(*messages, old=pot("가", "나"), now=TODAY)
    assert made.headers["POT-Creation-Date"] == "2021-04-06 00:00+0000"


def test_an_obsolete_message_of_the_old_template_is_not_of_its_set() -> None:
    old = pot("가", Message(text="나", obsolete=True))
    assert pot("가", old=old, now=TODAY).headers["POT-Creation-Date"] == "2021-04-05 09:30+0900"


def test_a_new_catalog_has_the_templates_messages_and_the_languages_headers() -> None:
    source = pot(
        Message(text="Terms", extracted=("type: Title #",), references=("source/a.md",), flags=("x",))
    )
    made = start(source, PT)
    assert made.comments == ("Portuguese (Brazil) translation of “방침”.",)
    assert list(made.headers.items()) == [
        *({**source.headers, "Language-Team": "Portuguese (Brazil)", "Language": "pt_BR"}.items()),
        ("Plural-Forms", plural_forms("pt_BR")),
    ]
    assert made.messages == source.messages


@pytest.mark.parametrize(("locale", "forms"), [("ko", 1), ("de", 2), ("ar", 6)])
def test_a_new_catalog_has_one_empty_text_for_each_plural_form(locale: str, forms: int) -> None:
    made = start(pot(Message(text="%d file", plural="%d files"), "Terms"), language(locale))
    assert [message.translations for message in made.messages] == [("",) * forms, ("",)]


def test_a_catalog_file_tells_where_it_is_or_will_be() -> None:
    file = CatalogFile(path="locales/ko/LC_MESSAGES/방침.po", domain="방침", language=KO, catalog=None)
    assert (file.domain, file.language.autonym) == ("방침", "한국어")


def test_a_text_that_is_still_there_keeps_its_translation_and_takes_the_sources_facts() -> None:
    told = Message(
        text=OLD, extracted=("type: Title #",), references=("source/b.md",), flags=("markdown-text",)
    )
    old = replace(KEPT, extracted=("type: Plain text",), references=("source/a.md",), flags=("no-wrap",))
    (kept,) = updated(po(old), told)
    assert kept == replace(
        told, translations=KEPT.translations, comments=KEPT.comments, flags=("markdown-text", "no-wrap")
    )


def test_a_fuzzy_text_that_is_still_there_stays_fuzzy_with_its_previous_text() -> None:
    fuzzy = replace(KEPT, text=NEW, flags=("fuzzy",), previous=Previous(text=OLD))
    assert updated(po(fuzzy), NEW) == (fuzzy,)


def test_a_flag_without_a_translation_is_not_fuzzy() -> None:
    (kept,) = updated(po(Message(text=OLD, flags=("fuzzy",), previous=Previous(text=NEW))), OLD)
    assert (kept.state, kept.flags, kept.previous) == (State.UNTRANSLATED, (), None)


def test_messages_follow_the_order_of_the_template() -> None:
    one, two = Message(text="가", translations=("1",)), Message(text="나", translations=("2",))
    assert updated(po(one, two), "나", "가", threshold=None) == (two, one)


def test_a_text_that_was_edited_keeps_its_translation_as_fuzzy_and_the_old_one_becomes_obsolete() -> None:
    assert updated(po(KEPT), NEW) == (
        replace(KEPT, text=NEW, flags=("fuzzy",), previous=Previous(text=OLD)),
        replace(KEPT, obsolete=True),
    )


def test_a_text_that_is_gone_becomes_obsolete_without_its_places() -> None:
    told = replace(KEPT, extracted=("type: Plain text",), references=("source/a.md",), flags=("no-wrap",))
    assert updated(po(told)) == (replace(KEPT, flags=("no-wrap",), obsolete=True),)


def test_a_text_that_is_gone_leaves_nothing_if_nobody_has_written_anything() -> None:
    assert updated(po(Message(text="가"), Message(text="나", comments=("메모",)))) == (
        Message(text="나", comments=("메모",), obsolete=True),
    )


def test_a_text_that_returns_gets_its_translation_back_and_no_near_match() -> None:
    gone = update(po(KEPT), pot(NEW), KO, threshold=75)
    assert updated(gone, OLD)[0] == KEPT


def test_a_near_match_of_a_fuzzy_translation_keeps_the_text_that_it_was_made_for() -> None:
    fuzzy = replace(KEPT, text=NEW, flags=("fuzzy",), previous=Previous(text=OLD))
    newest = NEW.replace("five", "seven")
    assert updated(po(fuzzy), newest)[0].previous == Previous(text=OLD)


def test_the_previous_text_has_its_context() -> None:
    (fuzzy, _) = updated(po(replace(KEPT, context="보관")), NEW)
    assert fuzzy.previous == Previous(text=OLD, context="보관")


@pytest.mark.parametrize(("threshold", "state"), [(90, State.FUZZY), (91, State.UNTRANSLATED)])
def test_a_near_match_is_at_least_as_near_as_asked_for(threshold: int, state: State) -> None:
    """Nine of ten characters are the same."""
    assert (
        updated(
            po(Message(text="가나다라마바사아자차", translations=("x",))),
            "가나다라마바사아자카",
            threshold=threshold,
        )[0].state
        is state
    )


def test_without_a_threshold_nothing_is_near() -> None:
    assert updated(po(KEPT), NEW, threshold=None)[0] == Message(text=NEW)


def test_the_nearest_text_is_chosen() -> None:
    near = replace(KEPT, text=NEW.replace("five", "four"), translations=("가까운 것",))
    assert updated(po(KEPT, near, replace(KEPT, text=f"{OLD} {OLD}")), NEW)[0].translation == "가까운 것"


def test_of_two_texts_that_are_equally_near_the_earlier_is_chosen() -> None:
    first, second = (
        replace(KEPT, text=NEW.replace("five", word), translations=(word,)) for word in ("AAAA", "BBBB")
    )
    assert updated(po(first, second), NEW.replace("five", "CCCC"))[0].translation == "AAAA"


def test_a_text_without_a_translation_is_no_near_match() -> None:
    assert updated(po(replace(KEPT, translations=("",))), NEW)[0] == Message(text=NEW)


def test_an_obsolete_text_may_be_a_near_match() -> None:
    assert updated(po(replace(KEPT, obsolete=True)), NEW)[0].previous == Previous(text=OLD)


def test_a_text_with_a_plural_is_never_a_near_match() -> None:
    plural = replace(KEPT, plural=f"{OLD}s")
    assert updated(po(plural), NEW)[0] == Message(text=NEW)
    assert updated(po(KEPT), Message(text=NEW, plural=f"{NEW}s"))[0] == Message(text=NEW, plural=f"{NEW}s")


def test_the_translators_headers_stay_and_missing_ones_are_added() -> None:
    headers = {
        "X-Generator": "Weblate 5.4",
        "Last-Translator": "김\u00a0영희",
        "Plural-Forms": "nplurals=2; plural=n>1;",
        "POT-Creation-Date": "2001-01-01 00:00+0000",
    }
    result = update(Catalog(headers=headers, comments=("머리",)), pot("가"), KO, threshold=75)
    assert result.comments == ("머리",)
    assert {**result.headers, "POT-Creation-Date": headers["POT-Creation-Date"]}.items() >= headers.items()
    assert result.headers["POT-Creation-Date"] == "2021-04-05 09:30+0900"
    assert result.headers["Language"] == "ko"


def test_missing_plural_forms_are_added_empty() -> None:
    plural = Message(text="%d file", plural="%d files", translations=("ملف",))
    assert updated(po(plural), replace(plural, translations=("",)), into=AR) == (
        replace(plural, translations=("ملف", "", "", "", "", "")),
    )


def test_no_plural_form_is_lost_if_the_catalog_has_more_of_them_than_cldr() -> None:
    plural = Message(text="%d file", plural="%d files", translations=("um", "dois", "muitos"))
    catalog = po(plural, **{"Plural-Forms": "nplurals=2; plural=(n > 1);"})
    assert updated(catalog, replace(plural, translations=("",)), into=PT) == (plural,)


def test_the_catalogs_own_header_says_how_many_plural_forms_there_are() -> None:
    """CLDR has given some languages another form since, and their complete catalogs stay complete."""
    plural = Message(text="%d file", plural="%d files", translations=("um", "dois"))
    catalog = po(plural, **{"Plural-Forms": "nplurals=2; plural=(n > 1);"})
    assert updated(catalog, replace(plural, translations=("",)), into=PT) == (plural,)
    unread = po(replace(plural, translations=("um",)), **{"Plural-Forms": "nplurals=; plural=?"})
    assert updated(unread, plural, into=DE) == (replace(plural, translations=("um", "")),)


def test_no_plural_form_is_lost_if_the_text_has_a_plural_no_more() -> None:
    plural = Message(text="%d file", plural="%d files", translations=("um", "dois"))
    kept = [text for message in updated(po(plural), "%d file", into=PT) for text in message.translations]
    assert {"um", "dois"} <= set(kept)


def test_a_plural_that_was_edited_is_fuzzy() -> None:
    plural = Message(text="%d file", plural="%d files", translations=("um", "dois"))
    (kept,) = updated(po(plural), Message(text="%d file", plural="%d documents"), into=DE)
    assert kept.state is State.FUZZY
    assert kept.previous == Previous(text="%d file", plural="%d files")


def test_an_obsolete_translation_is_not_lost_to_an_entry_of_the_same_text_without_one() -> None:
    """As after a merge of two branches."""
    catalog = po(Message(text=OLD), replace(KEPT, obsolete=True))
    assert KEPT.translation in [message.translation for message in updated(catalog, OLD)]


def test_of_two_obsolete_translations_of_a_text_that_returns_none_is_lost() -> None:
    other = replace(KEPT, translations=("다른 번역",), obsolete=True)
    result = updated(po(replace(KEPT, obsolete=True), other), OLD)
    assert {KEPT.translation, "다른 번역"} <= {message.translation for message in result}
