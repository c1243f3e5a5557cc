"""Defined terms are said in the one way that the glossary has for them."""

from collections.abc import Iterator

from pipeline.check.phrase import quoted
from pipeline.check.rule import Finding, Pair
from pipeline.reading.terms import count, occurrences


def glossary(pair: Pair) -> Iterator[Finding]:
    """Find terms whose way is missing, forbidden ways, and ways of an exclusive term that the source does not have here."""
    terms, text, locale = pair.brief.terms, pair.target.text, pair.brief.target
    counts = (
        occurrences((term.source for term in terms), pair.source.text, pair.brief.source) if terms else {}
    )
    for term in terms:
        wanted = counts[term.source]
        if not wanted and not term.exclusive:
            continue
        there = count(text, term.target, locale)
        # Where the right way stands often enough, the other word may translate another one.
        ways = term.forbidden if there < wanted else ()
        wrong = tuple(way for way in ways if count(text, way, locale, compounds=False))
        if wrong:
            yield Finding(
                message=f"the glossary forbids {quoted(wrong)} for “{term.source}”",
                hint=f"write “{term.target}”",
                source=(term.source,),
                target=wrong,
            )
        elif wanted and not there:
            yield Finding(
                message=f"the term “{term.source}” is not said as in the glossary",
                hint=f"write “{term.target}”",
                source=(term.source,),
            )
        elif term.exclusive and there and not wanted:
            yield Finding(
                message=f"the translation says “{term.target}”, but the source does not say “{term.source}”",
                hint="say what the source says, no more",
                target=(term.target,),
            )
