"""What the command tells of its results: text for people, and the forms that programs read. Nothing else imports rich.

This file imports none of the modules, so that a verb loads only those in which it tells something.
"""
