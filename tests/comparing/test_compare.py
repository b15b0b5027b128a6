"""Partners side by side: what all name, what some name, what one names alone."""

from hypothesis import given
from hypothesis import strategies as st

from integration_cli.comparing.compare import compare, described
from integration_cli.comparison import Comparison, Partner
from integration_cli.diagnosis import WORTH_A_LOOK, Diagnosis, Finding, Reason, Segment, Span
from tests import small

KNOWN = small.knowledge(
    small.barrier("money"),
    small.barrier("risk"),
    small.barrier("trust"),
    small.barrier("no-referee", part_of="trust"),
    small.barrier("old-quarrels", part_of="trust"),
)
SCORES = {"strong": 0.9, "likely": 0.6, "possible": 0.4}


def finding(barrier: str, strength: str, score: float | None = None) -> Finding:
    segment = Segment(Span(0, 1), "x")
    part_of = KNOWN.barriers[barrier].part_of
    return Finding(barrier, part_of, strength, SCORES[strength] if score is None else score, (), segment)


def partner(name: str, **strengths: str | None) -> Partner:
    """A partner with findings of these strengths, None for a plan's; an underscore stands for a hyphen."""
    ids = {id_.replace("_", "-"): strength for id_, strength in strengths.items()}
    return Partner(name, {id_: finding(id_, strength) if strength else None for id_, strength in ids.items()})


def groups(comparison: Comparison) -> dict[str, str]:
    return {row.barrier: row.group for row in comparison.rows}


def test_barriers_are_told_apart_by_how_many_name_them():
    found = compare(
        [
            partner("a", money="strong", risk="likely", trust="strong"),
            partner("b", money="likely", risk="strong"),
            partner("c", money="likely"),
        ],
        KNOWN,
    )

    assert {"money": "all", "risk": "some", "trust": "one"} == groups(found)


def test_of_barriers_named_by_as_many_the_surer_come_first_then_ids_decide():
    found = compare([partner("a", trust="likely", risk="strong"), partner("b", money="likely")], KNOWN)

    assert ["risk", "money", "trust"] == [row.barrier for row in found.rows]


def test_who_names_a_detail_names_its_main_barrier():
    """Two partners that look at one obstacle from two sides do not disagree about it."""
    found = compare([partner("a", no_referee="likely"), partner("b", trust="strong")], KNOWN)

    (row,) = found.rows
    assert ("trust", "all") == (row.barrier, row.group)
    assert [("a", "likely", ("no-referee",)), ("b", "strong", ("trust",))] == [
        (sight.partner, sight.strength, sight.named) for sight in row.sights
    ]
    assert [1.0] == [pair.share for pair in found.pairs]


def test_two_details_of_one_barrier_are_one_barrier_seen_as_surely_as_the_surer():
    found = compare([partner("a", no_referee="likely", old_quarrels="strong"), partner("b", money="likely")], KNOWN)

    row = next(row for row in found.rows if row.barrier == "trust")
    assert [("strong", ("old-quarrels", "no-referee"))] == [(sight.strength, sight.named) for sight in row.sights]


def test_a_possible_finding_is_a_hint_and_never_agreement():
    found = compare(
        [partner("a", money="strong", risk="possible"), partner("b", money="possible", risk="likely")], KNOWN
    )

    assert [("money", "one", ("b",)), ("risk", "one", ("a",))] == [(r.barrier, r.group, r.maybe) for r in found.rows]
    assert [0] == [pair.both for pair in found.pairs]


def test_what_nobody_names_surely_is_kept_apart():
    found = compare([partner("a", money="strong", risk="possible"), partner("b", money="likely")], KNOWN)

    assert [("risk", "none", ("a",))] == [(row.barrier, row.group, row.maybe) for row in found.hints]


def test_what_is_hardly_possible_is_not_even_a_hint():
    faint = {"risk": finding("risk", "possible", WORTH_A_LOOK - 0.01)}

    found = compare([Partner("a", faint), partner("b", risk="likely")], KNOWN)

    assert [()] == [row.maybe for row in found.rows]
    assert ((), ("a",)) == (found.hints, found.silent)


def test_who_names_nothing_counts_nowhere():
    """A text about lentils must not make partners look divided."""
    found = compare([partner("a", money="strong"), partner("b", money="likely"), partner("c")], KNOWN)

    assert ({"money": "all"}, ("c",)) == (groups(found), found.silent)
    assert [("a", "b")] == [(pair.one, pair.other) for pair in found.pairs]


def test_what_the_only_one_to_speak_names_is_not_shared():
    found = compare([partner("a", money="strong"), partner("b")], KNOWN)

    assert ({"money": "one"}, ()) == (groups(found), found.pairs)


def test_nothing_named_is_nothing_to_compare():
    found = compare([partner("a"), partner("b", risk="possible")], KNOWN)

    assert ((), ("a", "b"), ()) == (found.rows, found.silent, found.pairs)


def test_what_a_plan_names_counts_without_a_strength():
    found = compare([partner("a", risk=None), partner("b", risk="likely")], KNOWN)

    assert [("risk", "all", 1.6)] == [(row.barrier, row.group, row.weight) for row in found.rows]
    assert [None, "likely"] == [sight.strength for sight in found.rows[0].sights]


def test_a_partner_is_quoted_by_the_words_that_counted():
    text = "We have no money, and no referee."
    reason = Reason((Span(8, 10), Span(11, 16), Span(25, 32)), "sign", "a sign")
    said = Finding("money", "", "strong", 0.9, (reason,), Segment(Span(0, len(text)), text))

    found = described("a", Diagnosis(text, (said,)), "a.txt")

    assert ("a", "a.txt", ["no money", "referee"]) == (found.name, found.file, found.words_for("money"))
    assert [] == partner("b", money=None).words_for("money")


STRENGTHS = st.sampled_from([None, "strong", "likely", "possible"])
FINDINGS = st.dictionaries(st.sampled_from(sorted(KNOWN.barriers)), STRENGTHS, max_size=5)
PARTNERS = st.dictionaries(st.sampled_from(["a", "A", "b", "c", "Ä", "[red]"]), FINDINGS, min_size=2).map(
    lambda given: [
        Partner(name, {id_: finding(id_, strength) if strength else None for id_, strength in findings.items()})
        for name, findings in given.items()
    ]
)


@given(partners=PARTNERS, data=st.data())
def test_the_order_of_the_partners_does_not_matter(partners: list[Partner], data: st.DataObject):
    shuffled = data.draw(st.permutations(partners))

    assert compare(partners, KNOWN) == compare(shuffled, KNOWN)


@given(partners=PARTNERS)
def test_a_barrier_stands_once_and_with_the_group_that_its_partners_make(partners: list[Partner]):
    found = compare(partners, KNOWN)

    heard = len(partners) - len(found.silent)
    ids = [row.barrier for row in (*found.rows, *found.hints)]
    assert len(set(ids)) == len(ids)
    assert all(not KNOWN.barriers[id_].part_of for id_ in ids)
    for row in found.rows:
        assert ("one" if len(row.sights) == 1 else "all" if len(row.sights) == heard else "some") == row.group
        assert {sight.partner for sight in row.sights}.isdisjoint(row.maybe)
    assert heard * (heard - 1) // 2 == len(found.pairs)
