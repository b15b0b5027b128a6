"""Replies counted chunk by chunk, by this process or by several, with the same result."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from integration_cli.advisor import Advisor
from integration_cli.errors import AdvisorError
from integration_cli.export.survey_csv import rows_csv
from integration_cli.survey import Reply
from integration_cli.surveying.counts import Counts

SIZE = 250
"""Replies of a chunk: enough that handing it over costs little, few enough that all processes end together."""

AHEAD = 3
"""Chunks for each process that are on their way: none waits, and the memory holds no more than these."""


class Settings(NamedTuple):
    """All that a process needs to know to count as the others do."""

    knowledge: Path | None = None
    possible: bool = False
    redact: bool = False
    rows: bool = False


class Chunk(NamedTuple):
    """What some replies come to: their counts, and their lines of the file of rows where it is asked for."""

    counts: Counts
    rows: str


class Counter:
    """Counts chunks of replies; `mask` is applied to all that is written of them."""

    def __init__(self, advisor: Advisor, settings: Settings) -> None:
        self.advisor = advisor
        self.settings = settings
        self.mask: Callable[[str], str] = advisor.masking() if settings.redact else str

    def count(self, replies: Iterable[Reply]) -> Chunk:
        """Diagnose and count some replies."""
        counts = Counts()
        judged = list(self.advisor.judge(replies, self.settings.possible))
        for one in judged:
            counts.add(one, self.advisor.knowledge)
        return Chunk(counts, rows_csv(judged, self.mask) if self.settings.rows else "")


def in_order(counter: Counter, replies: Iterator[Reply], jobs: int) -> Iterator[Chunk]:
    """Count replies chunk by chunk, in their order; `jobs` processes share the work, 0 stands for one a core."""
    chunks = iter(lambda: list(islice(replies, SIZE)), [])
    jobs = jobs or os.cpu_count() or 1
    return map(counter.count, chunks) if jobs == 1 else _shared(counter.settings, chunks, jobs)


def _shared(settings: Settings, chunks: Iterator[list[Reply]], jobs: int) -> Iterator[Chunk]:
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    waiting: deque[Future[Chunk]] = deque()
    # Fresh processes: a copy of this one would take its threads and its terminal along.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start, (settings,))
    try:
        for chunk in chunks:
            with _deaf_to_ctrl_c():
                waiting.append(pool.submit(_count, chunk))
            if len(waiting) >= AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise AdvisorError("one of the processes was stopped, perhaps for want of memory: try --jobs 1") from error
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """A process that is started in here never hears Ctrl-C, not even while it starts; this one hears it afterwards."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_counters: list[Counter] = []
"""The counter of a process that was started to share the work."""


def _start(settings: Settings) -> None:
    import signal

    # Ctrl-C is answered by the process that the person started.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _counters.append(Counter(Advisor.load(settings.knowledge), settings))


def _count(replies: list[Reply]) -> Chunk:
    return _counters[0].count(replies)
