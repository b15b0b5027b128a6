"""The fast form of the knowledge: its entries as JSON, one by one, kept by the digest of the files they came from."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from integration_cli.caching import Cache, find_in
from integration_cli.loading.build import MAKERS
from integration_cli.model import Knowledge

T = TypeVar("T")


class Entries(Mapping[str, T], Generic[T]):
    """Entries by id, each decoded when it is first asked for: a diagnosis needs a dozen of four hundred."""

    def __init__(self, places: Mapping[str, list[int]], texts: memoryview, make: Callable[[Any], T]) -> None:
        self._places = places
        self._texts = texts
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, id_: str) -> T:
        if id_ not in self._made:
            start, end = self._places[id_]
            self._made[id_] = self._make(json.loads(bytes(self._texts[start:end])))
        return self._made[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __repr__(self) -> str:
        return f"<{len(self)} entries>"


def read(digest: str, caches: Iterable[Cache]) -> Knowledge | None:
    """The compiled knowledge of this digest, or None where there is none to be believed."""
    payload = find_in(caches, _name(digest), f"knowledge {digest}")
    return None if payload is None else _knowledge(payload, digest)


def write(entries: Mapping[str, Mapping[str, Any]], digest: str, cache: Cache) -> Knowledge:
    """Keep the entries in their fast form, if the disk allows, and return their model."""
    payload = _laid_out(entries)
    cache.keep(_name(digest), f"knowledge {digest}", payload)
    return _knowledge(memoryview(payload), digest)


def _name(digest: str) -> str:
    return f"knowledge-{digest[:16]}.json"


def _laid_out(entries: Mapping[str, Mapping[str, Any]]) -> bytes:
    """A head that says where each entry lies, then the entries."""
    about = entries["about"]["about"]
    places: dict[str, dict[str, list[int]]] = {}
    texts: list[bytes] = []
    at = 0
    for kind in MAKERS:
        places[kind] = {}
        for id_, entry in (_in_order(entries) if kind == "barrier" else entries[kind]).items():
            dated = {"as_at": about["as_at"], **entry} if kind == "update" else entry
            texts.append(json.dumps(dated, ensure_ascii=False, separators=(",", ":")).encode())
            places[kind][id_] = [at, at + len(texts[-1])]
            at += len(texts[-1])
    formerly = {
        old: id_
        for kind in ("barrier", "solution", "risk")
        for id_, entry in entries[kind].items()
        for old in entry.get("formerly", ())
    }
    head = json.dumps({"about": about, "places": places, "formerly": formerly}).encode()
    return b"".join([len(head).to_bytes(8, "big"), head, *texts])


def _in_order(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Barriers by category in its fixed order, main barriers by id, each followed by its details."""
    rank = {id_: number for number, id_ in enumerate(entries["category"])}

    def place(item: tuple[str, Any]) -> tuple[int, str, bool, str]:
        id_, entry = item
        return rank[entry["category"]], entry.get("part_of") or id_, "part_of" in entry, id_

    return dict(sorted(entries["barrier"].items(), key=place))


def _knowledge(payload: memoryview, digest: str) -> Knowledge:
    size = int.from_bytes(payload[:8], "big")
    head = json.loads(bytes(payload[8 : 8 + size]))
    made = {kind: Entries(head["places"][kind], payload[8 + size :], make) for kind, make in MAKERS.items()}
    about = head["about"]
    return Knowledge(
        version=about["version"],
        as_at=about["as_at"],
        limits=tuple(about["limits"]),
        digest=digest,
        categories=made["category"],
        barriers=made["barrier"],
        solutions=made["solution"],
        sources=made["source"],
        updates=made["update"],
        examples=made["example"],
        frameworks=made["framework"],
        risks=made["risk"],
        vocabulary=made["forms"],
        elsewhere=made["elsewhere"],
        formerly=head["formerly"],
    )
