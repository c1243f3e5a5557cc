"""Python's collector of garbage: a run makes many values and keeps most of them, so looking for dead ones is seldom worth its time."""

import gc


def collect_seldom() -> None:
    """Look for garbage after so many new values that a document's are no occasion for it, and never among what is loaded."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
