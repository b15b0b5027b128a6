"""Ids for the shell to complete; says nothing rather than fail in the middle of somebody's typing."""

from collections.abc import Iterable
from pathlib import Path

import typer

from integration_cli.errors import AdvisorError
from integration_cli.model import Knowledge


def complete_id(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids of all entries that begin so."""
    known = _knowledge(ctx)
    return _beginning(incomplete, (id_ for entries in known.kinds().values() for id_ in entries) if known else ())


def complete_barrier(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids of barriers that begin so."""
    known = _knowledge(ctx)
    return _beginning(incomplete, known.barriers if known else ())


def complete_category(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids of categories that begin so."""
    known = _knowledge(ctx)
    return _beginning(incomplete, known.categories if known else ())


def _knowledge(ctx: typer.Context) -> Knowledge | None:
    from integration_cli.loading.load import load

    folder = ctx.params.get("knowledge")
    try:
        return load(Path(folder) if folder else None)
    except AdvisorError:
        return None


def _beginning(start: str, ids: Iterable[str]) -> list[str]:
    return sorted({id_ for id_ in ids if id_.startswith(start)})
