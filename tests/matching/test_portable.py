"""The packed index says what the index says."""

import json
import math
import zlib
from array import array

from hypothesis import given
from hypothesis import strategies as st

from integration_cli.matching.portable import LEVELS, pack
from integration_cli.matching.scoring import WEIGHTS
from integration_cli.matching.sense import sense
from integration_cli.matching.text import STOP_WORDS
from integration_cli.model import Knowledge
from tests.matching.tiny import index_of, town


class Packed:
    """The head of a packed index, and its blocks one after the other."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.index = index_of(knowledge)
        data = zlib.decompress(pack(self.index, knowledge))
        size = int.from_bytes(data[:4], "little")
        self.head = json.loads(data[4 : 4 + size])
        self._data, self._lengths = data[4 + size :], iter(self.head["lengths"])

    def take(self, kind: str) -> list[float]:
        """The numbers of the next block."""
        length = next(self._lengths)
        block, self._data = self._data[:length], self._data[length:]
        numbers = array(kind)
        count = length // numbers.itemsize
        numbers.frombytes(bytes(block[plane * count + at] for at in range(count) for plane in range(numbers.itemsize)))
        return numbers.tolist()

    def climb(self) -> list[int]:
        total, found = 0, []
        for step in self.take("I"):
            total += int(step)
            found.append(total)
        return found


def test_every_table_comes_back_with_its_weights_to_one_in_ten_thousand():
    packed = Packed(town())

    for space, table in packed.index.tables.items():
        assert list(table.hashes) == packed.climb()
        assert list(table.starts) == packed.climb()
        assert list(table.rarity) == packed.take("f")
        assert list(table.domain) == packed.take("f")
        assert list(table.barriers) == packed.take("H")
        for column, (low, step) in zip(table.columns, packed.head["tables"][space]["scales"], strict=True):
            weights = [math.exp(low + step * level) for level in packed.take("H")]
            assert all(math.isclose(one, other, rel_tol=1e-4) for one, other in zip(column, weights, strict=True))
        assert table.unseen == packed.head["tables"][space]["unseen"]


def test_the_sense_of_words_follows_the_tables():
    packed = Packed(town())
    for table in packed.index.tables.values():
        packed.climb(), packed.climb(), packed.take("f"), packed.take("f"), packed.take("H")
        for _ in table.columns:
            packed.take("H")

    words = sense()

    assert (list(words.hashes), list(words.nearness), list(words.weights)) == (
        packed.climb(),
        packed.take("b"),
        packed.take("B"),
    )
    assert words.scale == packed.head["scale"]


def test_statements_words_and_numbers_are_those_of_the_matching():
    knowledge = town()
    packed = Packed(knowledge)

    assert list(knowledge.barriers) == packed.head["barriers"]
    assert [len(b.signs) + 4 for b in knowledge.barriers.values()] == [len(s) for s in packed.head["statements"]]
    assert packed.index.speller.words == packed.head["words"]
    assert set(STOP_WORDS) == set(packed.head["stop"])
    assert list(WEIGHTS.values()) == [weight for *_, weight in packed.head["scorers"]]


@given(st.lists(st.floats(min_value=1e-3, max_value=50), min_size=1))
def test_levels_span_the_weights(weights: list[float]):
    from integration_cli.matching.portable import _levels, _scale

    low, step = _scale(weights)
    levels = _levels(weights, (low, step))

    assert 0 <= min(levels) <= max(levels) <= LEVELS
    assert all(math.isclose(w, math.exp(low + step * n), rel_tol=1e-3) for w, n in zip(weights, levels, strict=True))
