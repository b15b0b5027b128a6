"""What an update did to a plan as plain data, for programs."""

from typing import Any

from integration_cli.upkeep import Merged


def to_data(merged: Merged, changed: bool) -> dict[str, Any]:
    """Return the changes in the order in which they were made."""
    return {
        "changed": changed,
        "changes": [{"what": change.what, "block": change.block, "text": change.said} for change in merged.changes],
    }
