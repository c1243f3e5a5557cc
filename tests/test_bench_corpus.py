"""The benchmark's corpus: the same seed, the same bytes; and translations that change words alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench import corpus
from tests.bench.tool import message_translated
from tests.bench.translations import LOCALES, translated

POLICIES = corpus.policies(7, 6)
FILES = [corpus.markdown(policy) for policy in POLICIES]


def test_the_same_seed_makes_the_same_bytes() -> None:
    assert [corpus.markdown(policy) for policy in corpus.policies(7, 6)] == FILES
    assert [corpus.markdown(policy) for policy in corpus.policies(8, 6)] != FILES


def test_more_documents_leave_the_first_ones_as_they_are() -> None:
    assert corpus.policies(7, 8)[:6] == POLICIES


def test_a_policy_is_about_eight_kilobytes_with_what_policies_have() -> None:
    sizes = [len(file.encode()) for file in FILES]
    assert 6500 < sum(sizes) / len(sizes) < 9500
    for file in FILES:
        for construct in ("\n## ", "\n- ", "\n  - ", "\n1. ", "| --- | :---: |", "\n> ", "](https://", "**"):
            assert construct in file


@pytest.mark.parametrize("locale", LOCALES)
def test_a_translation_has_other_words_and_the_same_numbers_links_and_marks(locale: str) -> None:
    text = "The **Provider** may erase [all records](https://example.com/a?b=2) within 30 days, NexCloud says; `session_id`."
    said = translated(text, locale)
    assert re.sub(r"[^\W\d_]", "", said) == re.sub(r"[^\W\d_]", "", text)
    assert "](https://example.com/a?b=2) " in said
    assert " 30 " in said
    assert "NexCloud" in said
    assert said.endswith("; `session_id`.")
    assert not {"The", "Provider", "records", "days"} & set(re.findall(r"[A-Za-z]+", said))


@given(
    st.lists(
        st.sampled_from(
            ["records", "30", "**the", "user**", "(a)", "<a@example.com>", "개인", "\u2028", "\u00a0"]
        )
    )
)
def test_a_text_is_translated_word_by_word(words: list[str]) -> None:
    """A tool may cut a text into messages wherever words end: the pieces say the same."""
    whole = translated(" ".join(words), "ko")
    assert whole == " ".join(translated(word, "ko") for word in words)


def test_a_message_of_front_matter_keeps_keys_and_identifiers() -> None:
    text = 'id: policy-00001\ntitle: Mail Policy\neffective: 2021-04-05\nversion: "1.0"'
    title = translated("Mail Policy", "ja")
    wanted = f'id: policy-00001\ntitle: {title}\neffective: 2021-04-05\nversion: "1.0"'
    assert message_translated(text, "ja") == wanted
    assert message_translated("policy-00001", "ja") == "policy-00001"


def test_an_edit_changes_the_share_of_the_units_that_is_asked_for() -> None:
    after = corpus.edited(7, POLICIES, share=0.05)
    changed = [
        (old, new)
        for before, now in zip(POLICIES, after, strict=True)
        for old, new in zip(before.pieces, now.pieces, strict=True)
        if old != new
    ]
    assert len(changed) == round(0.05 * sum(policy.units for policy in POLICIES))
    assert all(old.prose and old.text != new.text for old, new in changed)
    assert after == corpus.edited(7, POLICIES, share=0.05)


def test_lines_are_broken_without_changing_the_text() -> None:
    piece = corpus.Piece(before="- ", text="word " * 60 + "end", wrapped="  ")
    lines = corpus.markdown(corpus.Policy(name="a", pieces=(piece,))).split("\n")
    assert len(lines) > 3
    assert " ".join(line[2:] for line in lines[:-1]) == piece.text
    assert all(len(line) <= 88 for line in lines)
