"""A plan as it is handed to people who work in Word and Excel, and what they send back."""

from typing import Literal, NamedTuple

from integration_cli.errors import AdvisorError

COLUMNS = {
    "Status": "status", "Action": "action", "Owner": "owner", "Due": "due", "Measure": "measure", "Notes": "notes",
    "Category": "category", "Barrier": "barrier", "Solution": "solution", "Source": "source", "Id": "id",
}  # fmt: skip
"""The columns of a workbook by their heads, each with the field of a row that stands in it."""

SHEET, HIDDEN = "Actions", "Plan"
"""The sheet of a workbook that people fill in, and the hidden one that holds the plan as it was."""

LONGEST = 32_000
"""Characters of a text in a row; a cell of Excel holds little more."""


class Run(NamedTuple):
    """Words of a paragraph in one style."""

    text: str
    style: Literal["", "bold", "italic"] = ""


class Passage(NamedTuple):
    """A heading (of a level from 1), paragraph, quotation or list item."""

    kind: Literal["heading", "text", "quote", "item"]
    runs: tuple[Run, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """The words without their styles."""
        return "".join(run.text for run in self.runs)


class Row(NamedTuple):
    """An action of a plan, with what people wrote about it.

    `id` is that of the action, or begins with `own/` where somebody added it. `due` is a day (ISO), or words where it
    is none. `notes` may have lines. In a row that came back, `status` is what was typed, and `other` holds what stands
    in columns that are not ours, by their heads.
    """

    id: str = ""
    action: str = ""
    status: str = ""
    owner: str = ""
    due: str = ""
    measure: str = ""
    notes: str = ""
    category: str = ""
    barrier: str = ""
    solution: str = ""
    source: str = ""
    other: tuple[tuple[str, str], ...] = ()

    def having(self, name: str, value: str) -> "Row":
        """The row with another value in a field."""
        return Row(**{**self._asdict(), name: value})


class Handout(NamedTuple):
    """A plan in its order, and the bytes of the Markdown file that it was made from."""

    parts: tuple[Passage | Row, ...]
    plan: bytes

    @property
    def rows(self) -> tuple[Row, ...]:
        """The actions."""
        return tuple(part for part in self.parts if isinstance(part, Row))

    @property
    def title(self) -> str:
        """The first heading of the highest level."""
        return next((part.text for part in self.parts if isinstance(part, Passage) and part.level == 1), "Plan")


class Returned(NamedTuple):
    """What a workbook holds: its rows, the heads that it still has, and the plan that it was made from (bytes).

    `plan` is empty where the hidden sheet is gone.
    """

    rows: tuple[Row, ...]
    heads: tuple[str, ...]
    plan: bytes

    def held_plan(self, name: str) -> bytes:
        """The plan that the workbook, called `name` in errors, holds. Raises AdvisorError where it holds none."""
        if not self.plan:
            raise AdvisorError(
                f"{name} lost its hidden sheet '{HIDDEN}', so no plan can be made from it\n"
                f"Bring it into the plan that it was made from: advisor update PLAN.md --from {name}"
            )
        return self.plan
