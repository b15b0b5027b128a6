"""Which digest a folder has, without reading its files again as long as none of them was touched.

As git does for its index: a file whose size, times and inode are the same has the same contents. Times are only
believed once they are older than the clock's grain, so that a change in the same instant is not missed.
"""

import json
import os
import time
import zlib
from pathlib import Path

from integration_cli.storage import open_cached, save_cached

FORMAT = "stamp 1"

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
                about = os.stat(path)
                found.append([path, about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino])
    return found


def known_digest(stamp: Stamp, cache: Path) -> str | None:
    """The digest of files with this stamp, where it was kept; None where it was not."""
    kept = open_cached(_place(stamp, cache), FORMAT)
    if kept is None:
        return None
    data = json.loads(bytes(kept))
    return str(data["digest"]) if data["stamp"] == stamp else None


def keep_digest(stamp: Stamp, digest: str, cache: Path) -> None:
    """Keep a digest for a stamp, unless a file was touched so lately that its time says nothing yet."""
    newest = max((int(time_) for _, _, *times, _ in stamp for time_ in times), default=0)
    if time.time_ns() - newest > GRAIN:
        save_cached(_place(stamp, cache), FORMAT, json.dumps({"digest": digest, "stamp": stamp}).encode())


def _place(stamp: Stamp, cache: Path) -> Path:
    names = "\n".join(str(entry[0]) for entry in stamp)
    return cache / f"stamp-{zlib.crc32(names.encode()):08x}.json"
