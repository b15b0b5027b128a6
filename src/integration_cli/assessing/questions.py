"""Which barriers are asked about."""

from collections.abc import Collection, Sequence

from integration_cli.model import Barrier, Knowledge


def questions(knowledge: Knowledge, ids: Sequence[str] = (), categories: Collection[str] = ()) -> list[Barrier]:
    """The barriers to ask about, in the knowledge's order: those named, or else all main ones; kept to `categories`.

    A detail is asked about only where it is named. Raises UnknownId.
    """
    named = {knowledge.get_barrier(id_).id for id_ in ids}
    return [
        barrier
        for barrier in knowledge.barriers.values()
        if (barrier.id in named if named else not barrier.part_of)
        if not categories or barrier.category in categories
    ]
