"""A table shows every text as words: no cell of it is anything that a spreadsheet works out or runs."""

import csv
import io

import pytest

from integration_cli import Advisor
from integration_cli.export.progress_csv import to_csv
from integration_cli.export.survey_csv import counts_csv, rows_csv, rows_header
from integration_cli.register import Register
from integration_cli.survey import Reply
from tests.robustness.hostile import HOSTILE, SIGN, TODAY, knowledge, progress, survey

STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""With these a spreadsheet takes a cell for something to work out; with the wide ones in some countries."""


def begins_formula(cell: str) -> bool:
    """Whether a spreadsheet may work out a cell; some trim it first."""
    return cell.startswith(STARTS) or cell.strip().startswith(STARTS)


def cells(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.removeprefix("\ufeff"), newline="")))


def tables(text: str) -> dict[str, str]:
    """Every table that the commands write, with this text wherever it takes one."""
    advisor = Advisor(knowledge(text))
    register = Register(text, ("barrier",), (text, f"{text} two"), advisor.risks(["barrier"]).rows)
    judged = list(advisor.judge([Reply(2, f"{SIGN} {text}", text), Reply(3, text, text), Reply(4, "", text, text)]))
    return {
        "progress": to_csv(progress(text)),
        "counts": counts_csv(survey(text), advisor.knowledge),
        "rows": rows_header() + rows_csv(judged, str),
        "register": advisor.register_table(register).decode("utf-8"),
    }


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_no_cell_begins_a_formula_and_every_row_has_its_cells(payload: str):
    plain = tables("plain")

    for name, table in tables(payload).items():
        found = cells(table)

        assert [] == [cell for row in found for cell in row if begins_formula(cell)], name
        assert {len(found[0])} == {len(row) for row in found}, name
        assert name == "progress" or len(cells(plain[name])) == len(found), name


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_a_register_comes_back_from_its_table_and_stays_as_it_is(payload: str):
    advisor = Advisor(knowledge(payload))
    register = advisor.risks(["barrier"], payload, (f"x {payload}",))
    data = advisor.register_table(register)

    merged, remarks = advisor.update_register(data, register, TODAY, "register.csv")

    assert (data, []) == (merged.data, remarks)


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_what_people_filled_into_a_register_is_inert_after_an_update_too(payload: str):
    advisor = Advisor(knowledge("plain"))
    data = advisor.register_table(advisor.risks(["barrier"]))
    rows = cells(data.decode("utf-8"))
    filled = [rows[0], [cell or payload for cell in rows[1]], [payload] * len(rows[0])]
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(filled)

    merged, _ = advisor.update_register(
        stream.getvalue().encode(), Advisor(knowledge("new")).risks(["barrier"]), TODAY, "register.csv"
    )

    found = cells(merged.data.decode("utf-8"))
    assert "new" in merged.data.decode("utf-8")
    assert [] == [cell for row in found for cell in row if begins_formula(cell)]
