from pipeline.markdown import headings, parse


def test_headings_of_markdown_and_of_html() -> None:
    skeleton = parse(
        "# *One* `two` {#first}\n\n<div>\n<h3>\n  Drei &amp; 三 <!-- no --><b>x</b>\n</h3></div>\n\n"
        "> ## Quoted\\\n\nText <h5 id=five>five</h5> six\n\n<h2>\n\nelsewhere\n\n</h2>\n\nThree<br>lines\nhere\n===\n"
    )
    found = [(one.level, one.text, one.id, one.line, one.is_quoted, one.tag) for one in headings(skeleton)]
    assert found == [
        (1, "One two", "first", 1, False, None),
        (3, "Drei & 三 x", None, 4, False, 0),
        (2, "Quoted\\", None, 8, True, None),
        (5, "five", "five", 10, False, 0),
        (2, "", None, 12, False, 0),
        (1, "Three lines here", None, 18, False, None),
    ]


def test_a_heading_is_found_by_its_slot_or_by_its_number_in_the_block() -> None:
    skeleton = parse("# One\n\n<h2>a</h2><h2>b</h2>\n")
    assert [(one.place, one.tag) for one in headings(skeleton)] == [((1,), None), ((3,), 0), ((3,), 1)]
    assert next(skeleton.slots()).place == (1,)
