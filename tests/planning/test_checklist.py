import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.model import Evidence, Knowledge
from integration_cli.planning.checklist import FIELDS, notice_text
from integration_cli.planning.markdown import escaped, in_one_line
from integration_cli.update import Notice
from tests import small
from tests.markdown import boxes, headings, html, paragraphs

TODAY = "2026-11-03"
HOSTILE = [
    "- [ ] <!-- action: joint-risk-register/draw-up-register --> do as I say",
    "<!-- action: x --> <script>alert(1)</script> &lt;!-- y --&gt;",
    "\n\n- [x] ticked\n# A heading\n\n<!-- advisor-checklist: 9 -->\n\n```\nall code from here",
    "--> <!-- action: a/b --> [link](javascript:alert(1)) ![x](y) <http://z>",
    "> quoted\n1. listed\n* * *\n| a | b |\n|---|---|\n~~gone~~ \\- [ ] \\<!-- -->",
    "\u2028- [ ] line separator\u2029\x0b\x0c\x85\x00\x1b[31m\u202e",
]
ANY_TEXT = st.one_of(
    st.text(max_size=80),
    st.text("-+*#>[]x<!& ;:._`~|\\\n\t1)=", max_size=40),
    st.lists(st.sampled_from(["- [ ] ", "<!--", "-->", " action: a/b ", "\n", "&lt;", "x", "#", "1. "])).map("".join),
)


@pytest.fixture
def known() -> Knowledge:
    """A barrier with a documented solution, an inferred one of several forms of doubt, and one that is bare."""
    ours = small.action("ours", text="Do what we think", basis="inferred", evidence=())
    return small.knowledge(
        small.barrier("tied", [("stated", "document"), ("guess", "inferred")]),
        small.barrier("bare", summary="A barrier that no CCG has mended."),
        small.barrier("also-tied", [("stated", "document")]),
        small.solution("stated", actions=(small.action("theirs"), ours)),
        small.solution("guess", standing="reported"),
        small.update("ccg", aliases=("CCG",)),
        small.update("affecting", affects=("tied",), verified=False),
        small.update("elsewhere", affects=("other-barrier",)),
    )


def checklist(known: Knowledge, *barriers: str, situation: str = "", everything: bool = True) -> str:
    advisor = Advisor(known)
    return advisor.checklist(advisor.plan(barriers, situation, everything), TODAY)


def actions(known: Knowledge) -> list[str]:
    return [f"{solution.id}/{action.id}" for solution in known.solutions.values() for action in solution.actions]


def test_every_action_has_one_box_with_its_id_straight_after_it(known: Knowledge):
    made = boxes(checklist(known, "tied"))

    assert actions(known) == [box.action for box in made]
    assert not any(box.ticked for box in made)


def test_a_box_looks_in_the_file_as_programs_expect_it(known: Knowledge):
    lines = checklist(known, "tied").splitlines()

    assert any(line.startswith("- [ ] <!-- action: stated/theirs --> Text of theirs") for line in lines)


def test_a_solution_that_answers_two_barriers_brings_its_boxes_once(known: Knowledge):
    text = checklist(known, "tied", "also-tied")

    ids = [box.action for box in boxes(text)]
    assert len(ids) == len(set(ids))
    assert "Also answered by what stands under another barrier: Title of stated." in paragraphs(text)


def test_below_every_box_are_the_lines_that_people_fill_in(known: Knowledge):
    assert ("Owner", "Due", "Measure", "Notes") == FIELDS
    assert {("Owner:", "Due:", "Measure:", "Notes:")} == {box.below for box in boxes(checklist(known, "tied"))}


def test_an_inferred_action_is_marked_and_a_documents_action_gives_its_place(known: Knowledge):
    shown = {box.action: box.shown for box in boxes(checklist(known, "tied"))}

    assert "Text of theirs (source 1, “A heading”)" == shown["stated/theirs"]
    assert "Do what we think (our inference)" == shown["stated/ours"]


def test_an_inferred_tie_and_an_inferred_measure_are_marked(known: Knowledge):
    text = " ".join(paragraphs(checklist(known, "tied")))

    assert "(Recommended in the documents.)" in text
    assert "(Reported in the documents, tied to this barrier by our inference.)" in text


def test_the_sources_that_were_used_are_listed_by_their_numbers():
    other, unused = small.source("other", title="Other report"), small.source("unused", title="Unused report")
    evidence = (Evidence("other", "lead", ("one", "two", "three")),)
    known = small.knowledge(
        other,
        unused,
        small.barrier("tied", [("x", "document")]),
        small.solution("x", evidence=evidence, actions=(small.action("only", evidence=evidence),)),
    )

    text = checklist(known, "tied")

    assert ["Text of only (source 2, opening)"] == [box.shown for box in boxes(text)]
    assert "Source 2: Other report; not stated; not stated" in paragraphs(text)
    assert "Unused report" not in text
    assert "Title of report" not in text


def test_a_barrier_without_solutions_says_so_and_has_no_box(known: Knowledge):
    text = checklist(known, "bare")

    assert [] == boxes(text)
    assert "Note: No document proposes anything against this barrier." in paragraphs(text)
    assert "0 actions from 0 solutions, against these barriers:" in paragraphs(text)


def test_what_was_left_out_is_counted_with_the_command_that_brings_it():
    known = small.knowledge(
        small.barrier("wide", [(f"s{n}", "document") for n in range(5)]), *(small.solution(f"s{n}") for n in range(5))
    )

    text = checklist(known, "wide", everything=False)

    assert "2 further solutions left out here; `advisor checklist --barrier wide --all` has them." in text


def test_the_headings_are_families_barriers_and_solutions(known: Knowledge):
    assert [
        (1, "Action checklist: joining up health and social care"),
        (2, "Title of money"),
        (3, "Title of tied"),
        (4, "Title of stated"),
        (4, "Title of guess"),
        (2, "What else has changed since the documents were written"),
        (2, "Sources"),
    ] == headings(checklist(known, "tied"))


def test_the_head_says_what_it_was_made_from_and_when(known: Knowledge):
    text = checklist(known, "tied", situation="We cannot agree.")

    assert "<!-- advisor-checklist: 1, knowledge: 1, made: 2026-11-03 -->" in text.splitlines()
    assert "The situation: We cannot agree." in paragraphs(text)
    assert any("Made on 3 November 2026" in line and "as at 30 June 2026" in line for line in paragraphs(text))
    assert "4 actions from 2 solutions, against these barriers:" in paragraphs(text)


def test_the_same_plan_gives_the_same_file(known: Knowledge):
    assert checklist(known, "tied", "bare") == checklist(known, "tied", "bare")


def test_what_has_changed_stands_where_it_is_named_once_and_the_rest_at_the_end(known: Knowledge):
    text = checklist(known, "bare", "tied")

    notes = [line for line in paragraphs(text) if "abolished since July 2022" in line]
    assert 2 == len(notes)
    assert notes[0].startswith("Changed since: Term of ccg: ")
    assert notes[1].startswith("Term of affecting: ")


def test_what_affects_nothing_of_the_plan_is_left_out(known: Knowledge):
    assert "Term of elsewhere" not in checklist(known, "tied", "bare")


def test_a_notice_gives_status_note_nation_date_and_every_doubt():
    update = small.update("x", status="replaced", successor="Y board", verified=False, nations=("Wales",), local=True)

    text = notice_text(Notice(update, "ICO", "integrated care organisation"))

    for part in (
        "Term of x (local): replaced since July 2022 (Wales).",
        "Now: Y board.",
        "Note of x.",
        "“ICO”",
        "may also mean integrated care organisation",
        "Not verified.",
        "As at 30 June 2026.",
    ):
        assert part in text


def test_the_note_goes_with_the_status_of_every_shipped_update(advisor: Advisor):
    """A status alone misleads: 'still in force' may be a body that is about to go."""
    for update in advisor.knowledge.updates.values():
        text = notice_text(Notice(update))

        assert f"{update.status} since" in text
        assert update.note in text
        assert ("Not verified" in text) == (not update.verified)


def test_what_is_local_is_marked():
    known = small.knowledge(
        small.barrier("ours", [("new", "document")], local=True),
        small.solution("new", local=True, actions=(small.action("step", local=True),)),
    )

    text = checklist(known, "ours")

    assert {(3, "Title of ours (local)"), (4, "Title of new (local)")} <= set(headings(text))
    assert ["Text of step (source 1, “A heading”) (local)"] == [box.shown for box in boxes(text)]


def test_nothing_is_marked_local_when_nothing_is(known: Knowledge):
    assert "(local)" not in checklist(known, "tied", "bare")


@pytest.mark.parametrize("situation", HOSTILE)
def test_a_hostile_situation_adds_no_box_no_heading_and_no_html(known: Knowledge, situation: str):
    plain, hostile = checklist(known, "tied", situation="x"), checklist(known, "tied", situation=situation)

    assert boxes(plain) == boxes(hostile)
    assert headings(plain) == headings(hostile)
    assert html(plain) == html(hostile)
    assert len(plain.splitlines()) == len(hostile.splitlines())


@settings(max_examples=200)
@given(situation=ANY_TEXT.filter(in_one_line))
def test_any_situation_is_shown_as_it_is_and_changes_nothing_else(situation: str):
    known = small.knowledge(small.barrier("tied", [("x", "document")]), small.solution("x"))

    plain, made = checklist(known, "tied", situation="y"), checklist(known, "tied", situation=situation)

    assert f"The situation: {in_one_line(situation)}" in paragraphs(made)
    assert (boxes(plain), headings(plain), html(plain)) == (boxes(made), headings(made), html(made))


@settings(max_examples=200)
@given(text=ANY_TEXT)
def test_an_escaped_text_is_one_paragraph_that_shows_it(text: str):
    line = in_one_line(text)

    assert ([line] if line else []) == paragraphs(escaped(text))


@settings(max_examples=100)
@given(texts=st.lists(ANY_TEXT.filter(in_one_line), min_size=1, max_size=4), title=ANY_TEXT.filter(in_one_line))
def test_every_action_and_title_is_shown_verbatim(texts: list[str], title: str):
    """Whatever somebody writes into an entry of their own comes out of the box as it went in."""
    steps = tuple(small.action(f"a{n}", text=text) for n, text in enumerate(texts))
    known = small.knowledge(
        small.barrier("tied", [("x", "document")], title=title, summary=title),
        small.solution("x", actions=steps, title=title, summary=title),
    )

    text = checklist(known, "tied")

    place = " (source 1, “A heading”)"
    assert [f"{in_one_line(words)}{place}" for words in texts] == [box.shown for box in boxes(text)]
    assert {(3, in_one_line(title)), (4, in_one_line(title))} <= set(headings(text))
    assert 2 <= paragraphs(text).count(in_one_line(title))


@pytest.fixture(scope="module")
def whole(advisor: Advisor) -> str:
    """A checklist against every barrier with every solution that there is."""
    return advisor.checklist(advisor.plan(list(advisor.knowledge.barriers), everything=True), TODAY)


def test_the_whole_knowledge_gives_one_box_for_each_action(advisor: Advisor, whole: str):
    ids = [box.action for box in boxes(whole)]

    assert sorted(actions(advisor.knowledge)) == sorted(ids)
    assert len(ids) == whole.count("- [ ]")


def test_the_whole_knowledge_shows_every_action_verbatim_with_its_basis(advisor: Advisor, whole: str):
    shown = {box.action: box.shown for box in boxes(whole)}

    for solution in advisor.knowledge.solutions.values():
        for action in solution.actions:
            said = shown[f"{solution.id}/{action.id}"]
            assert said.startswith(f"{in_one_line(action.text)} (")
            assert ("(our inference)" in said) == (action.basis == "inferred")
            assert ("(source " in said) == (action.basis == "document")


def test_the_whole_knowledge_has_no_html_but_its_own_comments(advisor: Advisor, whole: str):
    marks = [f"<!-- action: {id_} -->" for id_ in (box.action for box in boxes(whole))]

    head = f"<!-- advisor-checklist: 1, knowledge: {advisor.knowledge.version}, made: {TODAY} -->"
    *pieces, record = [piece.strip() for piece in html(whole)]
    assert sorted([head, *marks]) == sorted(pieces)
    assert record.startswith("<!-- advisor-record: ")


def test_barriers_for_which_the_documents_offer_nothing_say_so(advisor: Advisor):
    bare = [barrier.id for barrier in advisor.knowledge.barriers.values() if not barrier.links]

    text = advisor.checklist(advisor.plan(bare), TODAY)

    assert len(bare) > 0
    assert len(bare) == text.count("No document proposes anything against this barrier.")
