"""Lines of a text, with the way back: what a broken row swallowed can be read again."""

from collections import deque
from typing import TextIO

LONGEST = 1_000_000
"""Characters of a line that are read at a stroke, so that a file without line ends does not fill the memory."""


class Lines:
    """Gives lines one by one and remembers those given since the last `accept`."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._again: deque[str] = deque()
        self._given: list[str] = []

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._stream.readline(LONGEST)
        if not line:
            raise StopIteration
        self._given.append(line)
        return line

    def accept(self) -> None:
        """What was given was good."""
        self._given.clear()

    def give_back(self, keep: int = 1) -> None:
        """All but the first few lines that were given will be given again."""
        self._again.extendleft(reversed(self._given[keep:]))
        self._given.clear()
