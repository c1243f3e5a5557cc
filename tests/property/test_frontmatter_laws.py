"""Only the replaced values change, whatever the front matter and whatever the texts; and they are read as written."""

from itertools import takewhile

from hypothesis import assume, example, given
from hypothesis import strategies as st

from pipeline.frontmatter import FrontMatter, fenced, read
from pipeline.model import Diagnostic
from tests.property.front_matters import Sample, samples

SNIPPETS = (
    "개인정보", "プライバシー", "隐私", "الخصوصية\u200f", "นโยบาย", "👨\u200d👩\u200d👧", "e\u0301", "'", '"', "'''", '"""', "\\", "\\u", "\n", "\t", "\r", " ",
    "\x00", "\x07", "\x7f", "\x85", "\x9f", "\xa0", "\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff", ": ", " #", "- ", ", ", "{", "}", "[", "]", "&a",
    "*a", "!t", "|", ">", "%", "@", "`", "?", "---", "+++", "...", "=", "~", "null", "yes", "1.10", "2021-04-05", "a",
)  # fmt: skip
text = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=12),
    st.lists(st.sampled_from(SNIPPETS), max_size=4).map("".join),
)
BODY = "# Text\n\n---\n\n+++\n"


def split(source: str) -> FrontMatter:
    result = read(f"{source}{BODY}", "source/terms.md")
    assert not isinstance(result, Diagnostic), result
    front_matter, body = result
    assert body == "\n" * source.count("\n") + BODY
    return front_matter


def texts(front_matter: FrontMatter) -> dict[str, str]:
    return {key: value.text for key, value in front_matter.values.items()}


def without(front_matter: FrontMatter, keys: set[str]) -> str:
    """The block without the values of some keys."""
    spans = sorted((front_matter.values[key].start, front_matter.values[key].end) for key in keys)
    cuts = [0, *(end for span in spans for end in span), len(front_matter.text)]
    return "\0".join(front_matter.text[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=True))


@given(samples)
def test_all_texts_are_read_and_nothing_else(sample: Sample) -> None:
    assert texts(split(sample.source)) == sample.texts


@given(samples)
def test_nothing_new_is_nothing_changed(sample: Sample) -> None:
    front_matter = split(sample.source)
    assert fenced(front_matter, {}) == fenced(front_matter, sample.texts) == sample.source


@given(samples, st.data())
def test_only_what_is_replaced_changes(sample: Sample, data: st.DataObject) -> None:
    assume(sample.texts)
    new = data.draw(st.dictionaries(st.sampled_from(sorted(sample.texts)), text, min_size=1))
    before = split(sample.source)
    after = split(fenced(before, new))
    assert list(texts(after).items()) == list({**texts(before), **new}.items())
    assert without(after, set(new)) == without(before, set(new))
    assert (after.format, after.opening, after.closing) == (before.format, before.opening, before.closing)


@given(samples, st.dictionaries(text.filter(lambda key: "." not in key), text, min_size=1, max_size=2))
@example(Sample(source="+++\n[a]\nb = 'c' # d\n+++\n"), {"a": "x", "": "y"})
@example(Sample(source="---\n? a\n---\n"), {"a": "x", "---": "y"})
def test_a_new_key_is_one_piece_more(sample: Sample, new: dict[str, str]) -> None:
    before = split(sample.source)
    assume(not {path.split(".")[0] for path in before.values} & new.keys())
    # A key with a list or a table is no value, and yet it is there.
    assume(not any(key and key in before.text for key in new))
    after = split(fenced(before, new))
    assert texts(after) == {**texts(before), **new}
    same = takewhile(lambda pair: pair[0] == pair[1], zip(before.text, after.text, strict=False))
    assert after.text.endswith(before.text[len(list(same)) :])
