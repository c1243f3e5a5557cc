"""A translation fills one block: it may not hold a second paragraph, or a line break where the block has no lines."""

from collections.abc import Iterator

from pipeline.check.rule import Finding, Pair
from pipeline.markdown import LONGEST
from pipeline.markdown.proof import survives
from pipeline.model import Kind

_ONE_LINE = {
    Kind.HEADING: "heading",
    Kind.CELL: "table cell",
    Kind.TITLE: "title",
    Kind.HTML: "text of an HTML block",
    Kind.METADATA: "metadata value",
}


def structure(pair: Pair) -> Iterator[Finding]:
    """Find translations that cannot be written into their block and read back the same."""
    text = pair.message.translation
    if len(text) > LONGEST:
        yield Finding(
            message=f"the translation has more than {LONGEST:,} characters",
            hint="compare it with the source; nobody translates so much at once",
        )
    elif "\n\n" in text.replace(" ", "").replace("\t", ""):
        yield Finding(
            message="the translation holds an empty line, which would begin a second paragraph",
            hint="write it as one paragraph",
        )
    elif "\n" in text and "\n" not in pair.unit.text and pair.unit.kind in _ONE_LINE:
        yield Finding(
            message=f"the translation holds a line break, which a {_ONE_LINE[pair.unit.kind]} cannot have",
            hint="write it on one line",
        )
    elif pair.unit.block and not survives(text, pair.unit.block, pair.references):
        yield Finding(
            message="the translation cannot be written as Markdown without becoming something else",
            hint="remove the raw HTML or the unusual characters",
        )
