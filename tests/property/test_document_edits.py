"""What an author does to a document, and what it costs: nothing, a second look, or nothing but a place in the file."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.catalog import extract, start, template, update
from pipeline.languages import language
from pipeline.model import Catalog, State
from tests.test_segment import read

NOW = datetime.datetime(2021, 4, 5, tzinfo=datetime.UTC)
KOREAN = language("ko")

sentence = st.lists(
    st.sampled_from(
        ["we", "collect", "personal", "information", "when", "users", "visit", "our", "websites", "and", "never", "sell", "it",
         "처리방침", "クッキー", "*always*", "[terms](/terms)", "3rd", "(1)", "14", "days"],
    ),
    min_size=4,
    max_size=12,
).map(lambda words: " ".join(words) + ".")  # fmt: skip
block = st.one_of(
    sentence.map(lambda text: ("", text)),
    sentence.map(lambda text: ("## ", text)),
    sentence.map(lambda text: ("- ", text)),
    sentence.map(lambda text: ("> ", text)),
)
document = st.lists(block, min_size=2, max_size=8, unique_by=lambda pair: pair[1])
Blocks = Sequence[tuple[str, str]]


def write(blocks: Blocks, *, wrap: bool = False) -> str:
    texts = (
        (mark, text.replace(" ", "\n" + " " * len(mark), 3) if wrap and mark != "## " else text)
        for mark, text in blocks
    )
    return (
        "\n\n".join(mark + (text.replace("\n  ", "\n> ") if mark == "> " else text) for mark, text in texts)
        + "\n"
    )


def made(text: str) -> Catalog:
    return template("d", extract(read(text).units), source="en", now=NOW, old=None)


def translated(text: str) -> Catalog:
    catalog = start(made(text), KOREAN)
    return replace(
        catalog, messages=tuple(replace(m, translations=(f"번역: {m.text}",)) for m in catalog.messages)
    )


def updated(catalog: Catalog, text: str) -> Catalog:
    return update(catalog, made(text), KOREAN, threshold=75)


def nothing_is_lost(before: Catalog, after: Catalog) -> None:
    assert {m.translation for m in before.messages} <= {m.translation for m in after.messages}
    texts = {m.text: m.translation for m in before.messages}
    for message in after.active:
        if message.state is State.TRANSLATED:
            assert message.translation == texts[message.text]
        if message.state is State.FUZZY:
            assert message.previous is not None
            assert message.previous.text in texts


@given(document, st.permutations([0, 1, 2, 3, 4, 5, 6, 7]))
def test_moving_costs_nothing(blocks: Blocks, order: Sequence[int]) -> None:
    before = translated(write(blocks))
    after = updated(before, write([blocks[index] for index in order if index < len(blocks)]))
    assert {m.key: m.translation for m in after.active} == {m.key: m.translation for m in before.active}
    assert all(message.state is State.TRANSLATED for message in after.active)


@given(document)
def test_rewrapping_costs_nothing(blocks: Blocks) -> None:
    before = translated(write(blocks))
    after = updated(before, write(blocks, wrap=True))
    assert [(m.text, m.translations, m.flags) for m in after.messages] == [
        (m.text, m.translations, m.flags) for m in before.messages
    ]


@given(document)
def test_demoting_and_changing_list_marks_cost_nothing(blocks: Blocks) -> None:
    other = {"## ": "#### ", "- ": "1. "}
    before = translated(write(blocks))
    after = updated(before, write([(other.get(mark, mark), text) for mark, text in blocks]))
    assert [(m.text, m.translations, m.flags) for m in after.messages] == [
        (m.text, m.translations, m.flags) for m in before.messages
    ]


EDITS = ["insert", "delete", "typo", "merge", "split", "move"]


@given(
    document, st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 7)), min_size=1, max_size=6), sentence
)
def test_no_edit_loses_a_translation(blocks: Blocks, script: Sequence[tuple[str, int]], new: str) -> None:
    before = translated(write(blocks))
    after = updated(before, write(edited(blocks, script, new)))
    nothing_is_lost(before, after)
    assert updated(after, write(edited(blocks, script, new))) == after
    back = updated(after, write(blocks))
    assert {m.key: m.translation for m in back.active} == {m.key: m.translation for m in before.active}
    assert all(message.state is State.TRANSLATED for message in back.active)


def edited(blocks: Blocks, script: Sequence[tuple[str, int]], new: str) -> Blocks:
    result = list(blocks)
    for name, number in script:
        index = number % len(result)
        mark, text = result[index]
        if name == "insert":
            result.insert(index, ("", new))
        elif name == "delete" and len(result) > 1:
            del result[index]
        elif name == "typo":
            result[index] = (mark, text[:-2] + "x" + text[-2:])
        elif name == "merge" and index + 1 < len(result):
            result[index : index + 2] = [(mark, f"{text} {result[index + 1][1]}")]
        elif name == "split":
            words = text.split(" ")
            middle = len(words) // 2
            result[index : index + 1] = [(mark, " ".join(words[:middle])), (mark, " ".join(words[middle:]))]
        elif name == "move":
            result.append(result.pop(index))
    return result
