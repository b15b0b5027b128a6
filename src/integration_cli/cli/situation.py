"""The situation that a command is about: from the argument, a file, standard input, or asked for."""

import sys
from pathlib import Path

from integration_cli.errors import AdvisorError

LARGEST = 10_000_000
"""Bytes of a situation that are read; a report of a thousand pages has about three million."""


def read_situation(text: str | None, file: Path | None) -> str:
    """Return the situation's text; asks for it where neither is given and a person is at the terminal.

    Raises AdvisorError where there is none to be had, or a file cannot be read as text.
    """
    if text is not None and file is not None:
        raise AdvisorError("give the problem as text or as --file, not both")
    if file is not None and str(file) != "-":
        return _decoded(_bytes_of(file), str(file))
    if file is not None or text == "-":
        return _decoded(sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b"", "standard input")
    if text is not None:
        return text
    if sys.stdin is not None and sys.stdin.isatty():
        return _asked()
    raise AdvisorError("no problem given: put it in quotes after the command, or use --file FILE, or - to read a pipe")


def _bytes_of(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise AdvisorError(f"cannot read {file}: {error.strerror or error}") from error


def _decoded(data: bytes, name: str) -> str:
    if len(data) > LARGEST:
        raise AdvisorError(f"{name} is larger than {LARGEST // 1_000_000} MB: give the part that tells the problem")
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data[:4096] or data.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf")):
        raise AdvisorError(f"{name} is not plain text: save it as a text file first")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # Windows editors still save in their own code page.
        return data.decode("cp1252", "replace")


def _asked() -> str:
    sys.stderr.write("What is the problem? Say it in your own words, then press Enter twice.\n> ")
    sys.stderr.flush()
    lines: list[str] = []
    for line in sys.stdin:
        if not line.strip() and lines:
            break
        if line.strip():
            lines.append(line)
    return "".join(lines)
