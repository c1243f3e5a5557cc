"""No sentence of the source is left in a translation."""

from collections.abc import Iterator

from pipeline.check.phrase import quoted
from pipeline.check.rule import Finding, Pair
from pipeline.languages import script
from pipeline.reading.addresses import addresses
from pipeline.reading.placeholders import taken_out
from pipeline.reading.sentences import left_over


def source_sentence(pair: Pair) -> Iterator[Finding]:
    """Find sentences of the source, and long runs of its words, that the translation has letter by letter."""
    if pair.brief.is_one_language:
        return
    names = (*pair.brief.untouched, *pair.brief.unchanged)
    shortest = 5 if script(pair.brief.target) == script(pair.brief.source) else 3
    source = addresses(taken_out(pair.source.text)[1]).rest
    target = addresses(taken_out(pair.target.text)[1]).rest
    found = left_over(source, target, names, shortest=shortest)
    if found:
        yield Finding(
            message=f"the translation holds words that were not translated: {quoted(found)}",
            hint="translate them",
            source=found,
            target=found,
        )
