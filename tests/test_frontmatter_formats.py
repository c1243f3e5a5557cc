"""Front matter in its three formats. The cases are files, with lines of one dot between their parts."""

import json

import pytest

from pipeline.frontmatter import Format, FrontMatter, fenced, is_translated, read, write
from pipeline.model import Diagnostic, Kind
from pipeline.segment import Document, segment
from tests.cases import FIXTURES

Case = tuple[str, ...]
"""A title and the other parts."""


def cases(name: str, parts: int) -> list[Case]:
    text = (FIXTURES / "frontmatter" / f"{name}.txt").read_text(encoding="utf-8")
    found = f"\n{text}".split("\n.\n")
    assert len(found) % parts == 1, f"{name}.txt has a part too many or too few"
    groups = zip(*(found[i::parts] for i in range(parts)), strict=False)
    return [(title.strip("\n"), *rest) for title, *rest in groups]


def title(value: object) -> str | None:
    return value[0] if isinstance(value, tuple) else None


def split(text: str) -> tuple[FrontMatter, str]:
    result = read(text, "source/terms.md")
    assert not isinstance(result, Diagnostic), result
    return result


def texts(front_matter: FrontMatter) -> dict[str, str]:
    return {key: value.text for key, value in front_matter.values.items()}


@pytest.mark.parametrize("case", [*cases("yaml", 4), *cases("toml", 4), *cases("json", 4)], ids=title)
def test_only_what_is_replaced_changes(case: Case) -> None:
    _, given, replaced, expected = case
    front_matter, _ = split(f"{given}\n")
    assert fenced(front_matter, json.loads(replaced)) == f"{expected}\n"
    assert split(f"{expected}\n")[1].strip("\n") == ""


@pytest.mark.parametrize("case", [*cases("yaml", 4), *cases("toml", 4), *cases("json", 4)], ids=title)
def test_nothing_replaced_is_nothing_changed(case: Case) -> None:
    front_matter, body = split(f"{case[1]}\n")
    assert write(front_matter, {}) == write(front_matter, texts(front_matter)) == front_matter.text
    assert f"{case[1]}\n" in {fenced(front_matter, {}), body}


@pytest.mark.parametrize("case", cases("values", 3), ids=title)
def test_values_are_read_as_written_with_their_lines(case: Case) -> None:
    front_matter, body = split(f"{case[1]}\nText.\n")
    lines = (
        f"{value.line} {key} {json.dumps(value.text, ensure_ascii=False)}"
        for key, value in front_matter.values.items()
    )
    assert "\n".join(lines).replace("\u2028", "\\u2028") == case[2]
    assert body == "\n" * (case[1].count("\n") + 1) + "Text.\n"


@pytest.mark.parametrize("case", cases("problems", 3), ids=title)
def test_what_is_wrong_is_told_with_its_line(case: Case) -> None:
    result = read(f"{case[1]}\n", "source/terms.md")
    assert isinstance(result, Diagnostic)
    assert (str(result), result.code) == (case[2], "front-matter")


@pytest.mark.parametrize(
    "text",
    [
        '{"a": ' * 2000 + "1" + "}" * 2000,
        f"---\na: {'[' * 600}{']' * 600}\n---\n",
        f"+++\na = {'[' * 2000}{']' * 2000}\n+++\n",
    ],
    ids=["JSON", "YAML", "TOML"],
)
def test_what_is_nested_without_end_is_told(text: str) -> None:
    result = read(text, "source/terms.md")
    assert isinstance(result, Diagnostic)
    assert result.message == "the front matter is not valid: its lists and tables are nested too deeply"


def test_a_list_of_itself_ends() -> None:
    front_matter, _ = split("---\na: &x [*x, b]\nc: *x\n---\n")
    assert texts(front_matter) == {"a.1": "b"}
    assert write(front_matter, {"a.1": "나"}) == "a: &x [*x, 나]\nc: *x\n"


@pytest.mark.parametrize("order", [("tags", "tags.0"), ("tags.0", "tags")])
def test_a_list_and_something_in_it_are_not_both_replaced(order: tuple[str, str]) -> None:
    front_matter, _ = split('{"tags": ["a", "b"], "id": "x"}')
    written = json.loads(write(front_matter, dict.fromkeys(order, "가")))
    assert (written["tags"], written["id"]) == ("가", "x")


@pytest.mark.parametrize("case", cases("none", 2), ids=title)
def test_what_only_looks_like_front_matter_is_body(case: Case) -> None:
    assert read(f"{case[1]}\n", "source/terms.md") == (FrontMatter(values={}), f"{case[1]}\n")


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("---\ntitle: a\n---", Format.YAML),
        ('+++\ntitle = "a"\n+++', Format.TOML),
        ('{"title": "a"}', Format.JSON),
        ('---json\n{"title": "a"}\n---', Format.JSON),
    ],
)
def test_the_last_line_may_lack_its_end_and_gets_one(text: str, format_: Format) -> None:
    front_matter, body = split(text)
    assert (front_matter.format, texts(front_matter), body) == (
        format_,
        {"title": "a"},
        "\n" * text.count("\n"),
    )
    assert fenced(front_matter, {}) == f"{text}\n"


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("title", ["id", "title"]),
        ("seo.description", ["seo.description"]),
        ("seo.description", ["seo"]),
        ("tags.0", ["tags"]),
        ("tags.0", ["tags.0"]),
        ("faq.0.question", ["faq"]),
        ("faq.12.question", ["faq.question"]),
        ("faq.0.question", ["faq.0.question"]),
        ("faq.0.question", ["faq.0"]),
        ("a.0.1.b.2.c", ["a.b.c"]),
        ("a.0.b.c", ["a.b"]),
        ("og.title", ["og.title"]),
    ],
)
def test_a_path_is_translated_if_it_or_what_it_is_in_is_named(path: str, allowed: list[str]) -> None:
    assert is_translated(path, allowed)


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("title", []),
        ("title", ["titles", "tit", ""]),
        ("seo.title", ["title"]),
        ("title", ["title.0", "title.short"]),
        ("faq.0.answer", ["faq.question"]),
        ("faq.1.question", ["faq.0"]),
        ("faq.1.0", ["faq.0"]),
        ("faq.0", ["faq.question"]),
        ("2021.title", ["title"]),
        ("faq.x.question", ["faq.question"]),
    ],
)
def test_no_other_path_is_translated(path: str, allowed: list[str]) -> None:
    assert not is_translated(path, allowed)


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("---\nfaq:\n- question: Who?\n  answer:   We.\neffective: 2021-04-05\n---\n", "YAML"),
        ('+++\neffective = 2021-04-05\n[[faq]]\nquestion = "Who?"\nanswer = " We.\\n"\n+++\n', "TOML"),
        ('{"effective": "2021-04-05", "faq": [{"question": "Who?", "answer": "We."}]}\n', "JSON"),
    ],
)
def test_a_document_takes_its_units_and_its_date_from_each_format(text: str, format_: str) -> None:
    document = segment(text, name="terms", path="source/terms.md", translate=("faq",))
    assert isinstance(document, Document)
    assert [(unit.kind, unit.type, unit.text, unit.slot) for unit in document.units] == [
        (Kind.METADATA, f"{format_} Front Matter: faq.0.question", "Who?", "faq.0.question"),
        (Kind.METADATA, f"{format_} Front Matter: faq.0.answer", "We.", "faq.0.answer"),
    ]
    assert str(document.effective) == "2021-04-05"
