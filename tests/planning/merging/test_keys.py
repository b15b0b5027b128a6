"""Blocks go by keys, in which old ids are as good as new ones."""

import pytest

from integration_cli.planning.merging.keys import living, renamed, scopes

HOMES = {"s": "b"}


@pytest.mark.parametrize(
    ("key", "today"),
    [("a:old/step", "a:new/step"), ("s:old", "s:new"), ("s:old/who", "s:new/who"), ("b:old/summary", "b:new/summary"),
     ("h:b:old", "h:b:new"), ("t:u:old", "t:u:new"), ("a:other/old", "a:other/old"), ("h:made", "h:made")],
)  # fmt: skip
def test_a_renamed_entry_is_renamed_in_every_key_that_names_it(key: str, today: str):
    assert today == renamed(key, {"old": "new"})


@pytest.mark.parametrize(
    ("key", "belongs_to"),
    [("a:s/step", ["s:s", "b:b"]), ("s:s/who", ["s:s", "b:b"]), ("s:s", ["b:b"]), ("b:b/summary", ["b:b"]), ("b:b", []),
     ("a:elsewhere/step", ["s:elsewhere"]), ("c:money", []), ("t:sources", [])],
)  # fmt: skip
def test_a_block_belongs_to_its_solution_and_that_to_its_barrier(key: str, belongs_to: list[str]):
    assert belongs_to == list(scopes(key, HOMES))


def test_a_solution_and_its_barrier_live_as_long_as_one_step_stands():
    assert {"a:s/step", "s:s", "b:b"} == living(["a:s/step"], HOMES)
