"""A rule that is not asked, and a look that is not taken, would have found nothing."""

import re
import sys
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.check import Brief, pair
from pipeline.check.needs import asked
from pipeline.check.translation import FINISHED
from pipeline.check.translation.damage import _LOST as LOST
from pipeline.check.translation.damage import _STRANGE as STRANGE
from pipeline.languages import script
from pipeline.markdown import References
from pipeline.markdown.features import features, parsed_features
from pipeline.model import Kind, Message, Unit
from pipeline.reading.clauses import clauses
from pipeline.reading.dates import _has_name as has_name
from pipeline.reading.dates import _reader as date_reader
from pipeline.reading.digits import western
from pipeline.reading.facts import _FIGURE as FIGURE_OF_FACTS
from pipeline.reading.numbers import _AFTERNOON as AFTERNOON
from pipeline.reading.numbers import _FULL_HOUR as FULL_HOUR
from pipeline.reading.numbers import _MORNING as MORNING
from pipeline.reading.numbers import _SIGN_BEFORE_HOURS as SIGN_BEFORE_HOURS
from pipeline.reading.numbers import _SIGN_OF_HOURS as SIGN_OF_HOURS
from pipeline.reading.numbers import numbers
from pipeline.reading.scripts import _OTHERS, foreign_letters, is_own, latin_runs
from pipeline.reading.sentences import _folded as folded
from pipeline.reading.sentences import _may_share_run as may_share_run
from pipeline.reading.sentences import _read as read
from pipeline.reading.sentences import _runs as runs
from tests.property import documents
from tests.property.test_sign_laws import DATED, LOCALES

WORDS = (
    "word",
    " ",
    " ",
    ", ",
    ".",
    "a b",
    "법",
    "은",
    "個人",
    "٣",
    "第三条",
    "제6조",
    "x.y",
    "www.a.b",
    "None",
    "user's",
    "“",
    "«",
    "(",
    "a)",
)
TEXTS = st.lists(st.sampled_from(WORDS) | documents.hostile, min_size=1, max_size=6).map("".join).filter(bool)
ALL = "".join(map(chr, range(sys.maxunicode + 1)))


UNITS = st.builds(
    Unit,
    text=TEXTS,
    kind=st.sampled_from((*Kind,)),
    type=st.just(""),
    block=st.sampled_from(("", "p", "h2", "td")),
    path=st.just("a.md"),
    line=st.just(1),
    slot=st.just((0,)),
)
PLAIN = Unit(text="a", kind=Kind.METADATA, type="", block="p", path="a.md", line=1, slot=(0,))


@given(UNITS, TEXTS, st.sampled_from(LOCALES), st.sampled_from(({}, documents.REFERENCES)))
@example(PLAIN, "&#40;", "de", {})
@example(PLAIN, "WWW.b", "de", {})
@example(PLAIN, " b", "de", {})
@example(replace(PLAIN, text="&#34;a&#34;"), "b ", "de", {})
def test_a_rule_that_is_not_asked_finds_nothing(
    unit: Unit, target: str, locale: str, references: References
) -> None:
    message = Message(text=unit.text, translations=(target,), line=1)
    both = pair(unit, message, references, Brief(source="en", target=locale))
    known = asked(both)
    assert not [(rule.code, found) for rule in FINISHED if rule not in known for found in rule.find(both)]


@given(documents.hostile)
def test_a_text_without_markup_has_the_features_of_its_letters(text: str) -> None:
    for references in ({}, documents.REFERENCES):
        assert features(text, references) == parsed_features(text, references)


@given(st.sampled_from(LOCALES), DATED)
def test_a_date_with_a_month_in_words_has_its_name(locale: str, text: str) -> None:
    reader = date_reader(locale)
    plain = western(text)
    if not has_name(plain, reader):
        places = [match.start() for match in reader.beginning.finditer(plain)]
        assert places == [match.start() for match in reader.figure.finditer(plain)]
        assert not any(pattern.whole.search(plain) for pattern in reader.patterns if pattern.needs_name)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_name_of_a_month_is_known_in_any_case(locale: str) -> None:
    reader = date_reader(locale)
    letters = {letter for name in reader.months for letter in name}
    for letter in re.findall(f"[{re.escape(''.join(letters))}]", ALL, re.IGNORECASE):
        for known in letters:
            if re.match(re.escape(known), letter, re.IGNORECASE):
                folded = letter.replace("İ", "i").replace("ı", "i").casefold()
                assert folded == known.replace("ı", "i").casefold()


@given(st.sampled_from(LOCALES), st.text() | st.text(alphabet="059٥二第제条조 .(a§"))
def test_clauses_and_numbers_have_a_figure(locale: str, text: str) -> None:
    if not FIGURE_OF_FACTS.search(text):
        assert not clauses(text, locale)
        assert not numbers(text, locale)


@pytest.mark.parametrize("pattern", [AFTERNOON, MORNING])
@given(data=st.data())
def test_a_half_of_the_day_has_its_sign(pattern: re.Pattern[str], data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern))
    assert SIGN_OF_HOURS.search(text) or SIGN_BEFORE_HOURS.search(text)


@given(st.text(alphabet="01:：h ") | st.from_regex(FULL_HOUR))
def test_a_full_hour_has_two_zeros(text: str) -> None:
    assert "00" in western(text) or not FULL_HOUR.search(western(text))


@given(st.lists(st.sampled_from(("a", "Bc", "ΑΣ", "d's", "e-f", "İg", "K", ".", "; "))), st.data())
def test_a_run_of_words_has_one_that_is_looked_for_first(words: list[str], data: st.DataObject) -> None:
    source, target = " ".join(words), data.draw(st.sampled_from((" ", ".", "\n"))).join(words[1:])
    known = read(source)
    assert may_share_run(known, folded(target)) or not [*runs(known, target)]


@given(st.text())
@example("\ufffd")
def test_a_strange_character_is_lost_or_not_printable(text: str) -> None:
    assert LOST in text or not text.isprintable() or not STRANGE.search(text)


def test_all_strange_characters_but_one_are_not_printable() -> None:
    assert {letter for letter in STRANGE.findall(ALL) if letter.isprintable()} == {LOST}


@pytest.mark.parametrize("locale", ["en", "ko", "ja", "zh_Hans", "zh_Hant", "ar", "uk", "th"])
def test_a_text_in_its_own_letters_has_no_others(locale: str) -> None:
    for letter in _OTHERS[script(locale)].sub("", ALL):
        assert is_own(letter, locale)
        assert not foreign_letters(letter, locale, "")
        assert not latin_runs(" ".join([letter * 2] * 4), locale)
