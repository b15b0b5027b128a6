"""A table gives back what was laid into it."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli.matching.table import Table, pack, unpack

NUMBERS = st.floats(-1e6, 1e6, width=32)
FEATURES = st.text(max_size=12)


@st.composite
def contents(draw: st.DrawFn) -> tuple[list[dict], dict, dict]:
    """Two columns with the same rows, rarities and log odds."""
    rarity = draw(st.dictionaries(FEATURES, NUMBERS, max_size=8))
    rows = {feature: draw(st.dictionaries(st.integers(0, 300), NUMBERS, max_size=5)) for feature in rarity}
    other = {feature: {barrier: draw(NUMBERS) for barrier in row} for feature, row in rows.items()}
    return [rows, other], rarity, draw(st.dictionaries(FEATURES, NUMBERS, max_size=8))


def laid_out(columns: list[dict], rarity: dict, domain: dict) -> Table:
    return unpack([memoryview(block) for block in pack(columns, rarity, domain)], 7.0)


@settings(max_examples=100)
@given(given_=contents())
def test_what_was_packed_is_unpacked(given_: tuple[list[dict], dict, dict]):
    columns, rarity, domain = given_

    table = laid_out(columns, rarity, domain)

    assert len(rarity.keys() | domain.keys()) == len(table.hashes)
    for feature in rarity.keys() | domain.keys():
        number = table.find(feature)
        start, end = table.starts[number], table.starts[number + 1]
        row = table.barriers[start:end].tolist()
        assert rarity.get(feature, 0.0) == table.rarity[number]
        assert domain.get(feature, 0.0) == table.domain[number]
        for column, weights in zip(columns, table.columns, strict=True):
            assert column.get(feature, {}) == dict(zip(row, weights[start:end].tolist(), strict=True))


@pytest.mark.parametrize("feature", ["", "purses", "zzz", "purse purse"])
def test_a_feature_that_is_not_there_is_not_found(feature: str):
    table = laid_out([{"purse": {0: 1.0}}], {"purse": 1.0, "bus": 1.0}, {})

    assert -1 == table.find(feature)


def test_an_empty_table_holds_nothing():
    assert -1 == laid_out([{}], {}, {}).find("purse")


def test_the_order_in_which_features_come_does_not_matter():
    one = {"purse": {0: 1.0}, "bus": {1: 2.0}}

    assert pack([one], {"purse": 1.0, "bus": 2.0}, {}) == pack(
        [dict(reversed(one.items()))], {"bus": 2.0, "purse": 1.0}, {}
    )


def test_weights_keep_four_bytes():
    """The index is read where it lies: sizes are part of its form."""
    third = struct.unpack("f", struct.pack("f", 1 / 3))[0]

    assert [third] == laid_out([{"bus": {4: 1 / 3}}], {"bus": 1.0}, {}).columns[0].tolist()
