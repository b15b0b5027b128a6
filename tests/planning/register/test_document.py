"""A register as a Markdown program and a reader see it."""

import re

from integration_cli import Advisor
from integration_cli.planning.register.register_file import read_register
from tests import small
from tests.markdown import headings, html, paragraphs, tree

KNOWN = small.knowledge(
    small.barrier("leak", [("cure", "document")], title="It *leaks* [a lot]"),
    small.solution("cure", title="Mend the <roof>"),
    small.risk("storm", ["leak"], ["cure"], text="Because of # holes, it may *rain*, so that | we get wet."),
    small.risk("flood", ["leak"], sharing="retained", basis="document", evidence=(small.EVIDENCE,), local=True),
)


def register(*partners: str) -> str:
    advisor = Advisor(KNOWN)
    return advisor.register(advisor.risks(["leak"], "who <pays>?", partners), "2026-05-04")


def test_every_risk_stands_once_under_its_heading_with_its_id_in_a_comment():
    text = register()

    assert [
        (1, "Joint risk register"),
        (2, "Risks that arise from working together (shared)"),
        (2, "Risks that each body keeps (retained)"),
    ] == headings(text)
    marks = [piece for piece in html(text) if "risk:" in piece]
    assert ["<!-- risk: storm -->", "<!-- risk: flood -->"] == marks
    assert text.index("(shared)") < text.index("risk: storm") < text.index("(retained)") < text.index("risk: flood")


def test_a_risk_has_a_line_for_everything_that_is_known_and_everything_to_fill_in():
    items = [node for node in tree(register("Council", "St Anne's")).walk() if node.type == "list_item"]
    item = next(node for node in items if "risk: storm" in node.children[0].children[0].content)

    assert [
        "Arises from",
        "Shared or retained",
        "Carried by",
        "Mitigation",
        "Source",
        "Appetite of Council",
        "Appetite of St Anne's",
        "Likelihood now (1-5)",
        "Impact now (1-5)",
        "Rating now",
        "Target likelihood (1-5)",
        "Target impact (1-5)",
        "Target rating",
        "Owner",
        "Review date",
        "Notes",
    ] == [line.children[0].children[0].content.partition(":")[0] for line in item.children[1].children]


def test_texts_show_as_they_are():
    shown = paragraphs(register())

    assert "Risk:  Because of # holes, it may *rain*, so that | we get wet." in shown
    assert "Arises from: It *leaks* [a lot]" in shown
    assert "Mitigation: Mend the <roof> (recommended; a document pairs them)" in shown
    assert "The situation: who <pays>?" in shown


def test_what_no_document_says_is_marked_and_what_one_says_has_its_place():
    shown = paragraphs(register())

    assert "Source: our inference: no document names this risk" in shown
    said = "Source: “Title of report”, under “A heading”; whether it is shared, and who carries it, is our reading"
    assert said in shown
    assert "Mitigation: none in the documents: agree one of your own" in shown


def test_a_risk_of_somebodys_own_folder_is_marked():
    assert re.search(r"risk: flood --> .* \*\(local\)\*\n", register())


def test_the_head_says_how_scores_are_made_whose_matrix_it_is_and_counts():
    text = register()

    assert "15 to 25 is red, 8 to 12 amber, 1 to 6 green" in text
    assert "“A risk matrix for risk managers” (2008)" in text
    assert "**2 risks:** 1 shared, 1 retained. **Now:** none scored yet." in text


def test_an_empty_section_says_so():
    known = small.knowledge(small.barrier("leak"), small.risk("storm", ["leak"]))

    text = Advisor(known).register(Advisor(known).risks(["leak"]), "2026-05-04")

    assert "(retained)\n\nNone is known to arise from these barriers.\n" in text


def test_the_register_of_every_barrier_can_be_read_back(advisor: Advisor):
    everything = advisor.risks(list(advisor.knowledge.barriers))

    plan = read_register(advisor.register(everything, "2026-05-04").encode())

    assert set(advisor.knowledge.risks) == {box.step.id for box in plan.boxes}
    assert all(box.step.untouched for box in plan.boxes)


def test_a_mitigation_that_is_paired_by_our_inference_says_so():
    known = KNOWN._replace(barriers={"leak": small.barrier("leak", [("cure", "inferred")])})

    text = Advisor(known).register(Advisor(known).risks(["leak"]), "2026-05-04")

    assert "(recommended; paired by our inference)" in text
