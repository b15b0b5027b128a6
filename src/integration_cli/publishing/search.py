"""What the search of a page needs to know, as data blocks of the page."""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from integration_cli.answer import honest_gap
from integration_cli.model import Barrier, Entry, Knowledge, Link, Solution
from integration_cli.publishing.safety import data_block

NAMED_BY = ("title", "term", "text", "aliases", "terms", "summary", "note", "publisher", "id")
"""Fields by whose words an entry is looked up; the first that it has is what it is called."""


class LinkWeights(NamedTuple):
    """How much a link of a barrier counts for its solution, by its place among them, and a solution's standing."""

    of_link: Callable[[Link, int], float]
    of_standing: Mapping[str, float]


def search_data(
    knowledge: Knowledge, weights: LinkWeights, index: bytes, address: Callable[[str, str], str]
) -> dict[str, str]:
    """The blocks by id: the entries as JSON, and the packed index in base64.

    Barriers and solutions are named by their numbers; barriers stand in the order of the index. `named` has of every
    entry its kind, its name, what else it may be looked up by, and its address.
    """
    numbers = {id_: number for number, id_ in enumerate(knowledge.solutions)}
    entries = {
        "barriers": [_barrier(b, knowledge, weights, numbers, address) for b in knowledge.barriers.values()],
        "solutions": [_solution(s, weights, address) for s in knowledge.solutions.values()],
        "named": [
            [kind, *_named(entry), address(kind, id_)]
            for kind, found in knowledge.kinds().items()
            for id_, entry in found.items()
        ],
    }
    return {"entries": data_block(entries), "index": b64encode(index).decode()}


def _barrier(
    barrier: Barrier,
    knowledge: Knowledge,
    weights: LinkWeights,
    numbers: Mapping[str, int],
    address: Callable[[str, str], str],
) -> dict[str, Any]:
    return {
        "title": barrier.title,
        "summary": barrier.summary,
        "href": address("barrier", barrier.id),
        "partOf": knowledge.barriers[barrier.part_of].title if barrier.part_of else "",
        "category": knowledge.categories[barrier.category].title,
        "categoryHref": address("category", barrier.category),
        "gap": honest_gap(barrier.links),
        "local": barrier.local,
        "localSigns": [number for number, sign in enumerate(barrier.signs) if sign in barrier.local_signs],
        "links": [
            [numbers[link.solution], weights.of_link(link, rank), link.basis == "document"]
            for rank, link in enumerate(barrier.links)
        ],
    }


def _solution(solution: Solution, weights: LinkWeights, address: Callable[[str, str], str]) -> dict[str, Any]:
    return {
        "id": solution.id,
        "title": solution.title,
        "href": address("solution", solution.id),
        "who": solution.who,
        "standing": solution.standing,
        "weight": weights.of_standing[solution.standing],
        "local": solution.local,
    }


def _named(entry: Entry) -> tuple[str, str]:
    """What an entry is called, and the other texts by whose words a reader may look it up."""
    name, *others = (text for field in NAMED_BY for text in _texts(getattr(entry, field, "")))
    return name, " ".join(others)


def _texts(value: str | Sequence[str]) -> list[str]:
    return [text for text in ([value] if isinstance(value, str) else value) if text]
