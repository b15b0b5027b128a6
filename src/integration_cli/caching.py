"""What can be made again, kept in files that are believed only when they are what they claim to be."""

import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

from integration_cli.storage import write_atomically

_MAGIC = b"advisor cache 1\n"
MOST_OF_A_KIND = 8
"""Files of one kind that are kept: for the base and a few folders laid over it."""

_KEY = 96
"""Bytes of a key."""

_HEADER = len(_MAGIC) + _KEY + 8 + 4


class Cache(NamedTuple):
    """A folder of such files, and who makes them: what another maker left there counts for nothing.

    `mapped` files are read where they lie, which saves a fifth of a diagnosis. That is for a folder to which nobody
    writes but who installs: a mapped file that another program cuts short takes the command down with it.
    """

    folder: Path
    maker: str
    mapped: bool = False

    def find(self, name: str, key: str) -> memoryview | None:
        """What is kept under this name for this key, or None: missing, stale, truncated or foreign."""
        try:
            with open(self.folder / name, "rb", opener=_without_waiting) as stream:
                view = _mapped(stream) if self.mapped else memoryview(stream.read())
        except (OSError, ValueError):
            # ValueError: an empty file cannot be mapped.
            return None
        payload = view[_HEADER:]
        if len(view) < _HEADER or bytes(view[: _HEADER - 12]) != self._head(key):
            return None
        length = int.from_bytes(view[_HEADER - 12 : _HEADER - 4], "big")
        checksum = int.from_bytes(view[_HEADER - 4 : _HEADER], "big")
        if len(payload) != length or zlib.crc32(payload) != checksum:
            return None
        return payload

    def keep(self, name: str, key: str, payload: bytes) -> bool:
        """Keep a payload; False where the folder cannot be written, which is no error."""
        sizes = len(payload).to_bytes(8, "big") + zlib.crc32(payload).to_bytes(4, "big")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self.folder / name, self._head(key) + sizes + payload)
            self._clear_out(name)
        except OSError:
            return False
        return True

    def _clear_out(self, name: str) -> None:
        """Remove the oldest files of the same kind: each change of the knowledge makes new ones."""
        kind = name.partition("-")[0]
        kept = sorted(self.folder.glob(f"{kind}-*"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in kept[MOST_OF_A_KIND:]:
            path.unlink(missing_ok=True)

    def _head(self, key: str) -> bytes:
        return _MAGIC + f"{self.maker} {key}".encode().ljust(_KEY)[:_KEY]


def _mapped(stream: IO[bytes]) -> memoryview:
    import mmap

    return memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; a pipe in its place would wait for somebody to write into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def find_in(caches: Iterable[Cache], name: str, key: str) -> memoryview | None:
    """What the first of several caches keeps under this name for this key."""
    return next((found for cache in caches if (found := cache.find(name, key)) is not None), None)


def code_stamp(folders: Iterable[str]) -> str:
    """A name for the state of the program's own files in some folders."""
    total = newest = 0
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    about = entry.stat()
                    total += about.st_size
                    newest = max(newest, about.st_mtime_ns)
    return f"{total:x}.{newest:x}"
