"""A text file as bytes, and as lines that keep their ends: what nobody changes comes out as it went in."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class TextFile(NamedTuple):
    """The lines of a file without their ends, the end of each, the bytes before the text, and its encoding."""

    lines: tuple[str, ...]
    ends: tuple[str, ...]
    mark: bytes
    encoding: str

    @property
    def end(self) -> str:
        """The line end that the file uses most."""
        found = [end for end in self.ends if end]
        return max(dict.fromkeys(found), key=found.count) if found else "\n"

    def to_bytes(self, lines: Sequence[tuple[str, str]]) -> bytes:
        """Encode lines with their ends as this file was; as UTF-8 where its old encoding lacks a letter."""
        text = "".join(line + end for line, end in lines)
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError:
            return _MARKS[0][0] + text.encode("utf-8")


def read_text(data: bytes) -> TextFile:
    """The lines of a file in UTF-8 or UTF-16, or in the code page of older Windows editors."""
    for mark, encoding in (*_MARKS, (b"", "utf-8")):
        if data.startswith(mark):
            try:
                return _split(data.removeprefix(mark).decode(encoding), mark, encoding)
            except UnicodeDecodeError:
                break
    # Every byte means something in Latin-1, so that all of them come out again as they were.
    return _split(data.decode("latin-1"), b"", "latin-1")


def _split(text: str, mark: bytes, encoding: str) -> TextFile:
    pieces = re.split(r"(\r\n|\r|\n)", text)
    lines, ends = pieces[::2], [*pieces[1::2], ""]
    if not lines[-1]:
        lines.pop()
        ends.pop()
    return TextFile(tuple(lines), tuple(ends), mark, encoding)
