"""What counts as lost or changed in the file of a tool."""

import pytest

from tests.bench.identity import Faults, faults, together

SOURCE = """\
---
title: Privacy
version: "1.0"
---

# Scope

We keep **names** of
users.

- one
- two
  - three

| a | b |
| --- | :---: |
| c | d |

Market Street\\
Seoul
"""
EXPECTED = """\
---
title: 개인정보
version: "1.0"
---

# 범위

이용자의 **이름** 을
보관합니다.

- 하나
- 둘
  - 셋

| 가 | 나 |
| --- | :---: |
| 다 | 라 |

시장로\\
서울
"""


def test_line_breaks_spelling_of_markup_and_anchors_do_not_count() -> None:
    found = (
        EXPECTED.replace("을\n보관", "을 보관")
        .replace("**이름**", "__이름__")
        .replace("# 범위", "# 범위 {#scope}")
        .replace("- 하나\n", "* 하나\n\n")
        .replace("- 둘", "* 둘")
        .replace('version: "1.0"', "version: '1.0'")
        .replace("시장로\\", "시장로  ")
    )
    assert faults(SOURCE, EXPECTED, found) == Faults(documents=1, blocks=10)


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("# 범위", "## 범위", {"heading": 1}),
        ("**이름**", "이름", {"paragraph": 1}),
        ("  - 셋", "- 셋", {"list item": 1}),
        ("- 하나\n", "", {"list item": 1}),
        (":---:", "---", {"table cell": 2}),
        ("시장로\\\n", "시장로\n", {"paragraph": 1}),
    ],
)
def test_a_changed_block_counts_by_its_kind(before: str, after: str, changed: dict[str, int]) -> None:
    assert before in EXPECTED
    found = faults(SOURCE, EXPECTED, EXPECTED.replace(before, after))
    assert (dict(found.changed), dict(found.untranslated), found.wrong_documents) == (changed, {}, 1)


def test_a_block_in_english_counts_apart() -> None:
    found = faults(SOURCE, EXPECTED, EXPECTED.replace("셋", "three").replace("# 범위", "# Scope"))
    assert dict(found.untranslated) == {"heading": 1, "list item": 1}
    assert not found.changed


@pytest.mark.parametrize("after", ["version: 1.0\n", 'version: "1.1"\n', "", 'version: "1.0\n'])
def test_front_matter_that_says_something_else_counts_once(after: str) -> None:
    found = faults(SOURCE, EXPECTED, EXPECTED.replace('version: "1.0"\n', after))
    assert (found.front_matter, found.total) == (1, 1)


def test_a_missing_file_is_one_fault() -> None:
    assert faults(SOURCE, EXPECTED, None) == Faults(
        documents=1, blocks=10, missing_files=1, wrong_documents=1
    )


def test_faults_of_files_add_up() -> None:
    one = faults(SOURCE, EXPECTED, EXPECTED.replace("셋", "넷"))
    both = together([one, one, faults(SOURCE, EXPECTED, EXPECTED)])
    assert (both.documents, both.blocks, both.wrong_documents, both.changed) == (3, 30, 2, {"list item": 2})
    assert both.total == 2
