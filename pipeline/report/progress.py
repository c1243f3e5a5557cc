"""How far long work is, on standard error: a bar on a terminal, and a line for each step where there is none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Told = Callable[[int, int, str], None]
"""The function to tell: how many are done, of how many, and which was done last."""


@contextmanager
def progress(title: str, *, is_quiet: bool = False) -> Iterator[Told]:
    """Show how far work is, and on a terminal how long the rest will take, while the block runs.

    Args:
        title: what is being made.
        is_quiet: whether nothing is shown.
    """
    console = Console(stderr=True)
    if is_quiet:
        yield lambda _done, _total, _name: None
        return
    if not console.is_terminal:
        yield lambda done, total, name: console.print(
            f"{done}/{total} {name}", highlight=False, soft_wrap=True
        )
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(title, total=None, visible=False)
        yield lambda done, total, name: bar.update(
            task, completed=done, total=total, description=f"{title} {name}", visible=True
        )
