"""Plans as people leave them, and what each must become: tests/data/plans/README.md tells what they show."""

import re

import pytest

from integration_cli import Advisor
from integration_cli.planning.reading.plan_file import NotAPlan, read_plan
from tests.planning import gallery

PLANS = sorted(path.stem for path in gallery.FOLDER.glob("[0-9]*.md") if not path.stem.endswith(".updated"))
UPDATED = [name for name in PLANS if (gallery.FOLDER / f"{name}.updated.md").exists()]
REFUSED = [name for name in PLANS if (gallery.FOLDER / f"{name}.answer.txt").exists()]


def read(name: str) -> bytes:
    return (gallery.FOLDER / name).read_bytes()


def update(data: bytes, today: str = gallery.LATER) -> bytes:
    return Advisor(gallery.after()).update(data, today, name="plan.md").data


def without_record(data: bytes) -> bytes:
    """The file without the letters of its record, which another version of zlib packs otherwise."""
    return re.sub(rb"(?<=must stay)(\r?\n[A-Za-z0-9+/=]+)+(?=\r?\n)", b"", data)


def test_the_first_plan_is_as_the_advisor_wrote_it():
    assert without_record(gallery.checklist().encode()) == without_record(read("01-untouched.md"))


@pytest.mark.parametrize("name", UPDATED)
def test_an_edited_plan_becomes_what_its_keeper_would_want(name: str):
    wanted, got = read(f"{name}.updated.md"), update(read(f"{name}.md"))

    assert without_record(wanted) == without_record(got)
    assert read_plan(wanted).record == read_plan(got).record


@pytest.mark.parametrize("name", UPDATED)
def test_a_second_update_finds_nothing_to_do(name: str):
    wanted = read(f"{name}.updated.md")

    assert wanted == update(wanted, gallery.LATEST)


@pytest.mark.parametrize("name", REFUSED)
def test_a_plan_that_cannot_be_read_gets_an_answer_that_says_what_to_do(name: str):
    with pytest.raises(NotAPlan) as refused:
        update(read(f"{name}.md"))

    assert read(f"{name}.answer.txt").decode() == f"{refused.value}\n"


def test_every_plan_is_updated_or_refused_and_told_of_in_the_readme():
    told = re.findall(r"^\| `(.+?)` \|", read("README.md").decode(), re.MULTILINE)

    assert sorted(told) == PLANS == sorted([*UPDATED, *REFUSED])
