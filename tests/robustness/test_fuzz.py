"""Bytes that nobody would write: an answer, or an error that says why not. tools/fuzz.py goes on for longer."""

import pytest
from tools.fuzz import TARGETS, batch, main

from tests.robustness.test_anything import MORE


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_a_file_holds_there_is_an_answer(name: str):
    batch(TARGETS[name], number=1, inputs=25 * MORE)


def test_every_good_input_is_taken():
    """Refused ones would lead no further into the code."""
    for target in TARGETS.values():
        for data in target.seeds():
            target.feed(data)


def test_the_command_names_its_targets(capsys: pytest.CaptureFixture[str]):
    assert 2 == main(["plan"])
    assert "situations, plans, registers, overlays, assessments, tables" in capsys.readouterr().err
