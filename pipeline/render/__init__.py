"""Localized documents become pages and files, as values."""
