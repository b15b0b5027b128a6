"""The knowledge tested on itself, with its progress shown."""

from pathlib import Path

from integration_cli.cli.console import show, show_json
from integration_cli.errors import AdvisorError


def show_self_test(path: Path | None, local: Path | None, first: int, json: bool) -> None:
    """Test the shipped knowledge, with a user's folder over it, and print the result. Raises AdvisorError."""
    from rich.console import Console
    from rich.progress import Progress

    from integration_cli.loading.load import load
    from integration_cli.matching.selftest import FOLDS, self_test

    if path is not None:
        raise AdvisorError("--matching tests the shipped knowledge; lay a folder over it with --knowledge")
    knowledge = load(local)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("leaving signs out, part by part", total=FOLDS)
        result = self_test(knowledge, first, lambda: progress.advance(task))
    if json:
        from integration_cli.export.entry_data import plain

        show_json(plain(result))
    else:
        from integration_cli.cli.screens.self_test import render_self_test

        show(render_self_test(result))
