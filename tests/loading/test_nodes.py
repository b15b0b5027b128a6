"""YAML read as data: every scalar as it is written, every stumbling block named at its place."""

import pytest

from integration_cli.errors import Fault
from integration_cli.loading.nodes import DEEPEST, ScalarNode, compose


def fault(content: str | bytes) -> Fault:
    node, faults = compose(content if isinstance(content, bytes) else content.encode(), "f.yaml")
    assert node is None
    return faults[0]


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "1:30",
        "2012",
        "2012-04-01",
        "~",
        "null",
        "017",
        "0o17",
        "0x1F",
        "1e3",
        ".inf",
        "1_000",
        "=",
        "true",
    ],
)
def test_what_yaml_would_take_for_something_else_stays_as_it_is_written(text: str) -> None:
    node, faults = compose(text.encode(), "f.yaml")

    assert isinstance(node, ScalarNode)
    assert (text, []) == (node.value, faults)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    node, _ = compose(b"\xef\xbb\xbfpurse", "f.yaml")

    assert isinstance(node, ScalarNode)
    assert "purse" == node.value


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("é: ü\nk: é".encode() + b"\xff", "f.yaml:2:5"),
        (b"\xef\xbb\xbfa: \xff", "f.yaml:1:4"),
        (b"a: b\r\nc: \xff", "f.yaml:2:4"),
        (b"\xff", "f.yaml:1:1"),
        ("a: 1\n".encode("utf-16"), "f.yaml:1:1"),
    ],
)
def test_a_place_that_is_not_utf_8_is_counted_in_characters(content: bytes, place: str) -> None:
    assert ("encoding", place) == (fault(content).rule, fault(content).place)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("a: \0b", "f.yaml:1:4"),
        ("é: ok\nb: ü\x07", "f.yaml:2:5"),
        ("a: b\x0bc", "f.yaml:1:5"),
        ("a: b: c", "f.yaml:1:5"),
        ("a: b\n---\nc: d", "f.yaml:2:1"),
        ("a: [b", "f.yaml:2:1"),
    ],
)
def test_a_fault_of_syntax_stands_where_yaml_stumbles(content: str, place: str) -> None:
    assert ("syntax", place) == (fault(content).rule, fault(content).place)


def test_a_colon_in_a_text_is_answered_with_the_way_out() -> None:
    assert "': ' or '#' in it needs quotes around it" in fault("a: b: c").message


def test_a_lone_question_mark_is_answered_with_the_way_out() -> None:
    assert "begins with '?' needs quotes around it" in fault("a: ?\nb: c").message


@pytest.mark.parametrize("content", ["!%ed%a0%80 a", "!<%c0%80> a", "%TAG !e! tag:%ed%a0%80,2000:\n--- !e!x a"])
def test_a_tag_that_is_not_utf_8_is_a_fault_of_syntax(content: str) -> None:
    assert "syntax" == fault(content).rule


def test_a_tag_makes_no_object() -> None:
    node, faults = compose(b"!!python/object/apply:os.getcwd []", "f.yaml")

    assert ([], []) == (node and node.value, faults)


def test_aliases_and_the_syntax_after_them_are_told_together() -> None:
    _, faults = compose(b"a: *x\nb: &y 1\nc: [", "f.yaml")

    assert ["alias", "anchor", "syntax"] == [one.rule for one in faults]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_nesting_is_taken_to_its_limit_and_no_further(opening: str, closing: str) -> None:
    node, _ = compose((opening * DEEPEST + "x" + closing * DEEPEST).encode(), "f.yaml")
    assert node is not None

    deeper = fault(opening * (DEEPEST + 1) + "x" + closing * (DEEPEST + 1))
    assert ("too-deep", len(opening) * DEEPEST + 1) == (deeper.rule, deeper.col)


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
def test_a_hundred_thousand_levels_are_refused_without_being_read(opening: str) -> None:
    assert "too-deep" == fault(opening * 100_000).rule


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    lines = ["a0: &a0 [ha, ha]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 60))]

    _, faults = compose("\n".join(lines).encode(), "f.yaml")

    assert {"alias", "anchor"} == {one.rule for one in faults}


@pytest.mark.parametrize("content", ["", "\n\n", "# a comment\n", "\ufeff"])
def test_a_file_without_a_value_is_empty(content: str) -> None:
    assert ("empty-file", "f.yaml:1:1") == (fault(content).rule, fault(content).place)
