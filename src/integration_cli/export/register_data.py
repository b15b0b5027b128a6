"""A risk register as plain data, for programs."""

from collections.abc import Sequence
from typing import Any

from integration_cli.export.changes_data import to_data as changes_data
from integration_cli.export.entry_data import plain
from integration_cli.model import Knowledge
from integration_cli.register import BANDS, Register, RegisterRow, Remark
from integration_cli.upkeep import Merged


def to_data(register: Register, knowledge: Knowledge) -> dict[str, Any]:
    """Return the register's risks, shared ones first, and the matrix by which they are scored.

    Each band of the matrix starts at its `least` score, which is likelihood times impact, both from 1 to 5.
    """
    return {
        "situation": register.situation or None,
        "knowledge": {"version": knowledge.version, "as_at": knowledge.as_at},
        "barriers": list(register.barriers),
        "partners": list(register.partners),
        "matrix": [{"least": least, "band": band, "rating": rating} for least, band, rating in BANDS],
        "count": len(register.rows),
        "risks": [_row(row) for row in (*register.shared, *register.retained)],
    }


def merged_data(merged: Merged, remarks: Sequence[Remark], changed: bool) -> dict[str, Any]:
    """Return what bringing a register up to date did, and what must be mended in it by hand."""
    return {
        **changes_data(merged, changed),
        "remarks": [{"line": remark.line, "text": remark.said} for remark in remarks],
    }


def _row(row: RegisterRow) -> dict[str, Any]:
    return {
        **plain(row.risk),
        "arises_from_here": [barrier.id for barrier in row.barriers],
        "mitigations": [
            {"solution": m.solution.id, "title": m.solution.title, "standing": m.solution.standing, "basis": m.basis}
            for m in row.mitigations
        ],
    }
