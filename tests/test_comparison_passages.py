"""A version as its passages: what is seen, where it stands, and what it is known by."""


from pipeline.comparison import CELL, Passage, passages
from tests.test_segment import read

SOURCE = """---
title: Privacy
description: What we do
---

# Privacy {#top}

Intro.

## 1. Data

<!-- i18n: context list -->

- We *collect*\\
  **names**[^x].

  ### In a list {#inner}

  Inside.

- After.

| Kind | Why |
| --- | --- |
| (a) Name | |

> ## Quoted
>
> Theirs.

Ours, see [b](/b) and [a](/a) and ![seal](s.png).

<div><h3>Raw <b>heading</b></h3><p>Raw <a href="/raw">text</a> and <a href="/last"></a></p></div>

Last.
"""


def short(passage: Passage) -> tuple[str, str, str, int, str | None]:
    text = passage.text.replace(CELL, " | ")
    return passage.kind.value, passage.label, text, passage.level, passage.section


def test_passages() -> None:
    assert [short(passage) for passage in passages(read(SOURCE), {})] == []
