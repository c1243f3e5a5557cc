"""Whatever a catalog holds, a finding shows it on one line that is not too long, and the marks stand below its parts."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pipeline.model import Diagnostic, Excerpt
from pipeline.reading.visible import hidden
from pipeline.report.excerpt import line
from pipeline.report.forms import FORMS

SNIPPETS = (
    "a", " ", "  ", "개인정보", "\u1112\u1161\u11ab", "プライバシー", "ﾊﾟ", "隐私", "الخصوصية", "עברית", "नीति", "นโยบาย", "e\u0301\u0323",
    "\u0301", "\u0301" * 12, "👨\u200d👩\u200d👧", "❤\ufe0f", "🇰🇷", "\u200c", "\u200b", "\u00a0", "\u3000", "\u2028", "\u202e", "\u2066",
    "\ufeff", "\x1b[31m", "\x9b2J", "\r", "\n", "\t", "\x00", "\x7f", "\ud800", "\U000e0041", "\ue000", "{{ name }}", "⟦", "…", "^",
)  # fmt: skip
text = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(SNIPPETS), max_size=60).map("".join),
)
parts = st.lists(st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=3)), max_size=5).map(tuple)
excerpts = st.builds(Excerpt, text=text, parts=parts)
WIDTHS = st.integers(20, 90)


@given(excerpts, WIDTHS, st.floats(0, 1, exclude_max=True))
def test_a_line_is_one_line_and_no_longer_than_it_may_be(excerpt: Excerpt, width: int, near: float) -> None:
    shown = line(excerpt, width, near=near)
    told = "".join(text for text, _ in shown.runs)
    assert not any(hidden(char) for char in told + shown.marks)
    brackets = 0 if shown.marks else 2 * sum(marked for _, marked in shown.runs)
    first = max((cell_len(text) for text, marked in shown.runs if marked), default=0)
    assert cell_len(told) <= max(width + brackets, first + 2 + brackets)


@given(excerpts, WIDTHS)
def test_marks_stand_below_what_is_marked(excerpt: Excerpt, width: int) -> None:
    shown = line(excerpt, width)
    if shown.marks:
        marks = "".join(("^" if marked else " ") * cell_len(text) for text, marked in shown.runs)
        assert shown.marks == marks.rstrip(" ")


@given(excerpts)
def test_a_part_that_is_in_the_text_is_marked(excerpt: Excerpt) -> None:
    shown = line(excerpt, 90)
    assert any(marked for _, marked in shown.runs) == any(
        part in excerpt.text for part in excerpt.parts if part
    )


@given(excerpts)
def test_a_text_that_fits_is_whole(excerpt: Excerpt) -> None:
    shown = line(excerpt, 10_000)
    assert "".join(text for text, marked in shown.runs if not marked or "⟦" not in text).count(
        "…"
    ) <= excerpt.text.count("…")


@given(text, excerpts, excerpts)
def test_every_form_takes_every_text(message: str, source: Excerpt, target: Excerpt) -> None:
    problem = Diagnostic(
        path="a.po", line=1, code="link", message=message, hint=message, source=source, target=target
    )
    for form in FORMS.values():
        shown = form([problem], ".")
        shown.encode()
        assert not any(hidden(char) for char in shown if char != "\n")
