"""advisor site: the knowledge as pages for a browser."""

from pathlib import Path
from typing import Annotated

import typer

from integration_cli.cli import options


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("site")(site)


def site(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="Folder for the pages; made where it does not exist.")
    ] = None,
    single: Annotated[
        Path | None, typer.Option("--single", metavar="FILE", help="Write everything into one HTML file instead.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write among other files, or over a file.")] = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Write the knowledge as HTML pages with a search.

    They are for people who have a browser and no Python.

    \b
    advisor site our-site
    advisor site --single barriers.html

    The pages need no server and no network: they open from a disk, a share or an e-mail. The search in them
    finds what 'advisor diagnose' finds, and nothing typed there leaves the browser.
    """
    from integration_cli.advisor import Advisor
    from integration_cli.cli.site_writing import one_target, write_folder, write_single

    one_target(folder, single)
    advisor = Advisor.load(knowledge)
    if single is not None:
        write_single(advisor, single, force)
    elif folder is not None:
        write_folder(advisor, folder, force)
