"""What the measurements draw and write can be read, whatever was measured."""

from xml.etree import ElementTree

from benchmarks.__main__ import drawings, page
from benchmarks.scale import FACTORS, Step, growth
from benchmarks.timing import Times
from hypothesis import given, settings
from hypothesis import strategies as st

SECONDS = st.floats(min_value=1e-5, max_value=1e3)
STEPS = st.tuples(
    *(
        st.builds(Step, st.just(w), st.just(f), load=SECONDS, query=SECONDS)
        for w in ("barriers", "signs")
        for f in FACTORS
    )
)
TIMES = st.dictionaries(st.sampled_from(["advisor a", "b <c> & d"]), st.builds(Times, SECONDS, SECONDS), min_size=1)


@settings(max_examples=50)
@given(times=TIMES, steps=STEPS)
def test_a_plot_is_xml_and_names_all_that_was_timed(times: dict[str, Times], steps: tuple[Step, ...]):
    drawn = drawings(times, list(steps))

    texts = {name: "".join(ElementTree.fromstring(svg).itertext()) for name, svg in drawn.items()}
    assert [] == [name for name in times if name not in texts["startup.svg"]]
    assert "more barriers" in texts["scale.svg"]
    assert "nan" not in "".join(drawn.values())


@settings(max_examples=50)
@given(times=TIMES, steps=STEPS)
def test_the_page_has_a_row_for_all_that_was_timed(times: dict[str, Times], steps: tuple[Step, ...]):
    text = page(times, dict.fromkeys(times, 9.0), list(steps), 3)

    assert [2] * len(times) == [text.count(f"| {name} |") for name in times]
    assert {5} == {line.count("|") - 2 for line in text.splitlines() if line.startswith(("| barriers |", "| signs |"))}


def test_growth_is_the_ratio_from_one_size_to_the_next():
    steps = [Step("signs", factor, 1, 1, 1.0, query) for factor, query in zip(FACTORS, (2.0, 4.0, 40.0), strict=True)]

    assert [2.0, 10.0] == growth(steps, "signs")
