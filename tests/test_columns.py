"""How wide the columns of a table are."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.markdown.portable.columns import WHOLE, shares, width

CELLS = st.text(alphabet="ab 한字ا\u0e01\u0301-", max_size=60)
TABLES = st.integers(1, 8).flatmap(
    lambda columns: st.lists(st.lists(CELLS, min_size=columns, max_size=columns), min_size=1, max_size=5)
)


@given(TABLES)
def test_shares_are_whole_and_make_up_the_table(rows: list[list[str]]) -> None:
    found = shares(rows)
    assert len(found) == len(rows[0])
    assert sum(found) == WHOLE
    assert min(found) >= 1


@given(TABLES)
def test_the_same_shares_hold_in_another_language_unless_a_word_does_not_fit(rows: list[list[str]]) -> None:
    found = shares(rows)
    assert shares([["x" for _ in row] for row in rows], wanted=found) == found


def test_a_word_that_does_not_fit_makes_its_column_wider() -> None:
    english = [
        ["Term", "Meaning"],
        ["law", "what a parliament has decided, in all of its parts and in every case"],
    ]
    german = [["Begriff", "Bedeutung"], ["Datenschutzgrundverordnung", "was ein Parlament beschlossen hat"]]
    given_shares = shares(english)
    found = shares(german, wanted=given_shares)
    assert given_shares[0] < found[0]
    assert found == shares(german)


def test_many_columns_share_what_there_is() -> None:
    assert set(shares([["a"] * 50])) == {2}


def test_wide_letters_count_twice_and_marks_not_at_all() -> None:
    assert width("a한字") == 5
    assert width("e\u0301\u2066x\u2069") == 2
    assert width("กิ") == 1
