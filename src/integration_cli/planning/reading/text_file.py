"""A text file as bytes, and as lines that keep their ends: what nobody changes comes out as it went in."""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

_ODD = {"utf-8": "surrogateescape", "utf-16-le": "surrogatepass", "utf-16-be": "surrogatepass"} | dict.fromkeys(
    ("cp1252", "latin-1"), "strict"
)
"""How what no letter stands for is carried through, by encoding."""


class TextFile(NamedTuple):
    """The lines of a file without their ends, the end of each, the bytes before the text, and its encoding."""

    lines: tuple[str, ...]
    ends: tuple[str, ...]
    mark: bytes
    encoding: str

    @property
    def end(self) -> str:
        """The line end that the file uses most."""
        return max(("\n", "\r\n", "\r"), key=self.ends.count)

    def to_bytes(self, lines: Sequence[tuple[str, str]]) -> bytes:
        """Encode lines with their ends as this file was; as UTF-8 where its old encoding lacks a letter."""
        text = "".join(line + end for line, end in lines)
        try:
            return self.mark + text.encode(self.encoding, _ODD[self.encoding])
        except UnicodeEncodeError:
            return _MARKS[0][0] + text.encode("utf-8")


def read_text(data: bytes) -> TextFile:
    """The lines of a file in UTF-8 or UTF-16, or in the code page of older Windows editors."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            with suppress(UnicodeDecodeError):  # Half a letter at the end.
                return _split(data.removeprefix(mark).decode(encoding, _ODD[encoding]), mark, encoding)
    encoding = _guess(data)
    return _split(data.decode(encoding, _ODD[encoding]), b"", encoding)


def _guess(data: bytes) -> str:
    """The encoding of a text without a mark; whatever it is, every byte comes out again as it was."""
    with suppress(UnicodeDecodeError):
        data.decode("utf-8")
        return "utf-8"
    odd = sum("\udc80" <= letter <= "\udcff" for letter in data.decode("utf-8", "surrogateescape"))
    if odd < sum(byte >= 0xC2 for byte in data) - odd:
        return "utf-8"  # A few bytes of another encoding were pasted in.
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252"


def _split(text: str, mark: bytes, encoding: str) -> TextFile:
    pieces = re.split(r"(\r\n|\r|\n)", text)
    lines, ends = pieces[::2], [*pieces[1::2], ""]
    if not lines[-1]:
        lines.pop()
        ends.pop()
    return TextFile(tuple(lines), tuple(ends), mark, encoding)
