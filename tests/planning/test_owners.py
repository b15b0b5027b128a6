"""Who is meant by what people write after 'Owner:'."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_cli.errors import AdvisorError
from integration_cli.planning.owners import matching_owners, owners_in

OWNERS = ["Jane Smith", "Joanne Lee", "ICB board", "o'brien@example.org"]


@pytest.mark.parametrize(
    "said", ["Jane / Ali", "Jane and Ali", "Jane; Ali", "Jane, Ali", "Jane & Ali", "Jane/Ali", "Jane AND Ali, jane"]
)
def test_several_people_are_told_apart_however_they_are_joined(said: str):
    assert ("Jane", "Ali") == owners_in(said)


@pytest.mark.parametrize(
    "said",
    [
        "Finance and Performance Committee",
        "Health and Social Care Lead",
        "Jane Smith, Director of Finance",
        "Sandra Anders",
        "Mary-Ann O'Brien",
    ],
)
def test_an_office_or_a_name_that_holds_and_is_one_owner(said: str):
    assert (said,) == owners_in(said)


def test_people_and_a_body_are_told_apart_by_a_stroke():
    assert ("Jane", "Finance and Performance Committee") == owners_in("Jane / Finance and Performance Committee")


@pytest.mark.parametrize("said", ["", "  ", "-", "—", "?", "TBC", "tbd.", "n/a", "N/A", "(to be confirmed)", "nobody"])
def test_what_stands_for_nothing_yet_is_nobody(said: str):
    assert () == owners_in(said)


@given(st.one_of(st.text(max_size=60), st.text("Aab -.,/;?\t&+", max_size=20)))
def test_whatever_is_typed_names_are_never_empty_nor_twice(said: str):
    names = owners_in(said)

    assert all(name.strip() for name in names)
    assert len(names) == len({name.casefold() for name in names})


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("jane", ("Jane Smith",)),
        ("JANE smith", ("Jane Smith",)),
        ("smith jane", ("Jane Smith",)),
        ("j", ("Jane Smith", "Joanne Lee")),
        ("board", ("ICB board",)),
        ("brien", ("o'brien@example.org",)),
        ("", ()),
    ],
)
def test_an_owner_is_found_by_parts_of_the_name_in_any_case(asked: str, found: tuple[str, ...]):
    assert found == matching_owners(asked, OWNERS)


def test_part_of_a_name_begins_a_word_of_it():
    """Whoever asks for Anne does not mean Joanne."""
    with pytest.raises(AdvisorError, match="no owner in these plans is called 'anne'"):
        matching_owners("anne", OWNERS)


def test_a_mistyped_name_gets_the_nearest_and_all_that_there_are():
    with pytest.raises(AdvisorError) as caught:
        matching_owners("jnae", OWNERS)

    assert "did you mean 'Jane'" in str(caught.value)
    assert ", ".join(OWNERS) in str(caught.value)


@pytest.mark.parametrize("asked", ["---", "  ", "?"])
def test_what_holds_no_word_is_nobodys_name(asked: str):
    with pytest.raises(AdvisorError, match="no owner in these plans is called"):
        matching_owners(asked, OWNERS)


def test_where_nobody_owns_anything_it_says_what_to_write():
    with pytest.raises(AdvisorError, match="write a name after 'Owner:'"):
        matching_owners("jane", [])


def test_of_many_owners_twelve_are_named_and_the_others_counted():
    with pytest.raises(AdvisorError, match=r"There are Ann0, .*, Ann11 and 3 more$"):
        matching_owners("bob", [f"Ann{number}" for number in range(15)])


def test_of_a_few_owners_all_are_named_and_no_others_counted():
    with pytest.raises(AdvisorError, match=r"There are Ann, Bea$"):
        matching_owners("zoe", ["Ann", "Bea"])
