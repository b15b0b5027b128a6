"""How far a long run is, for the person who waits at the terminal."""

import os
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PATIENCE = 1.0
"""Seconds before anything is shown: a short run needs no bar."""


class Progress:
    """Counts what is done and shows it on standard error, at a terminal and once the run turns out to be long."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._begun = time.monotonic()
        self._bar: Bar | None = None
        self._done = 0

    def __enter__(self) -> "Progress":
        return self

    def advance(self, by: int) -> None:
        """So many more are done."""
        self._done += by
        if self._bar is None and time.monotonic() - self._begun > PATIENCE and _moving_pictures():
            self._bar = self._started()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._done, description=f"{self._done:,} {self._what}")

    def _started(self) -> "Bar":
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        bar = Progress(*columns, console=Console(stderr=True), transient=True)
        # How many there will be is not known: the rows are read as they are needed.
        bar.add_task("", total=None)
        bar.start()
        return bar

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()


def _moving_pictures() -> bool:
    """Whether somebody watches who has not asked for plain text."""
    return sys.stderr is not None and sys.stderr.isatty() and not os.environ.get("NO_COLOR")
