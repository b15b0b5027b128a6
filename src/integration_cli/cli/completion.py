"""Ids for the shell to complete; says nothing rather than fail in the middle of somebody's typing."""

from integration_cli.errors import AdvisorError


def complete_id(incomplete: str) -> list[str]:
    """Ids of all entries that begin so."""
    from integration_cli.loading.load import load

    try:
        kinds = load().kinds()
    except AdvisorError:
        return []
    return sorted({id_ for entries in kinds.values() for id_ in entries if id_.startswith(incomplete)})


def complete_barrier(incomplete: str) -> list[str]:
    """Ids of barriers that begin so."""
    from integration_cli.loading.load import load

    try:
        return [id_ for id_ in load().barriers if id_.startswith(incomplete)]
    except AdvisorError:
        return []
