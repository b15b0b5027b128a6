"""A text beside narrow columns."""

from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text


@dataclass(frozen=True, slots=True)
class Beside:
    """A text wrapped to the right of something narrow that is never broken, such as the marks of a table's line."""

    narrow: Text
    content: Text
    by: int = 2

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Wrap the text by the width that is left."""
        left = Text(" " * self.by) + self.narrow
        for number, line in enumerate(self.content.wrap(console, max(10, options.max_width - left.cell_len))):
            line.rstrip()
            yield (Text(" " * left.cell_len) if number else left) + line
