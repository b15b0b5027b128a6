"""The form as YAML: what was typed into it is never lost, whatever a hand has made of the file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli.assessing.understand import understand
from integration_cli.assessment import Assessment, Rating
from integration_cli.export.form_yaml import quoted, to_yaml, with_owner, with_rating
from integration_cli.loading.forms import read_form
from tests.forms import rating
from tests.small import barrier, category, knowledge

IDS = ("late", "shy", "weak-host")
KNOWN = knowledge(
    category("people"),
    barrier("late", formerly=("tardy",)),
    barrier(
        "shy", category="people", question="Who: we say # so, it's [ours] - every day, in every one of our rooms. " * 3
    ),
    barrier("weak-host"),
    formerly={"tardy": "late"},
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(str.strip)


def read(text: str) -> Assessment:
    """What a form says; it must be without fault."""
    form, faults = read_form(text.encode(), "f.yaml")
    found, more = understand(form, KNOWN)
    assert [] == faults + more, text
    return found


def changed(text: str, new: Rating) -> str:
    form, faults = read_form(text.encode(), "f.yaml")
    assert [] == faults
    return with_rating(text, form, new, KNOWN.barriers[new.barrier])


@given(st.dictionaries(st.sampled_from(IDS), st.tuples(st.sampled_from([0, 2, 4, "?", None]), WORDS)), WORDS)
def test_a_form_says_what_was_put_into_it(said: dict[str, tuple[int | str | None, str]], by: str):
    given_ = Assessment({id_: rating(id_, *one) for id_, one in said.items()}, by, "2026-06-30")

    found = read(to_yaml(list(KNOWN.barriers.values()), KNOWN, given_))

    assert (by, "2026-06-30") == (found.by, found.on)
    assert {id_: rating(id_, *said.get(id_, (None, ""))) for id_ in IDS} == {
        id_: one._replace(statement="") for id_, one in found.ratings.items()
    }
    assert {b.id: b.question.strip() for b in KNOWN.barriers.values()} == {
        id_: one.statement for id_, one in found.ratings.items()
    }


def test_questions_stand_by_category_and_above_their_ratings():
    lines = to_yaml(list(KNOWN.barriers.values()), KNOWN, Assessment({})).splitlines()

    money, people = lines.index("# Title of money"), lines.index("# Title of people")
    assert money < lines.index("- barrier: late") < lines.index("- barrier: weak-host") < people
    assert ["- barrier: late", "  statement: >-", "    Is late absent?", "  rating:", "  comment:"] == lines[
        money + 2 : money + 7
    ]


def test_a_title_that_holds_control_characters_spoils_no_form():
    """A folder of somebody's own may hold anything that YAML can write."""
    odd = knowledge(category("money", title="Money\x1b[2J\nnot: a key"), barrier("late", question="\x07 Late?"))

    form, faults = read_form(to_yaml([*odd.barriers.values()], odd, Assessment({})).encode(), "f.yaml")

    assert ([], ["\x07 Late?"]) == (faults, [row.statement and row.statement.text for row in form.rows])


@given(WORDS)
def test_every_text_comes_back_from_its_quotes(text: str):
    assert text == read(f"by: {quoted(text)}\nratings:\n- barrier: late\n").by


SCRAPS_OF_HANDS = (
    "# our form", "a: [1, 2]", "by: Ann", "# ask Ann", "# due: 3 June", "# in between", "owner: Ann", "# the end"
)  # fmt: skip
SCRAPS = st.sampled_from(["", " # ask Ann", "  # due: 3 June"])
MARKS = st.sampled_from(["", " 3", " '2'", " do not know", ' "0"'])
COMMENTS = st.sampled_from(
    [
        "",
        " why",
        ' "it: is"',
        " 'so'",
        " |{s}\n    two\n\n    lines",
        " >-{s}\n    folded\n    text\n",
        " plain\n    on two",
    ]
)


@st.composite
def forms_by_hand(draw: st.DrawFn) -> str:
    """Forms as people leave them: remarks, keys of their own, missing keys, other orders, braces."""
    text = draw(st.sampled_from(["", "# our form\n", "mine: {a: [1, 2]}\n", "by: Ann\n"])) + "ratings:\n"
    dash = draw(st.sampled_from(["- ", "  - ", "-   "]))
    for id_ in draw(st.lists(st.sampled_from(["tardy", "shy", "weak-host"]), min_size=1, unique=True)):
        text += draw(st.sampled_from(["", "\n", "# in between\n"]))
        scrap = draw(SCRAPS)
        if draw(st.booleans()):
            inside = draw(st.sampled_from(["", ", rating: 3", ", rating: , comment: x", ", owner: Ann, rating: 1"]))
            text += f"{dash}{{barrier: {id_}{inside}}}{scrap}\n"
            continue
        keys = [f"barrier: {id_}{scrap}"]
        if draw(st.booleans()):
            keys.append(f"rating:{draw(MARKS)}{draw(SCRAPS)}")
        if draw(st.booleans()):
            keys.append(f"comment:{draw(COMMENTS).replace('{s}', draw(SCRAPS))}")
        if draw(st.booleans()):
            keys.append(f"owner: Ann{draw(SCRAPS)}")
        indent = "\n" + " " * len(dash)
        text += dash + indent.join(key.replace("\n", indent) for key in draw(st.permutations(keys))) + "\n"
    text += draw(st.sampled_from(["", "# the end\n", "\nnotes: all\n", "..."]))
    text = draw(st.sampled_from([text, text.rstrip("\n")]))
    return draw(st.sampled_from([text, text.replace("\n", "\r\n")]))


@settings(max_examples=400)
@given(forms_by_hand(), st.sampled_from(IDS), st.sampled_from([0, 4, "?"]), st.sampled_from(["", 'new: "reason" # 1']))
def test_an_answer_changes_its_rating_and_reason_and_nothing_else(text: str, id_: str, mark: int | str, why: str):
    before = read(text).ratings
    old = before.get(id_, Rating(id_))

    after = changed(text, rating(id_, mark, why))

    said = {one: (kept.mark, kept.comment) for one, kept in read(after).ratings.items()}
    new = rating(id_, mark, why or old.comment)
    assert {**{one: (kept.mark, kept.comment) for one, kept in before.items()}, id_: (new.mark, new.comment)} == said
    for scrap in SCRAPS_OF_HANDS:
        assert text.count(scrap) == after.count(scrap), scrap
    lone = after.replace("\r\n", "") if "\r\n" in text else after
    assert "\r" not in lone
    assert ("\n" in lone) == ("\r\n" not in text)


def test_the_same_answer_again_changes_nothing():
    text = to_yaml([], KNOWN, Assessment({"late": rating("late", 3, "so it is")}))

    assert text == changed(text, rating("late", 3, "so it is"))


def test_a_reason_stays_when_only_the_rating_is_new():
    text = to_yaml([], KNOWN, Assessment({"late": rating("late", 3, "so it is")}))

    assert "so it is" == read(changed(text, rating("late", 1))).ratings["late"].comment


def test_a_file_that_is_really_json_takes_answers_too():
    text = '{"by": "Ann", "ratings": [{"barrier": "late", "rating": "1"}]}\n'

    one = changed(text, rating("late", 4))
    two = changed(one, rating("shy", "?", "no idea"))

    assert {"late": ("4", ""), "shy": ("do not know", "no idea")} == {
        id_: (found.mark, found.comment) for id_, found in read(two).ratings.items()
    }


@pytest.mark.parametrize("head", ["", "by:\n", 'by: ""\n', "by: # whose?\n"])
def test_a_name_is_written_where_there_is_none(head: str):
    text = f"{head}ratings:\n- barrier: late\n"
    form, _ = read_form(text.encode(), "f.yaml")

    after = with_owner(text, form, 'Weir: "Trust"')

    assert 'Weir: "Trust"' == read(after).by
    assert text.count("#") == after.count("#")
