"""Which small changes of the code are tried: places picked by a seed, one change for each; and what became of them."""

import ast
import itertools
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

PACKAGE = Path("src", "integration_cli")
MISSED = ("survived", "untested")
"""The outcomes of changes that no test noticed."""


class Mutant(NamedTuple):
    """A change of one place, by the name that cosmic-ray has for it, and where it stands."""

    module: str
    operator: str
    occurrence: int
    line: int


def survivors(noted: Iterable[str]) -> list[Mutant]:
    """The mutants that an earlier run noted as unnoticed."""
    found = [json.loads(line) for line in noted]
    return [Mutant(**{name: one[name] for name in Mutant._fields}) for one in found if one["outcome"] in MISSED]


def chosen_from(rooms: Iterable[str], each: int, seed: int) -> Iterator[Mutant]:
    """So many mutants of each module, one at a place; one of every module first, then the second ones."""
    columns = []
    for room in rooms:
        for path in sorted(Path(PACKAGE, room).rglob("*.py")):
            chance = random.Random(f"{seed} {path}")
            places = list(mutants_of(path).values())
            chance.shuffle(places)
            columns.append([chance.choice(mutants) for mutants in places][:each])
    for row in itertools.zip_longest(*columns):
        yield from filter(None, row)


def mutants_of(path: Path) -> dict[Any, list[Mutant]]:
    """The mutants of a module by place. Types are left alone: no test reads them, and most changes stop the import."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator, operator_names

    source = path.read_text(encoding="utf-8")
    types = {at for node in ast.walk(ast.parse(source)) for at in _type_lines(node)}
    tree = get_ast(source)
    places: dict[Any, list[Mutant]] = defaultdict(list)
    for name in operator_names():
        operator = get_operator(name)
        if operator.arguments() or "NoOp" in name:
            continue
        found = (place for node in ast_nodes(tree) for place in operator().mutation_positions(node))
        for number, (start, end) in enumerate(found):
            if not any(first <= start < last for first, last in types):
                places[start, end].append(Mutant(str(path), name, number, start[0]))
    return places


def _type_lines(node: ast.AST) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where a node holds a type: from line and column to line and column."""
    for held in (getattr(node, "annotation", None), getattr(node, "returns", None)):
        if held:
            yield (held.lineno, held.col_offset), (held.end_lineno, held.end_col_offset)


def table(outcomes: Sequence[tuple[Mutant, str]]) -> Iterator[str]:
    """The outcomes as a Markdown table: by module, then all, each share with its 95 % interval (Wilson)."""
    from integration_cli.surveying.interval import wilson

    yield "| module | changes | noticed | of these without end | no test runs it | share |\n|---|---|---|---|---|---|"
    groups: dict[str, list[str]] = defaultdict(list)
    for mutant, outcome in outcomes:
        groups[str(Path(mutant.module).relative_to(PACKAGE).with_suffix(""))].append(outcome)
    for name, found in [*sorted(groups.items()), ("**all**", [outcome for _, outcome in outcomes])]:
        slow, untested = found.count("slow"), found.count("untested")
        noticed = slow + found.count("noticed")
        low, high = wilson(noticed, len(found))
        share = f"{noticed / max(1, len(found)):.0%} ({low:.0%} to {high:.0%})"
        yield f"| {name} | {len(found)} | {noticed} | {slow} | {untested} | {share} |"
