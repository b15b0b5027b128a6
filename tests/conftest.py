"""What the tests of several rooms share."""

from collections.abc import Callable

import pytest
from hypothesis import settings

from integration_cli import Advisor
from integration_cli.cli.main import main

# How long a test takes says something of the machine, not of the program.
settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of one file share a process, and so do all that open a browser: two of these at once hang."""
    for item in items:
        group = "browser" if item.path.parent.name == "publishing" else str(item.path)
        item.add_marker(pytest.mark.xdist_group(group))
