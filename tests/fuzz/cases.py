"""One case of the fuzzer: an input, what it does wrong if anything, and the smallest input that does the same wrong.

An input is one file. With the ending ``po`` it is a PO file. With the ending ``md`` it is a document, the document after an
edit, and what translators write, with a line `SCISSORS` between.
"""

import random
import re
import time
import traceback
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.fuzz import corpus, drive, mutate
from tests.fuzz.limit import Hang, limit

SCISSORS = b"\n====8<====\n"
UNWRITABLE = "a document cannot be written as Markdown"
LIMIT = 10.0
"""Seconds that one case may take; the slowest ordinary ones take less than one."""

_GENERATED = 0.3
"""The share of documents that are made up, not taken from the corpus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What an input does wrong."""

    kind: str
    """``md`` or ``po``."""
    data: bytes
    sign: str
    """What is wrong, in a few words: two inputs with the same sign are taken to fail for the same reason."""
    told: str
    """The end of the traceback."""

    @property
    def name(self) -> str:
        """The file that the input is kept in."""
        words = re.sub(r"\W+", "-", self.sign).strip("-").lower()
        return f"{words}-{sha256(self.data).hexdigest()[:8]}.{self.kind}"


def make(seed: int, number: int, texts: Sequence[str], files: Sequence[bytes]) -> tuple[str, bytes]:
    """Return the kind and the input of one case, the same for the same seed and number."""
    rng = random.Random(f"{seed}/{number}")  # noqa: S311 - to be repeated, not to be secret
    if number % 2:
        return "po", mutate.data(rng, rng.choice(files), corpus.BYTES, files)
    source = corpus.document(rng) if rng.random() < _GENERATED else rng.choice(texts)
    source = mutate.text(rng, source, corpus.TEXTS, texts)
    edited = mutate.text(rng, source, corpus.TEXTS, texts)
    translations = ["".join(rng.choices(corpus.TEXTS, k=rng.randint(1, 4))) for _ in range(5)]
    return "md", SCISSORS.join(part.encode("utf-8", "replace") for part in (source, edited, *translations))


def run(kind: str, data: bytes) -> bool:
    """Drive an input through the program; a fault raises. Return whether its documents can be written as Markdown."""
    with limit(LIMIT), warnings.catch_warnings():
        warnings.simplefilter("error")
        if kind == "po":
            drive.catalog(data)
            return True
        source, *others = map(_decoded, data.split(SCISSORS))
        return drive.document(source, others[0] if others else source, others[1:] or ["가"])


def _decoded(data: bytes) -> str:
    """A text as the program's edge hands it on."""
    return data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")


def fails(kind: str, data: bytes, *, strict: bool) -> Failure | None:
    """Drive an input through the program, and say what went wrong.

    Args:
        kind: ``md`` or ``po``.
        data: the input.
        strict: whether it is wrong, too, that a document cannot be written as Markdown.
    """
    try:
        if run(kind, data) or not strict:
            return None
    except (Exception, Hang) as error:  # noqa: BLE001 - whatever it is, it is a finding
        return Failure(kind=kind, data=data, sign=_sign(error), told=traceback.format_exc(limit=-6))
    return Failure(kind=kind, data=data, sign=UNWRITABLE, told="")


def _sign(error: BaseException) -> str:
    if isinstance(error, drive.Broken):
        return str(error).partition(":")[0]
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(corpus.ROOT / "pipeline")]
    place = f" in {Path(ours[-1].filename).stem}.{ours[-1].name}" if ours else ""
    return type(error).__name__ + place


def shrink(failure: Failure, *, seconds: float) -> Failure:
    """Return a smaller input that fails for the same reason, as small as the time allows."""
    end = time.monotonic() + seconds
    smallest = failure
    for pieces in (_lines, _characters):
        smallest = _without(smallest, pieces, end)
    return smallest


def _without(failure: Failure, pieces: Callable[[bytes], list[bytes]], end: float) -> Failure:
    """Leave out halves, quarters and so on down to single pieces, as long as it fails for the same reason."""
    parts = pieces(failure.data)
    length = len(parts)
    while length and time.monotonic() < end:
        start = 0
        while start < len(parts) and time.monotonic() < end:
            fewer = parts[:start] + parts[start + length :]
            smaller = fails(failure.kind, b"".join(fewer), strict=failure.sign == UNWRITABLE)
            if smaller and smaller.sign == failure.sign:
                failure, parts = smaller, fewer
            else:
                start += length
        length //= 2
    return failure


def _lines(data: bytes) -> list[bytes]:
    return re.findall(rb"[^\n]*\n|[^\n]+", data)


def _characters(data: bytes) -> list[bytes]:
    """The characters, a line of `SCISSORS` as one."""
    return re.findall(re.escape(SCISSORS) + rb"|[\x00-\x7f\x80-\xbf]|[\xc0-\xff][\x80-\xbf]*", data)
