"""A translation is about as long as translations into its language are."""

from collections.abc import Iterator, Mapping

from pipeline.check.rule import Finding, Pair

BANDS: Mapping[str, tuple[float, float]] = {
    "de": (0.81, 1.76), "es": (0.91, 1.53), "fr": (0.91, 1.62), "ja": (0.24, 1.00), "zh": (0.23, 0.99), "ko": (0.41, 0.89),
    "ar": (0.55, 1.15),
}  # fmt: skip
"""By language: the first and the 99th percentile of the length of a translation as a share of the English, in characters, in
published legal texts, for texts of more than `SHORTEST` characters; for Arabic, of the pairs in this project's tests."""

SHORTEST = 40
_BELOW, _ABOVE = 0.5, 0.25
"""So much further out a text of a hundred characters is no longer one in a hundred, but news; a shorter text varies more."""
_HUNDRED = 100


def length(pair: Pair) -> Iterator[Finding]:
    """Find translations from English that are much longer or shorter than usual; of languages without a band, none."""
    tongue = pair.brief.target.split("_", maxsplit=1)[0]
    source, target = len(pair.source.text), len(pair.target.text)
    if source <= SHORTEST or tongue not in BANDS or not pair.brief.source.startswith("en"):
        return
    low, high = BANDS[tongue]
    short = max(1, _HUNDRED / source)
    if not low / (1 + _BELOW * short) <= target / source <= high * (1 + _ABOVE * short):
        word = "short" if target / source < low else "long"
        yield Finding(
            message=f"the translation is unusually {word}: {target} characters for {source}",
            hint=f"see whether something is {'missing' if word == 'short' else 'added'}",
        )
