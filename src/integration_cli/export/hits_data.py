"""What a search found as plain data, for programs."""

from collections.abc import Sequence
from typing import Any, Protocol

from integration_cli.model import Entry


class HitLike(Protocol):
    """An entry that was found, and where."""

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def entry(self) -> Entry: ...  # noqa: D102
    @property
    def score(self) -> float: ...  # noqa: D102
    @property
    def where(self) -> str: ...  # noqa: D102


def to_data(query: str, hits: Sequence[HitLike], top: int) -> dict[str, Any]:
    """Return the best hits; `count` is how many there are in all."""
    return {
        "query": query,
        "count": len(hits),
        "hits": [
            {"kind": hit.kind, "id": hit.entry.id, "score": hit.score, "where": hit.where, "local": hit.entry.local}
            for hit in hits[:top]
        ],
    }
