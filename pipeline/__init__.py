"""policyglot: publish a policy written in English Markdown in many languages, with gettext catalogs."""

__version__ = "0.1.0"
