"""What a text says, whatever its language: dates, numbers, clause references, addresses, terms, scripts, damage.

Everything here reads a text as a reader sees it, without markup, and returns plain values. Nothing else imports ftfy, regex,
the stemmers and diff-match-patch.
"""
