"""What an author should know before money is spent on translation: one rule, one module, one row in the table."""

from pipeline.check.source.untranslatable import examine_source

__all__ = ["examine_source"]
