"""How near words are to the field."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli.matching.sense import pack, sense, unpack

WORDS = st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=1, max_size=9)
ENTRIES = st.dictionaries(
    WORDS, st.tuples(st.floats(0.01, 4) | st.floats(-4, -0.01), st.floats(0.01, 1)), min_size=1, max_size=8
)


@settings(max_examples=100)
@given(entries=ENTRIES)
def test_a_word_alone_has_its_own_nearness_to_a_byte(entries: dict[str, tuple[float, float]]):
    table = unpack(memoryview(pack(entries)))
    step = max(abs(near) for near, _ in entries.values()) / 127

    assert len(entries) == len(table.hashes)
    for word, (near, _) in entries.items():
        assert near == pytest.approx(table.of([word]), abs=step / 2 + 1e-6)


@settings(max_examples=100)
@given(entries=ENTRIES)
def test_a_text_lies_between_its_words(entries: dict[str, tuple[float, float]]):
    table = unpack(memoryview(pack(entries)))

    alone = [table.of([word]) for word in entries]
    assert min(alone) - 1e-6 <= table.of(list(entries)) <= max(alone) + 1e-6


def test_a_word_that_weighs_more_pulls_harder():
    table = unpack(memoryview(pack({"council": (1.0, 1.0), "the": (-1.0, 0.1)})))

    assert table.of(["council", "the"]) > 0.5


def test_unknown_words_say_nothing():
    table = unpack(memoryview(pack({"council": (1.0, 1.0)})))

    assert 0.0 == table.of(["zzyzx", "blorp"]) == table.of([])
    assert table.of(["council"]) == table.of(["council", "zzyzx"])


def test_the_shipped_table_tells_our_words_from_others():
    ours = sense().of(["commissioning", "safeguarding", "hospital", "council", "partnership"])
    others = sense().of(["guitar", "sourdough", "volcano", "goalkeeper", "lipstick"])

    assert ours > others
