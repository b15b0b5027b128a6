"""The schemas by which editors complete and check entries say what the reader says."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from integration_cli.loading.decode import Decoder
from integration_cli.loading.json_schema import file_name, schema_text
from integration_cli.loading.kinds import KINDS
from integration_cli.loading.locate import kind_of, read_folder, shipped_folder
from integration_cli.loading.nodes import compose
from tests.loading.folders import CASES, INVALID, SOUND, places

COMMITTED = Path(__file__).parents[2] / "knowledge" / "schema"
OF_SHAPE = ("unknown-key", "missing-key", "wrong-type", "bad-choice", "empty-text", "wrong-length", "wrong-form")
"""Rules on the shape of one file; all others are beyond a schema."""

REPLACEMENTS: tuple[Any, ...] = ([], {}, "text", ["a"], [["a"]], {"a": "b"}, [{"a": "b"}])


class EditorLoader(yaml.CSafeLoader):
    """YAML 1.2 with its core schema, as editors read it: only true, null, numbers and texts."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?[0-9]*\.[0-9]+([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)


def as_an_editor_reads(content: bytes) -> Any:
    return yaml.load(content, EditorLoader)


def validator(kind: str) -> Draft7Validator:
    return Draft7Validator(json.loads(schema_text(kind)))


SHIPPED = {file.name: file for file in read_folder(shipped_folder(), "knowledge")}
FAULTY_FILES = sorted(
    {
        (case, line.split(":")[0])
        for case in CASES
        for line in (INVALID / f"{case}.faults.txt").read_text(encoding="utf-8").splitlines()
        if re.match(rf"[^ ]+:\d+:\d+: ({'|'.join(OF_SHAPE)}) ", line)
    }
    # No JSON has keys that are lists, and the schema leaves the form of other entries' ids to the reader.
    - {("wrong-type-key", "frameworks.yaml"), ("wrong-form", "barriers/people/no-trust.yaml")}
)


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_fresh(kind: str) -> None:
    assert schema_text(kind) == (COMMITTED / file_name(kind)).read_text(encoding="utf-8")


def test_every_committed_schema_belongs_to_a_kind() -> None:
    assert sorted(file_name(kind) for kind in KINDS) == sorted(path.name for path in COMMITTED.iterdir())


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_a_schema(kind: str) -> None:
    Draft7Validator.check_schema(json.loads(schema_text(kind)))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_file_is_valid_and_names_its_schema(name: str) -> None:
    file = SHIPPED[name]
    kind = file.kind or ""
    first = file.data.decode("utf-8").splitlines()[0]
    named = first.removeprefix("# yaml-language-server: $schema=")

    assert [] == [error.message for error in validator(kind).iter_errors(as_an_editor_reads(file.data))]
    assert (COMMITTED / file_name(kind)).resolve() == (file.path.parent / named).resolve()


@pytest.mark.parametrize(("case", "name"), FAULTY_FILES)
def test_a_file_of_faulty_shape_is_not_valid(case: str, name: str) -> None:
    data = as_an_editor_reads((INVALID / case / name).read_bytes())
    kind = kind_of(Path(name))

    assert not validator(kind or "").is_valid(data)


def changed(data: Any) -> Iterator[Any]:
    """The data with one value replaced or taken out."""
    for way in places(data):
        if not way:
            yield from REPLACEMENTS
            continue
        for new in (*REPLACEMENTS, "taken out"):
            result = parent = copy.deepcopy(data)
            for key in way[:-1]:
                parent = parent[key]
            if new == "taken out":
                del parent[way[-1]]
            else:
                parent[way[-1]] = new
            yield result


@pytest.mark.parametrize("name", sorted(path.relative_to(SOUND).as_posix() for path in SOUND.rglob("*.yaml")))
def test_schema_and_reader_agree_on_what_has_the_right_shape(name: str) -> None:
    kind = kind_of(Path(name)) or ""
    schema = validator(kind)
    data = as_an_editor_reads((SOUND / name).read_bytes())

    assert [] == [variant for variant in (data, *changed(data)) if schema.is_valid(variant) is not read(variant, kind)]


def read(data: Any, kind: str) -> bool:
    """Whether the reader takes the data without a fault."""
    node, faults = compose(json.dumps(data).encode(), "f.yaml")
    assert node is not None, faults
    decoder = Decoder("f.yaml", amends=lambda _: False)
    decoder.decode(node, KINDS[kind], "the file")
    return not decoder.faults
