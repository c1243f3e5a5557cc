"""The page templates: built in and a project's own, by their names."""

from collections.abc import Mapping

Templates = Mapping[str, str]
"""The text of each template and style sheet, by the name by which templates call it."""

PAGES = (
    "page.html",
    "list.html",
    "chooser.html",
    "history.html",
    "changes.html",
    "comparison.html",
    "404.html",
    "status.html",
    "sheet.html",
)
"""The templates that pages and PDFs are made of; they call the others."""

BUILT_IN = "policyglot/"
"""What stands before the name of a built-in template that a project may have replaced."""

FOLDER = "source/templates"
"""Where a project's own templates are, if nothing else is said."""


def merged(built_in: Templates, own: Templates) -> Templates:
    """Put a project's own templates in the place of the built-in ones, which stay within reach as ``policyglot/NAME``."""
    return {**built_in, **{f"{BUILT_IN}{name}": text for name, text in built_in.items()}, **own}


def path(name: str, templates: Templates, folder: str = FOLDER) -> str:
    """Return the file that a template comes from, as diagnostics and references name it."""
    return f"{folder}/{name}" if is_own(name, templates) else f"templates/{name.removeprefix(BUILT_IN)}"


def is_own(name: str, templates: Templates) -> bool:
    """Whether a template is the project's own; without `merged`, none is."""
    return _are_merged(templates) and not is_built_in(name, templates)


def is_built_in(name: str, templates: Templates) -> bool:
    """Whether a template is a built-in one; without `merged`, none is."""
    if not _are_merged(templates):
        return False
    return name.startswith(BUILT_IN) or templates.get(f"{BUILT_IN}{name}") == templates[name]


def _are_merged(templates: Templates) -> bool:
    return f"{BUILT_IN}{PAGES[0]}" in templates
