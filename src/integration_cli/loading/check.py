"""All faults of a knowledge folder at once, in order. Never raises for content."""

from itertools import islice
from pathlib import Path

from integration_cli.errors import AdvisorError, Fault
from integration_cli.loading import locate, merge, rules, rules_of_risks, wording
from integration_cli.loading.merge import Entries
from integration_cli.loading.nodes import MOST_FAULTS
from integration_cli.loading.sources import evidence_faults

STRUCTURE = (*rules.STRUCTURE, *rules_of_risks.STRUCTURE)
"""Every rule without which the knowledge cannot be trusted to load."""


def check(folder: Path | None = None, local: Path | None = None, sources: Path | None = None) -> list[Fault]:
    """Return every fault of the knowledge in `folder` (the shipped one by default), with `local` laid over it.

    `sources` is a folder with the documents' texts: evidence is then looked up in them, and copied runs of
    words are reported. Raises AdvisorError where a folder is missing.
    """
    base_files = locate.read_folder(folder or locate.shipped_folder(), str(folder) if folder else "knowledge")
    local_files = locate.read_folder(local) if local else []
    if not base_files:
        raise AdvisorError(f"there is no knowledge in {folder}: name a folder that holds categories.yaml and barriers/")
    entries, faults = merge.read_entries(base_files, {})
    if local_files:
        added, more = merge.read_entries(local_files, entries)
        entries, faults = merge.lay_over(entries, added), faults + more
    for rule in (*STRUCTURE, *wording.WORDING):
        faults += islice(rule(entries), MOST_FAULTS + 1)
    if sources:
        faults += evidence_faults(entries, sources)
    return with_source_lines(faults, [*base_files, *local_files])


def structure_faults(entries: Entries) -> list[Fault]:
    """The faults for which knowledge cannot be loaded."""
    return [fault for rule in STRUCTURE for fault in islice(rule(entries), MOST_FAULTS + 1)]


def with_source_lines(faults: list[Fault], files: list[locate.KnowledgeFile]) -> list[Fault]:
    """The faults in order, each once, with the line of text at which it points; of very many only the first."""
    lines = {file.name: file.data[: locate.LARGEST_FILE] for file in files}
    split: dict[str, list[str]] = {}
    shown = []
    for fault in _first(sorted(set(faults))):
        if fault.path in lines and fault.path not in split:
            split[fault.path] = lines[fault.path].decode("utf-8-sig", "replace").splitlines()
        text = split.get(fault.path, [])
        shown.append(fault._replace(source_line=text[fault.line - 1] if 0 < fault.line <= len(text) else ""))
    return shown


def _first(faults: list[Fault]) -> list[Fault]:
    if len(faults) <= MOST_FAULTS:
        return faults
    next_ = faults[MOST_FAULTS]
    more = next_._replace(rule="too-many", message=f"more than {MOST_FAULTS} faults: mend those before this one first")
    return [*faults[:MOST_FAULTS], more]
