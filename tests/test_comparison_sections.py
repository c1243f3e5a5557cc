"""What became of the sections of a document: where their anchors lead, and which of them hold a change."""

import pytest

from pipeline.comparison import changed_sections, compare, counterparts, passages
from tests.test_segment import read

OLD = """---
title: Privacy
---

# 1. Scope {#scope}

These terms apply to all services.

# 2. Advertising

We show advertisements of partners in our newsletters.

# 3. Sharing

Partners receive your address to deliver what you ordered.

## Others

Authorities receive what the law demands.
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", {}),
        ("# 2. Advertising", "# 2. Cookies", {"2-advertising": "2-cookies"}),
        ("# 3. Sharing", "# 2. Sharing", {"3-sharing": "2-sharing"}),
        ("{#scope}", "{#applies}", {"scope": "applies"}),
        (
            "# 2. Advertising\n\nWe show advertisements of partners in our newsletters.\n\n",
            "",
            {"2-advertising": None},
        ),
        ("# 2. Advertising\n\n", "", {"2-advertising": "scope"}),
        ("Partners receive your address to deliver what you ordered.\n", "", {}),
        ("## Others\n", "### **Others**\n", {}),
        (
            "# 3. Sharing\n\nPartners receive your address to deliver what you ordered.\n\n## Others",
            "# Einsicht durch Behörden",
            {"3-sharing": None, "others": "einsicht-durch-behörden"},
        ),
        ("# 1. Scope {#scope}\n", "<h2>Scope</h2>\n", {"scope": "scope"}),
    ],
)
def test_counterparts(old: str, new: str, expected: dict[str, str | None]) -> None:
    assert OLD.count(old) == 1 or not old
    found = counterparts(read(OLD), read(OLD.replace(old, new, 1) if old else OLD))
    same = {name: name for name in ("scope", "2-advertising", "3-sharing", "others")}
    assert dict(found) == same | expected


def test_an_id_that_is_still_there_leads_to_itself_though_another_text_has_it() -> None:
    old = "# A {#one}\n\nWe collect your name.\n\n# B {#two}\n\nWe keep it for a year.\n"
    new = "# B {#one}\n\nWe keep it for a year.\n\n# A {#three}\n\nWe collect your name.\n"
    assert counterparts(read(old), read(new)) == {"one": "one", "two": "one"}


def changed(old: str, new: str) -> tuple[str, ...]:
    assert OLD.count(old) == 1
    before, after = read(OLD), read(OLD.replace(old, new))
    return changed_sections(compare(passages(before, {}), passages(after, {})))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("# 2. Advertising", "# 4. Advertising", ()),
        ("title: Privacy", "title: Policy", ()),
        ("all services", "all our services", ("scope",)),
        ("# 2. Advertising", "# 2. Cookies", ("2-cookies",)),
        ("Authorities receive what the law demands.", "", ("others",)),
        (
            "# 2. Advertising\n\nWe show advertisements of partners in our newsletters.\n\n",
            "",
            ("2-advertising",),
        ),
        (
            "## Others\n\nAuthorities receive what the law demands.\n",
            "# Ende\n\nNichts.\n",
            ("others", "ende"),
        ),
    ],
)
def test_changed_sections(old: str, new: str, expected: tuple[str, ...]) -> None:
    assert changed(old, new) == expected
