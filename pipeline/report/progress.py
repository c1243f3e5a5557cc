"""How far long work is, on standard error: a bar on a terminal, and a line for each step where there is none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


@contextmanager
def progress(title: str) -> Iterator[Callable[[int, int, str], None]]:
    """Show how far work is while the block runs.

    Args:
        title: what is being made.

    Yields:
        The function to tell: how many are done, of how many, and which was done last.
    """
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda done, total, name: console.print(
            f"{done}/{total} {name}", highlight=False, soft_wrap=True
        )
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(title, total=None, visible=False)
        yield lambda done, total, name: bar.update(
            task, completed=done, total=total, description=f"{title} {name}", visible=True
        )
