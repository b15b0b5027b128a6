"""What the tests of several rooms share."""

from collections.abc import Callable

import pytest

from integration_cli import Advisor
from integration_cli.cli.main import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def advisor() -> Advisor:
    """The shipped knowledge; loaded once."""
    return Advisor.load()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command: `run("show", "ccg")` gives its exit code, standard output and standard error."""

    def call(*argv: str) -> tuple[int, str, str]:
        code = main(argv)
        out, err = capsys.readouterr()
        return code, out, err

    return call
