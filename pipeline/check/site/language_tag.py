"""The shape of a language tag (BCP 47: RFC 5646, section 2.1)."""

import re


def is_well_formed(tag: str) -> bool:
    """Whether a text has the shape of a language tag; whether such a language is registered is not asked."""
    return bool(_TAG.fullmatch(tag))


_TAG = re.compile(
    r"""
    (?: [a-z]{2,3} (?:-[a-z]{3}){0,3} | [a-z]{4,8} )            # language
    (?: -[a-z]{4} )?                                            # script
    (?: -(?:[a-z]{2}|[0-9]{3}) )?                               # region
    (?: -(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}) )*                  # variants
    (?: -[a-wy-z0-9] (?:-[a-z0-9]{2,8})+ )*                     # extensions
    (?: -x (?:-[a-z0-9]{1,8})+ )?                               # private use
    | x (?:-[a-z0-9]{1,8})+
    | en-GB-oed | sgn-(?:BE-FR|BE-NL|CH-DE)
    | i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
