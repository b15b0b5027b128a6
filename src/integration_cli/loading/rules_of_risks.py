"""What must hold between risks, the barriers that they arise from, and the solutions that soften them."""

from collections.abc import Iterator

from integration_cli.errors import Fault
from integration_cli.loading.merge import Entries
from integration_cli.loading.places import PlacedRecord
from integration_cli.loading.rules import Rule, at
from integration_cli.suggest import did_you_mean


def unlinked_mitigations(entries: Entries) -> Iterator[Fault]:
    """A mitigation is a solution of a barrier that the risk arises from, or of its main barrier."""
    for risk in _settled(entries):
        offered = _offered(risk, entries)
        for id_ in risk.get("mitigations", []):
            if id_ in entries["solution"] and id_ not in offered:
                message = f"no barrier that this risk arises from has a link to '{id_}'{did_you_mean(id_, offered)}"
                yield at(id_, "unlinked-mitigation", message)


def missing_mitigations(entries: Entries) -> Iterator[Fault]:
    """A risk has no mitigation only where its barriers have no solution."""
    for risk in _settled(entries):
        offered = _offered(risk, entries)
        if risk.get("mitigations") == [] and offered:
            yield at(risk, "no-mitigation", f"its barriers have solutions: name one, such as '{offered[0]}'")


def repeated_ids(entries: Entries) -> Iterator[Fault]:
    """A risk names no barrier and no mitigation twice."""
    for risk in entries["risk"].values():
        for field in ("arises_from", "mitigations"):
            ids = risk.get(field, [])
            for number, id_ in enumerate(ids):
                if id_ in ids[:number]:
                    yield at(id_, "duplicate-item", f"'{id_}' stands twice in '{field}'")


def _settled(entries: Entries) -> Iterator[PlacedRecord]:
    """The risks of which every barrier is known: of the others, that one is not is fault enough."""
    for risk in entries["risk"].values():
        if all(id_ in entries["barrier"] for id_ in risk.get("arises_from", [])):
            yield risk


def _offered(risk: PlacedRecord, entries: Entries) -> list[str]:
    """The solutions of the barriers that a risk arises from, and of their main barriers, each once."""
    barriers = entries["barrier"]
    near = [barriers[id_] for id_ in risk.get("arises_from", [])]
    mains = [barriers[barrier["part_of"]] for barrier in near if barrier.get("part_of") in barriers]
    links = (link for barrier in (*near, *mains) for link in barrier.get("links", []))
    return list(dict.fromkeys(link["solution"] for link in links if "solution" in link))


STRUCTURE: tuple[Rule, ...] = (unlinked_mitigations, missing_mitigations, repeated_ids)
"""Rules on risks without which the knowledge cannot be trusted to load."""
