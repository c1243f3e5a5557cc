"""What the checks look for has a sign that is quickly seen: a text without the sign has nothing of the kind."""

import re
import sys
import unicodedata

import ftfy
import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.translation.blanks import _BLANKS as OUTER_BLANKS
from pipeline.check.translation.blanks import _SUSPECT as SIGN_OF_BLANKS
from pipeline.check.translation.blanks import _WRONG as WRONG_BLANKS
from pipeline.check.translation.end import _BLANKS as BLANKS
from pipeline.check.translation.leftover import _MARK as LEFTOVER
from pipeline.check.translation.leftover import _SIGN as SIGN_OF_LEFTOVER
from pipeline.check.translation.literal import _LEFT as LITERAL
from pipeline.check.translation.literal import _SIGN as SIGN_OF_LITERAL
from pipeline.check.translation.placeholder import _MARK as TEMPLATE_MARK
from pipeline.check.translation.placeholder import _SIGN as SIGN_OF_PLACEHOLDER
from pipeline.check.translation.script import _PROGRAMS as PROGRAMS
from pipeline.languages import script
from pipeline.reading.addresses import _FEWEST as FEWEST_DIGITS
from pipeline.reading.addresses import _PHONE as PHONE
from pipeline.reading.addresses import _SIGN_OF_WEB as SIGN_OF_WEB
from pipeline.reading.addresses import _WEB as WEB
from pipeline.reading.damage import _SUSPECT as SIGN_OF_DAMAGE
from pipeline.reading.dates import _FIGURE as FIGURE
from pipeline.reading.dates import _at as at
from pipeline.reading.dates import _reader as date_reader
from pipeline.reading.digits import has_digit, western
from pipeline.reading.placeholders import _PLACEHOLDER as PLACEHOLDER
from pipeline.reading.scripts import _NO_LETTERS as NO_LETTERS
from pipeline.reading.scripts import _foreign as foreign
from pipeline.reading.scripts import foreign_letters
from pipeline.reading.sentences import _folded as folded
from pipeline.reading.terms import _COMPOUNDING as COMPOUNDING
from pipeline.reading.terms import _in_forms as in_forms
from pipeline.reading.terms import _is_form as is_form
from pipeline.reading.terms import stems

LOCALES = ("en", "ko", "ja", "zh_Hans", "de", "fr", "es", "ar", "pt_BR", "gd", "th", "he", "dz")
DIGITS = "059٥५๕０𝟝²①½一十元"
MOJIBAKE = "ÂÃâ€œ™šŠžØÙÐÎœŒßàé°¢£©®«»¡¿‚„†…–—·´\u00a0\u00ad\x80\x9d×²³√±≈ВГРСвЂўΒΓΞΟ€Ά│░ﬁ\ufffd a1漢"
PIECES = ("5", "12", "2021", "٢٠٢١", "二〇二一", "元", "年", "月", "日", "월", "May", "mai", "März", "Januar 2020", "أبريل", "من", "de", " ", ", ",
          ". ", "/", "-", "令和", "x", "\0", "Y", "th", "st", "º", "ſ", "İ", "die ", "སྤྱི་ལོ་")  # fmt: skip
DATED = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(st.text() | st.text(alphabet=DIGITS))
def test_digits_are_what_python_takes_for_decimal(text: str) -> None:
    assert has_digit(text) == any(character.isdecimal() for character in text)
    assert western(text) == "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character for character in text
    )


@pytest.mark.parametrize(
    ("whole", "sign"),
    [
        (WEB, SIGN_OF_WEB),
        (PHONE, re.compile(rf"(?:\d\D*){{{FEWEST_DIGITS}}}")),
        (PLACEHOLDER, re.compile(r"[{%]")),
        (PLACEHOLDER, SIGN_OF_PLACEHOLDER),
        (TEMPLATE_MARK, SIGN_OF_PLACEHOLDER),
        (LEFTOVER, SIGN_OF_LEFTOVER),
        (LITERAL, SIGN_OF_LITERAL),
        *((pattern, sign) for sign, pattern, _ in PROGRAMS[1:]),
    ],
    ids=lambda pattern: re.sub(r"\W+", " ", pattern.pattern)[:24].strip() or None,
)  # fmt: skip
@given(data=st.data())
def test_what_is_looked_for_has_its_sign(
    whole: re.Pattern[str], sign: re.Pattern[str], data: st.DataObject
) -> None:
    assert sign.search(data.draw(st.from_regex(whole)))


@pytest.mark.parametrize("wrong", [pattern for pattern, _ in WRONG_BLANKS])
@given(text=st.text(alphabet=" \n\t\u00a0\u3000a."))
def test_a_wrong_blank_has_its_sign(wrong: re.Pattern[str], text: str) -> None:
    if wrong.search(text):
        assert text[:1] in OUTER_BLANKS or SIGN_OF_BLANKS.search(text)


def test_a_colon_in_any_form_is_a_sign_of_a_scheme() -> None:
    sign, *_ = PROGRAMS[0]
    forms = {chr(number) for number in range(sys.maxunicode + 1) if ":" in _compatible(chr(number))}
    assert all(sign.search(form) for form in forms)
    assert sign.search("%3a")


def _compatible(character: str) -> str:
    return unicodedata.normalize("NFKC", character.lower())


def test_all_white_space_may_stand_behind_a_sentence() -> None:
    blank = re.compile(r"\s")
    assert set(BLANKS) == {chr(number) for number in range(sys.maxunicode + 1) if blank.match(chr(number))}


@given(st.text(alphabet=MOJIBAKE) | st.text())
def test_what_ftfy_mends_has_its_sign(text: str) -> None:
    if ftfy.fix_encoding(text) != text:
        assert SIGN_OF_DAMAGE.search(text)


@given(st.sampled_from(LOCALES), DATED)
def test_dates_begin_only_where_they_are_looked_for(locale: str, text: str) -> None:
    reader = date_reader(locale)
    plain = western(text)
    places = [match.start() for match in reader.beginning.finditer(plain)]
    for pattern in reader.patterns:
        everywhere = [match.span() for match in pattern.whole.finditer(plain)]
        if everywhere and reader.needs_figure:
            assert FIGURE.search(text)
        if pattern.begins_there:
            assert [match.span() for match in at(places, pattern.whole, plain)] == everywhere


@given(
    st.sampled_from(LOCALES), st.text() | st.text(alphabet="aé漢字国國说説アあ가نйλ́ªー "), st.text(max_size=4)
)
def test_foreign_letters_are_those_of_words_letter_by_letter(locale: str, text: str, source: str) -> None:
    pattern = foreign(script(locale))
    known = {*source, *NO_LETTERS}
    assert foreign_letters(text, locale, source) == tuple(
        word
        for word in regex.findall(r"[\p{L}\p{M}]+", text)
        if pattern and any(letter not in known for letter in pattern.findall(word))
    )


@given(st.text(alphabet="aB .!?;:\n\t\u00a0\u3000\x1cΣ"))
def test_folding_makes_one_blank_of_each_run(text: str) -> None:
    assert folded(text) == re.sub(r"\s+", " ", text.rstrip(" .!?:;")).lower()


WORDS = st.lists(
    st.sampled_from(("user", "Users", "data", "Daten", "Nutzer", "die", "Nutzerdaten", "§")), max_size=8
)


@given(WORDS, WORDS, st.sampled_from(("en", "de", "fr", "ko")))
def test_a_term_is_counted_at_each_of_its_places(text: list[str], term: list[str], locale: str) -> None:
    tongue = locale if locale in COMPOUNDING else ""
    roots, wanted = stems(" ".join(text), locale), stems(" ".join(term), locale)
    naive = sum(
        all(is_form(root, want, tongue) for root, want in zip(roots[start:], wanted, strict=False))
        for start in range(len(roots) - len(wanted) + 1)
    )
    assert in_forms(roots, wanted, tongue) == naive
