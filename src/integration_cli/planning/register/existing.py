"""A register that is there already, as Markdown or as a table."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from integration_cli.model import Knowledge
from integration_cli.planning.register.register_file import read_register
from integration_cli.planning.register.table import partners_of, read_table
from integration_cli.planning.register.table_merge import barriers_in, update_table
from integration_cli.planning.register.update import update
from integration_cli.register import Register, Remark
from integration_cli.upkeep import Merged


class Existing(NamedTuple):
    """A register as it stands: its bytes, the barriers (ids) and partners that it was made for.

    `update` takes the register that it is to become, the knowledge and the day (ISO), and gives the new bytes with
    what was done and what must be mended by hand.
    """

    data: bytes
    barriers: tuple[str, ...]
    partners: tuple[str, ...]
    update: Callable[[Register, Knowledge, str], tuple[Merged, list[Remark]]]


def open_register(data: bytes, name: str) -> Existing:
    """Read a register, as a table where its file's name ends in .csv. Raises AdvisorError where it is none of ours."""
    if is_table(name):
        table = read_table(data, name)
        return Existing(data, barriers_in(table), partners_of(table), partial(update_table, table, data))
    plan = read_register(data, name)
    return Existing(data, plan.record.barriers, plan.record.partners, partial(update, plan, data))


def is_table(name: str) -> bool:
    """Whether a file with this name holds a table."""
    return name.casefold().endswith(".csv")
