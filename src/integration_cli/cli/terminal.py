"""What the terminal can show."""

import os
import sys
from contextlib import suppress
from typing import TextIO

USUAL = 80
"""Columns of a terminal that does not say how many it has."""

WIDEST = 9999
"""Columns that anybody can mean; a table as wide as any number would fill the memory."""


def columns() -> int:
    """Columns of the terminal, also where the output goes through another program, such as less, on its way there."""
    chosen = os.environ.get("COLUMNS", "")
    if chosen.isdecimal():
        return min(int(chosen[:9]), WIDEST) or USUAL
    for stream in (1, 2, 0):
        with suppress(OSError):
            # A Windows console goes to the next line of its own accord once a line is full.
            return (os.get_terminal_size(stream).columns or USUAL) - (os.name == "nt")
    return USUAL


def shows_colours(stream: TextIO | None) -> bool:
    """Whether a stream, if it is open at all, goes to a terminal that shows colours, and its owner wants them."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") in ("dumb", "unknown"):
        return False
    if stream is None:
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and _obeys_escapes(stream))


def _obeys_escapes(stream: TextIO) -> bool:
    if sys.platform != "win32":
        return True
    import ctypes
    import msvcrt

    # A Windows console obeys only where it is asked to, and one older than Windows 10 refuses.
    kernel = ctypes.WinDLL("kernel32")
    console = ctypes.c_void_p(msvcrt.get_osfhandle(stream.fileno()))
    mode = ctypes.c_ulong()
    return bool(kernel.GetConsoleMode(console, ctypes.byref(mode)) and kernel.SetConsoleMode(console, mode.value | 4))
