import datetime

import pytest

from pipeline.catalog import extract, start, template, update
from pipeline.languages import language
from pipeline.migrate import HEADER, RULES, migrate
from pipeline.model import Catalog, Message, Previous
from tests.test_segment import read

NOW = datetime.datetime(2021, 4, 5, tzinfo=datetime.UTC)
SOURCE = "# Sharing {#sharing}\n\n- [ ] I agree.\n- [x] I read it.\n\nPlain.\n"
KOREAN = language("ko")
UNITS = read(SOURCE).units


def old(*pairs: tuple[str, str], rules: str | None = None) -> Catalog:
    headers = {"Language": "ko"} if rules is None else {"Language": "ko", HEADER: rules}
    return Catalog(headers=headers, messages=tuple(Message(text=a, translations=(b,)) for a, b in pairs))


FIRST_RULES = old(
    ("Sharing {#sharing}", "공유 {#sharing}"), ("[ ] I agree.", "[ ] 동의합니다."), ("Plain.", "평문.")
)


def test_marks_that_left_the_text_leave_the_translation() -> None:
    migrated = migrate(FIRST_RULES, UNITS)
    assert [(message.text, message.translation, message.flags) for message in migrated.messages] == [
        ("Sharing", "공유", ()),
        ("I agree.", "동의합니다.", ()),
        ("Plain.", "평문.", ()),
    ]
    assert migrated.headers[HEADER] == str(RULES)


def test_update_carries_the_translations_over_unfuzzied() -> None:
    today = template("terms", extract(UNITS), source="en", now=NOW, old=None)
    updated = update(migrate(FIRST_RULES, UNITS), today, KOREAN, threshold=75)
    assert [(m.text, m.translation, m.flags, m.obsolete) for m in updated.messages] == [
        ("Sharing", "공유", ("markdown-text",), False),
        ("I agree.", "동의합니다.", ("markdown-text",), False),
        ("I read it.", "", ("markdown-text",), False),
        ("Plain.", "평문.", ("markdown-text",), False),
    ]


def test_a_translation_without_the_marks_is_kept_as_fuzzy() -> None:
    [message] = migrate(old(("[ ] I agree.", "동의합니다.")), UNITS).messages
    assert (message.text, message.translation, message.flags) == ("I agree.", "동의합니다.", ("fuzzy",))
    assert message.previous == Previous(text="[ ] I agree.")


def test_a_catalog_of_todays_rules_is_left_alone() -> None:
    catalog = old(("[ ] I agree.", "[ ] 동의합니다."), rules=str(RULES))
    assert migrate(catalog, UNITS) == catalog


def test_a_text_that_is_there_already_is_not_made_twice() -> None:
    catalog = old(("[ ] I agree.", "옛것"), ("I agree.", "동의합니다."))
    assert [message.text for message in migrate(catalog, UNITS).messages] == ["[ ] I agree.", "I agree."]


def test_a_new_catalog_says_its_rules() -> None:
    made = start(template("terms", extract(UNITS), source="en", now=NOW, old=None), KOREAN)
    assert made.headers[HEADER] == str(RULES)


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "x", "٣"])
def test_a_number_of_rules_that_is_none_is_the_first(number: str) -> None:
    assert migrate(old(("[ ] I agree.", "[ ] 동의합니다."), rules=number), UNITS).headers[HEADER] == str(
        RULES
    )
