"""Which risks a register holds."""

import pytest

from integration_cli import Advisor
from integration_cli.errors import UnknownId
from integration_cli.planning.register.draft import draft
from tests import small

KNOWN = small.knowledge(
    small.barrier("wide", [("cure", "document"), ("salve", "inferred")]),
    small.barrier("narrow", part_of="wide"),
    small.barrier("other"),
    small.solution("cure"),
    small.solution("salve"),
    small.risk("storm", ["wide", "other"], ["cure", "salve"]),
    small.risk("flood", ["narrow"], ["salve"], sharing="retained"),
    small.risk("drought", ["other"]),
    formerly={"old-narrow": "narrow"},
)


def test_a_detail_brings_its_own_risks_and_then_those_of_its_main_barrier():
    assert ["flood", "storm"] == [row.risk.id for row in draft(["narrow"], KNOWN).rows]


def test_a_risk_of_two_barriers_stands_once_and_names_both():
    register = draft(["other", "wide", "other"], KNOWN)

    assert ["storm", "drought"] == [row.risk.id for row in register.rows]
    assert ["other", "wide"] == [barrier.id for barrier in register.rows[0].barriers]
    assert ("other", "wide") == register.barriers


def test_a_risk_names_no_barrier_that_the_register_is_not_about():
    assert [("wide",)] == [tuple(b.id for b in row.barriers) for row in draft(["wide"], KNOWN).rows]


def test_a_mitigation_says_whether_a_document_ties_it_to_the_barrier():
    ties = {
        row.risk.id: [(mitigation.solution.id, mitigation.basis) for mitigation in row.mitigations]
        for row in draft(["narrow"], KNOWN).rows
    }

    assert {"flood": [("salve", "inferred")], "storm": [("cure", "document"), ("salve", "inferred")]} == ties


def test_shared_and_retained_risks_are_told_apart():
    register = draft(["narrow"], KNOWN)

    assert (["storm"], ["flood"]) == ([r.risk.id for r in register.shared], [r.risk.id for r in register.retained])


def test_a_former_id_counts_and_an_unknown_one_is_an_error():
    assert ("narrow",) == draft(["old-narrow"], KNOWN).barriers
    with pytest.raises(UnknownId, match="did you mean 'narrow'"):
        draft(["narow"], KNOWN)


def test_partners_are_two_unless_they_are_named_and_each_stands_once():
    assert ("Council", "NHS body") == draft(["wide"], KNOWN).partners
    assert ("ICB", "St Anne's") == draft(["wide"], KNOWN, partners=["ICB", "St\nAnne's", "icb", ""]).partners


def test_every_shipped_barrier_has_a_register(advisor: Advisor):
    empty = [id_ for id_ in advisor.knowledge.barriers if not advisor.risks([id_]).rows]

    assert [] == empty
