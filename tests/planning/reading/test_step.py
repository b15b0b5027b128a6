"""What a person writes into a box and below it, however they write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_cli.planning.reading.outline import outline
from integration_cli.planning.reading.step import Step, read_step

NAMES = ("Owner", "Due", "Measure", "Notes")


def step(text: str) -> Step:
    """The first box of a text."""
    found = read_step(outline(text.split("\n")).parts[0])
    assert found
    return found


def below(*lines: str) -> Step:
    return step("\n".join(["- [ ] <!-- action: s/a --> Do it", *(f"  - {line}" for line in lines)]))


@pytest.mark.parametrize("box", ["[x]", "[X]", "[ x ]", "[✓]", "[✔]", "[v]", "\\[x\\]", "☑", "☒", "✅", "✔️", "☑️"])
def test_a_tick_is_done(box: str):
    assert ("done", "Do it") == (step(f"- {box} Do it").status, step(f"- {box} Do it").text)


@pytest.mark.parametrize("box", ["[-]", "[–]", "[~]", "[n/a]", "[NA]"])
def test_a_hyphen_does_not_apply(box: str):
    assert "not applicable" == step(f"- {box} <!-- action: s/a --> Do it").status


@pytest.mark.parametrize("box", ["[ ]", "[]", "[\u00a0]", "☐", "□", "[/]", "[>]", "[?]", "[!]"])
def test_every_other_box_is_open(box: str):
    assert "open" == step(f"- {box} <!-- action: s/a --> Do it").status


@pytest.mark.parametrize("bullet", ["-", "*", "+", "1.", "12)", "•", "▪", "–"])
@pytest.mark.parametrize("space", [" ", "\t", "\u00a0"])
def test_any_bullet_will_do(bullet: str, space: str):
    found = step(f"{bullet}{space}[x] <!-- action: s/a --> Do it\n    - Owner: Ann")

    assert ("s/a", "done", "Do it", "Ann") == (found.id, found.status, found.text, found.fields["owner"])


def test_a_box_that_a_word_processor_drew_needs_no_bullet():
    found = step("☑\u00a0<!— action: s/a —> Do it\n\t•\u00a0Owner: Ann")

    assert ("s/a", "done", "Do it", "Ann") == (found.id, found.status, found.text, found.fields["owner"])


@pytest.mark.parametrize("start", ["- ", "* ", "3. ", "> - ", "- \\[ \\] ", "- [ ]", "-\u00a0[ ]\u00a0"])
def test_an_action_is_known_by_its_mark_whatever_became_of_its_box(start: str):
    node = outline([f"{start}<!-- action: s/a --> Do it"]).parts[0]
    item = node.parts[0] if node.kind == "quote" else node

    found = read_step(item)

    assert found
    assert ("s/a", "open", "Do it") == (found.id, found.status, found.text)


def test_an_item_without_box_and_mark_is_no_step():
    assert read_step(outline(["- Ask Ann"]).parts[0]) is None


@pytest.mark.parametrize(
    "line",
    ["Owner: Ann", "owner: Ann", "OWNER : Ann", "**Owner:** Ann", "**Owner**: Ann", "*Owner:* Ann", "Owner:Ann",
     "Lead: Ann", "Who: Ann", "Owner： Ann", "→ Owner: Ann"],
)  # fmt: skip
def test_the_owner_reads_back_however_the_line_is_marked(line: str):
    assert "Ann" == below(line).fields["owner"]


@pytest.mark.parametrize("space", ["  ", "   ", "    ", "      ", "        ", "\t", "\t\t", "\u00a0\u00a0"])
def test_the_owner_reads_back_however_far_the_line_is_indented(space: str):
    found = step(f"- [ ] <!-- action: s/a --> Do it\n{space}- Owner: Ann\n{space}- Due: 2026-12-01")

    assert ("Do it", "Ann", "2026-12-01") == (found.text, found.fields["owner"], found.due)


@pytest.mark.parametrize(
    "value",
    ["[[Ann Lee]]", "@ann-lee", "£2,000 a year", "~~Ann~~ Bob", "(to be settled)", "“Ann”", "ann_lee@example.org",
     "-5 %", "#people", "2 * 3", "https://example.org/a_b?c=d", "Ann: and Bob"],
)  # fmt: skip
def test_a_value_keeps_every_sign_that_shows(value: str):
    assert value == below(f"Measure: {value}").fields["measure"]


def test_emphasis_and_escapes_of_a_formatter_do_not_show():
    assert "Ann_Lee and *Bob*" == below("Owner: **Ann\\_Lee** _and_ \\*Bob\\*").fields["owner"]


@pytest.mark.parametrize(
    "line",
    [
        "(Note: ask first)",
        "“Owner: nobody”, they said",
        "The owner: we do not know",
        "12:30 in the hall",
        "http://x.org",
    ],
)
def test_a_line_that_only_looks_like_a_field_is_a_note(line: str):
    assert ({}, (line,)) == (dict(below(line).fields), below(line).notes)


@pytest.mark.parametrize(
    ("line", "status"),
    [("Status: done", "done"), ("Status: Completed", "done"), ("Status: n/a", "not applicable"),
     ("Status: waiting", "open"), ("N/A: no such team", "not applicable"),
     ("Not applicable: no such team", "not applicable")],
)  # fmt: skip
def test_a_line_may_say_the_status(line: str, status: str):
    assert status == below(line).status


@pytest.mark.parametrize("line", ["Notes: no such team", "N/A: no such team", "no such team"])
def test_the_reason_why_a_step_does_not_apply_is_what_was_written_below_it(line: str):
    assert "no such team" == step(f"- [-] Do it\n  - {line}").reason


def test_an_open_step_has_no_reason():
    assert "" == below("Notes: no such team").reason


@pytest.mark.parametrize("said", ["2026-12-01", "1 Dec 2026", "01/12/2026", "by Tue 1st December 2026"])
def test_the_due_day_is_read_as_a_date(said: str):
    assert "2026-12-01" == below(f"Due: {said}").due


def test_the_day_of_the_tasks_plug_in_counts_and_a_line_of_its_own_counts_more():
    assert "2026-12-01" == step("- [ ] Do it ⏫ 📅 2026-12-01").due
    assert "2027-01-31" == step("- [ ] Do it 📅 2026-12-01\n  - Due: 31/1/2027").due


def test_notes_go_on_over_lines_paragraphs_and_lists():
    found = below("Notes: one", "  two\n\n    three\n    - four")

    assert "one two three four" == " ".join([found.fields["notes"], *found.notes])


def test_a_box_below_a_box_speaks_for_itself():
    found = step("- [ ] Do it\n  - Owner: Ann\n  - [x] Part of it\n    - Owner: Bob")

    assert ("Ann", (), True, "open") == (found.fields["owner"], found.notes, found.nested, found.status)


def test_an_empty_form_is_untouched_and_so_are_lines_that_an_update_added():
    assert below(*(f"{name}:" for name in NAMES), "New on 1 May 2026").untouched


@given(
    name=st.sampled_from(NAMES), value=st.from_regex(r"[A-Za-z0-9£@(][A-Za-z0-9 ,.;£@()]{0,30}[a-z]", fullmatch=True)
)
def test_whatever_is_filled_in_reads_back_and_counts_as_touched(name: str, value: str):
    found = below(f"{name}: {value}")

    assert (" ".join(value.split()), False) == (found.fields[name.casefold()], found.untouched)
