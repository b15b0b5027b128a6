"""The site of the shipped knowledge, made once, and a browser to read it in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from integration_cli import Advisor
from integration_cli.cli.site_writing import write_folder, write_single
from tests.publishing.browser import chromium


@pytest.fixture(scope="session")
def site(advisor: Advisor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a folder."""
    folder = tmp_path_factory.mktemp("site") / "pages"
    write_folder(advisor, folder, force=False)
    return folder


@pytest.fixture(scope="session")
def one_page(advisor: Advisor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as one file."""
    file = tmp_path_factory.mktemp("single") / "barriers.html"
    write_single(advisor, file, force=False)
    return file


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened
