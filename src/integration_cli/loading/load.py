"""The knowledge as a model: from its compiled form where that is current, else from the YAML."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from integration_cli.caching import Cache
from integration_cli.errors import AdvisorError, FaultyKnowledge
from integration_cli.loading import compiled, locate, stamps
from integration_cli.model import Knowledge

if TYPE_CHECKING:
    from integration_cli.loading.merge import Entries


def load(local: Path | None = None) -> Knowledge:
    """Load the shipped knowledge, with a user's folder laid over it.

    Raises FaultyKnowledge where an entry cannot be used, AdvisorError where a folder cannot be read.
    """
    shipped = locate.shipped_folder()
    if not shipped.is_dir():
        raise AdvisorError("the knowledge that belongs to this program is missing: install it again")
    caches = locate.caches()
    stamp = [*stamps.stamp_of(shipped), *(stamps.stamp_of(local) if local else ())]
    digest = stamps.known_digest(stamp, caches[0])
    known = compiled.read(digest, caches) if digest and (local is None or os.path.isdir(local)) else None
    return known or _read(shipped, local, stamp, caches)


def load_folder(folder: Path, cache: Cache) -> Knowledge:
    """Load a whole knowledge folder as if it were the shipped one, and keep its fast form in this cache."""
    files = locate.read_folder(folder, "knowledge")
    return compiled.write(_entries(files, []), _digest(files), cache)


def _digest(files: list[locate.KnowledgeFile]) -> str:
    # A file's name need not be UTF-8 on every system.
    return locate.digest([part for f in files for part in (f.name.encode("utf-8", "surrogatepass"), f.data)])


def _read(shipped: Path, local: Path | None, stamp: stamps.Stamp, caches: tuple[Cache, Cache]) -> Knowledge:
    base_files = locate.read_folder(shipped, "knowledge")
    local_files = locate.read_folder(local) if local else []
    digest = _digest([*base_files, *local_files])
    known = compiled.read(digest, caches) or compiled.write(_entries(base_files, local_files), digest, caches[0])
    stamps.keep_digest(stamp, digest, caches[0])
    return known


def _entries(base_files: list[locate.KnowledgeFile], local_files: list[locate.KnowledgeFile]) -> Entries:
    # Only knowledge that changed is read from YAML: the reader is not imported otherwise.
    from integration_cli.loading import merge
    from integration_cli.loading.check import structure_faults, with_source_lines

    entries, faults = merge.read_entries(base_files, {})
    if local_files:
        added, more = merge.read_entries(local_files, entries)
        entries, faults = merge.lay_over(entries, added), faults + more
    faults = faults or structure_faults(entries)
    if faults:
        raise FaultyKnowledge(with_source_lines(faults, [*base_files, *local_files]))
    return entries
