"""Faults as plain data, for programs."""

from collections.abc import Sequence
from typing import Any

from integration_cli.errors import Fault


def to_data(faults: Sequence[Fault]) -> dict[str, Any]:
    """Return the faults in order; lines and columns count from 1."""
    return {
        "count": len(faults),
        "faults": [
            {
                "path": fault.path,
                "line": fault.line,
                "col": fault.col,
                "rule": fault.rule,
                "message": fault.message,
                "source_line": fault.source_line,
            }
            for fault in faults
        ],
    }
