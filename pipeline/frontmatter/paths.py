"""Which values of a front matter are translated."""

from collections.abc import Iterable


def is_translated(path: str, allowed: Iterable[str]) -> bool:
    """Tell whether a value is one that people read.

    Args:
        path: the dotted path of the value, with the indices of lists: `faq.0.question`.
        allowed: the paths that the project names. One that names a list or a table stands for every text below it, and
            one may leave indices out: `faq` and `faq.question` both mean `faq.0.question`.
    """
    return any(_leads(entry, path) for entry in allowed)


def _leads(entry: str, path: str) -> bool:
    """Tell whether an entry names a path or something above it; only indices that it leaves out may come between."""
    wanted = entry.split(".")
    for depth, part in enumerate(path.split(".")):
        if not wanted:
            return True
        if part == wanted[0]:
            del wanted[0]
        elif depth == 0 or not _is_index(part) or _is_index(wanted[0]):
            # The outermost is no list; and who names an index means that item, not one inside another item.
            return False
    return not wanted


def _is_index(part: str) -> bool:
    return part.isascii() and part.isdecimal()
