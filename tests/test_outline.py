from pipeline.markdown import (
    OBJECT,
    Block,
    extents,
    glued_lists,
    ids,
    names,
    parse,
    prose,
    targets,
)
from pipeline.markdown.tags import opening_tags

TEXT = """\
# *One* `two` {#first}

Text with <b id="bold">bold</b>
and [a link](#x).

| a | b |
|---|---|
| c | d |

<div>
<p id='low' title="a>b">x</p>
<a name=old href="#y">z</a>
<h3>Three</h3>
</div>

> ## Quoted

    code

```
more
```

[x]: /url
  "title"
"""


def test_each_block_with_its_lines() -> None:
    assert [(one.kind, one.first, one.last) for one in extents(parse(TEXT))] == [
        (Block.TEXT, 1, 1),
        (Block.TEXT, 3, 4),
        (Block.TABLE, 6, 8),
        (Block.HTML, 10, 14),
        (Block.TEXT, 16, 16),
        (Block.CODE, 18, 18),
        (Block.CODE, 20, 22),
        (Block.DEFINITION, 24, 25),
    ]


def test_places_and_links() -> None:
    skeleton = parse(TEXT)
    assert [(one.name, one.line) for one in ids(skeleton)] == [("first", 1), ("bold", 3), ("low", 11)]
    assert [(one.name, one.line) for one in names(skeleton)] == [("old", 12)]
    assert [(one.name, one.line) for one in targets(skeleton)] == [("#x", 3), ("#y", 12)]


def test_prose_is_what_a_person_reads() -> None:
    text = "A **b** `c` {{ d }} <kbd>e</kbd><br>f <https://g.h> [i](j) ![k *l*](m 'n')\\\no &amp; <!-- p -->q"
    skeleton = parse(text)
    [slot] = skeleton.slots()
    assert prose(skeleton, slot.place) == (
        f"A b {OBJECT} {OBJECT} {OBJECT}\nf {OBJECT} i {OBJECT}\no & q",
        "k l",
        "n",
    )


def test_lists_right_below_text() -> None:
    assert glued_lists(parse("a\n- b\n\nc\n\n- d\n  - e\n\n> f\n> 1. g\n")) == (2, 10)


def test_opening_tags_with_their_attributes() -> None:
    html = (
        "<!-- <a id=x> -->\n<A ID='b\"' Hidden class=c&amp;d>\n<script>'<p id=x>'</script ><img\n alt=e />"
        "</p>< b><i <u>f<!-- <s>"
    )
    assert [(tag.name, dict(tag.attributes), tag.line) for tag in opening_tags(html)] == [
        ("a", {"id": 'b"', "hidden": "", "class": "c&d"}, 1),
        ("script", {}, 2),
        ("img", {"alt": "e"}, 2),
        ("u", {}, 3),
    ]
