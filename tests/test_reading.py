import pytest

from pipeline.markdown import OBJECT
from pipeline.reading.damage import damage
from pipeline.reading.marks import QUOTES, stray_brackets, stray_quotes, unmatched_brackets, unmatched_quotes


@pytest.mark.parametrize(
    ("text", "part", "mended"),
    [
        ("each memberâ€™s rights", "memberâ€™s", "member’s"),
        ("in ì„œìš¸ and Busan", "ì„œìš¸", "서울"),
        ("a cafÃƒÂ© here", "cafÃƒÂ©", "café"),
        ("letters are l\ufffdst", "l\ufffdst", None),
        ("개인정보를 수집하고 이용하며 memberâ€™s 보관합니다", "memberâ€™s", "member’s"),
    ],
)
def test_damage_is_found_with_what_it_should_be(text: str, part: str, mended: str | None) -> None:
    [found] = damage(text)
    assert (found.part, found.mended) == (part, mended)
    assert text[found.start :].startswith(part)


def test_damage_between_words_without_blanks_is_told_alone() -> None:
    text = f"{'個人情報' * 20}â€™{'個人情報' * 20}"
    assert [(one.part, one.mended, one.start) for one in damage(text)] == [("â€™", "’", 80)]
    [lost] = damage(f"{'個人情報' * 20}\ufffd{'個人情報' * 20}")
    assert (lost.mended, len(lost.part), "\ufffd" in lost.part) == (None, 40, True)


def test_damage_that_swallowed_a_blank_is_told_with_its_neighbours() -> None:
    [found] = damage("one Ã\u00a0 two â€” three")[:1]
    assert (found.part, found.mended) == ("Ã\u00a0", "à")


@pytest.mark.parametrize(
    "text",
    [
        "SÃO PAULO, ÂNGELA, “naïve” façades for 10 €",
        "개인정보, 個人情報, الخصوصية, גלישה",
        "a control character\u0092s",
        "",
    ],
)
def test_sound_text_is_not_damaged(text: str) -> None:
    assert damage(text) == ()


def test_strays_stand_where_they_are_told() -> None:
    text = "one (two) three) “four"
    assert (stray_brackets(text), unmatched_brackets(text)) == ((15,), (")",))
    assert (stray_quotes(text, "en"), unmatched_quotes(text, "en")) == ((17,), ("“",))


def test_brackets_of_both_widths_pair() -> None:
    assert unmatched_brackets("（a) [b］ 【c】") == ()
    assert unmatched_brackets("（a 【c】】") == ("（", "】")


def test_marks_that_nest_beyond_reason_are_strays() -> None:
    assert len(unmatched_brackets("(" * 200 + "]" * 200)) == 400
    assert unmatched_brackets("(" * 200 + ")" * 200) == ()


@pytest.mark.parametrize("locale", sorted(QUOTES))
def test_a_languages_own_quotation_marks_pair(locale: str) -> None:
    for pair in QUOTES[locale]:
        opening, closing = pair[0], pair[1]
        assert unmatched_quotes(f"a {opening}b{closing} c", locale) == ()
        assert unmatched_quotes(f"a {opening}b c", locale) == (opening,)


@pytest.mark.parametrize("locale", ["xx", "zh_Hans_CN", "en_GB", "th"])
def test_the_marks_of_any_language_pair_in_any_language(locale: str) -> None:
    assert unmatched_quotes("“a” ‘b’ „c“ „d” «e» »f« 「g」 『h』 《i》 〈j〉 \"k\" 'l'", locale) == ()


def test_marks_of_languages_where_both_are_equal() -> None:
    assert unmatched_quotes("Han sa ”ja” och »nej».", "sv") == ()
    assert unmatched_quotes("Han sa ”ja och nej.", "sv") == ("”",)
    assert unmatched_quotes("He said ”yes.", "en") == ("”",)


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("the users' and the user’s rights, don't", "en"),
        ("'tis ’twas rock 'n' roll in the '90s", "en"),
        ("‘the users’ choice’", "en"),
        ("'s avonds, 't is", "nl"),
        ("l’eau et l'air", "fr"),
        ('a 15" screen', "en"),
        ('צה"ל', "he"),
        ("'쿠키'를 '웹'과", "ko"),
        ("使用'Cookie'技术", "zh_Hans"),
        (f"'{OBJECT}' and \"{OBJECT}\"", "en"),
    ],
)
def test_apostrophes_and_the_like_are_no_quotation_marks(text: str, locale: str) -> None:
    assert unmatched_quotes(text, locale) == ()


def test_of_an_odd_number_of_straight_marks_the_odd_one_is_told() -> None:
    assert stray_quotes('"A means. "B" means.', "en") == (0,)
    assert stray_quotes('"A" means. B" means.', "en") == (12,)
    assert stray_quotes('"A" means "B', "en") == (10,)
