"""The fast form of the knowledge: the decoded entries as JSON, kept by the digest of the files they came from."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from integration_cli.loading.build import build
from integration_cli.loading.locate import cache_folder
from integration_cli.model import Knowledge
from integration_cli.storage import open_cached, save_cached

FORMAT = "1"
"""Raised whenever the meaning of the compiled entries changes."""


def _place(digest: str) -> Path:
    return cache_folder() / f"knowledge-{digest[:16]}.json"


def read(digest: str) -> Knowledge | None:
    """The compiled knowledge of this digest, or None where there is none to be believed."""
    payload = open_cached(_place(digest), f"knowledge {FORMAT} {digest}")
    return None if payload is None else build(json.loads(bytes(payload)), digest)


def write(entries: Mapping[str, Mapping[str, Any]], digest: str) -> Knowledge:
    """Keep the entries in their fast form, if the disk allows, and return their model."""
    payload = json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()
    save_cached(_place(digest), f"knowledge {FORMAT} {digest}", payload)
    return build(json.loads(payload), digest)
