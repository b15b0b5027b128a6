"""Files written whole or not at all, and cached blobs that are believed only when they are what they claim."""

import mmap
import os
import zlib
from contextlib import suppress
from pathlib import Path

_MAGIC = b"advisor cache 1\n"
_KEY = 96
"""Bytes of a key."""

_HEADER = len(_MAGIC) + _KEY + 8 + 4


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that a reader, or a crash, sees the old contents or the new, never a part.

    The permissions of a file that was there are kept; a link is followed, not replaced. Raises OSError.
    """
    # Imported here: reading is common, writing rare, and the module brings half of the standard library.
    import tempfile

    path = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, _mode_for(path))
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _mode_for(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def code_stamp(folder: str) -> str:
    """A name for the state of the program's own files in a folder: what another program made is never believed."""
    total = newest = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                about = entry.stat()
                total += about.st_size
                newest = max(newest, about.st_mtime_ns)
    return f"{total:x}.{newest:x}"


def save_cached(path: Path, key: str, payload: bytes) -> bool:
    """Keep a payload under a key; False where the folder cannot be written, which is no error."""
    header = _MAGIC + key.encode().ljust(_KEY)[:_KEY] + len(payload).to_bytes(8, "big")
    data = header + zlib.crc32(payload).to_bytes(4, "big") + payload
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data)
    except OSError:
        return False
    return True


def open_cached(path: Path, key: str) -> memoryview | None:
    """Return the payload kept under this key, or None where it is missing, stale, truncated or foreign."""
    try:
        with path.open("rb") as stream:
            view = memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):
        # ValueError: an empty file cannot be mapped.
        return None
    payload = view[_HEADER:]
    if bytes(view[: len(_MAGIC)]) != _MAGIC or bytes(view[len(_MAGIC) : len(_MAGIC) + _KEY]).rstrip() != key.encode():
        return None
    length = int.from_bytes(view[_HEADER - 12 : _HEADER - 4], "big")
    checksum = int.from_bytes(view[_HEADER - 4 : _HEADER], "big")
    if len(payload) != length or zlib.crc32(payload) != checksum:
        return None
    return payload
