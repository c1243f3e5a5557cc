"""A large catalog, and the template of a later day: sentences as they stand in terms and policies, the same in each run."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from pipeline.catalog import start, template
from pipeline.languages import language
from pipeline.model import Catalog, Message

KOREAN = language("ko")
_NOW = datetime(2021, 4, 5, tzinfo=UTC)

_SUBJECTS = (
    "The Provider", "Each Customer", "The Controller", "A data subject", "The Processor", "Any Recipient", "The User", "Our affiliate",
    "The supervisory authority", "A third party", "The Licensee", "The Company",
)  # fmt: skip
_VERBS = (
    "may collect", "shall retain", "must erase", "will disclose", "may transfer", "shall protect", "is required to review", "may suspend",
    "shall notify the other party of", "will anonymise", "may amend", "shall document",
)  # fmt: skip
_OBJECTS = (
    "the personal information", "all account records", "the contact details", "any usage data", "the payment history",
    "the device identifiers", "every confidential document", "the terms of this Agreement", "the logs of the Service",
    "the content that users upload", "any breach of security", "the results of the assessment",
)  # fmt: skip
_PURPOSES = (
    "for the purpose of fulfilling the contract", "in order to comply with applicable law", "to prevent fraud and abuse",
    "for as long as it is necessary", "on the basis of legitimate interests", "with the prior written consent of the other party",
    "to the extent permitted by law", "as described in Annex {number}", "within {number} days after receipt of the request",
    "in accordance with Section {number}", "subject to clause {number}.{number} of the Data Processing Addendum",
)  # fmt: skip
_EXCEPTIONS = (
    "unless a longer period is required", "except where the user has objected", "provided that adequate safeguards are in place",
    "without prejudice to any other remedy", "notwithstanding anything to the contrary", "if the request is manifestly unfounded",
    "even after termination", "and shall keep a record thereof for {number} years",
)  # fmt: skip


def texts(rng: random.Random, count: int) -> Sequence[str]:
    """Return as many different texts, of one to three sentences."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[" ".join(sentence(rng) for _ in range(rng.choice((1, 1, 2, 3))))] = None
    return list(found)


def edited(rng: random.Random, before: Sequence[str], count: int) -> Sequence[str]:
    """Return the texts with some of them changed as lawyers change them."""
    after = list(before)
    for place in rng.sample(range(len(after)), count):
        after[place] = edited_text(rng, after[place])
    return list(dict.fromkeys(after))


def catalog(source: Sequence[str]) -> Catalog:
    """Return a catalog with every text translated."""
    empty = start(pot(source), KOREAN)
    translated = (
        replace(message, translations=(f"번역 {number}: {message.text}",))
        for number, message in enumerate(empty.messages)
    )
    return replace(empty, messages=tuple(translated))


def pot(source: Sequence[str]) -> Catalog:
    """Return the template of the texts."""
    return template("terms", [Message(text=text) for text in source], source="en", now=_NOW, old=None)


def sentence(rng: random.Random) -> str:
    """Return a sentence of four or five parts, with numbers from 2 to 60, which begin no list where a line is broken."""
    parts = [rng.choice(_SUBJECTS), rng.choice(_VERBS), rng.choice(_OBJECTS), rng.choice(_PURPOSES)]
    found = " ".join(parts) + (f", {rng.choice(_EXCEPTIONS)}." if rng.random() < 0.5 else ".")
    while "{number}" in found:
        found = found.replace("{number}", str(rng.randint(2, 60)), 1)
    return found


def edited_text(rng: random.Random, text: str) -> str:
    """Return a text without markup as a lawyer changes it: a word, more words, a sentence more, a cut, or a letter."""
    words = text.split(" ")
    at = rng.randrange(len(words))
    match rng.choice(("word", "words", "sentence", "cut", "typo")):
        case "word":
            words[at] = "reasonable"
        case "words":
            words[at:at] = rng.choice(_EXCEPTIONS).split(" ")
        case "sentence":
            words.append(sentence(rng))
        case "cut":
            del words[at : at + 4]
        case _:
            words[at] += "s"
    return " ".join(words) or sentence(rng)
