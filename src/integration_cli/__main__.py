"""`python -m integration_cli` is `advisor`."""

from integration_cli.cli.main import run

run()
