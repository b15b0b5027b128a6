"""Which digest a folder has, without reading its files again as long as none of them was touched.

As git does for its index: a file whose size, times and inode are the same has the same contents. Times are only
believed once they are older than the clock's grain, so that a change in the same instant is not missed.
"""

import json
import os
import time
import zlib
from contextlib import suppress
from pathlib import Path

from integration_cli.caching import Cache

GRAIN = 2_000_000_000
"""Nanoseconds: the coarsest clock of a common file system (FAT) ticks every two seconds."""

Stamp = list[list[str | int]]


def stamp_of(folder: Path) -> Stamp:
    """Name, size, times and inode of every YAML file below a folder, in order."""
    found: Stamp = []
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".yaml", ".yml")):
                path = os.path.join(parent, name)
                # A link to nothing, such as the lock of an editor, is no file of the knowledge.
                with suppress(OSError):
                    about = os.stat(path)
                    found.append([path, about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino])
    return found


def known_digest(stamp: Stamp, cache: Cache) -> str | None:
    """The digest of files with this stamp, where it was kept; None where it was not."""
    kept = cache.find(_name(stamp), "stamp")
    if kept is None:
        return None
    data = json.loads(bytes(kept))
    return str(data["digest"]) if data["stamp"] == stamp else None


def keep_digest(stamp: Stamp, digest: str, cache: Cache) -> None:
    """Keep a digest for a stamp, unless a file was touched so lately that its time says nothing yet."""
    newest = max((int(time_) for _, _, *times, _ in stamp for time_ in times), default=0)
    if time.time_ns() - newest > GRAIN:
        cache.keep(_name(stamp), "stamp", json.dumps({"digest": digest, "stamp": stamp}).encode())


def _name(stamp: Stamp) -> str:
    names = "\n".join(str(entry[0]) for entry in stamp)
    number = zlib.crc32(names.encode("utf-8", "surrogatepass"))
    return f"stamp-{number:08x}.json"
