"""Options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from integration_cli.cli.completion import complete_barrier, complete_category


class NationOption(StrEnum):
    """A nation as it is typed."""

    ENGLAND = "england"
    SCOTLAND = "scotland"
    WALES = "wales"
    NORTHERN_IRELAND = "northern-ireland"


Knowledge = Annotated[
    Path | None,
    typer.Option(
        "--knowledge",
        metavar="DIR",
        envvar="ADVISOR_KNOWLEDGE",
        show_envvar=True,
        help="Lay a folder of your own entries over the knowledge.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs to read.")]
Full = Annotated[bool, typer.Option("--full", help="Show everything, not one screen.")]
Situation = Annotated[
    str | None,
    typer.Argument(metavar="[TEXT]", help="The problem in your own words; - reads it from standard input."),
]
SituationFile = Annotated[
    Path | None, typer.Option("--file", "-f", metavar="FILE", help="Read the problem from a file.")
]
Barriers = Annotated[
    list[str] | None,
    typer.Option(
        "--barrier", "-b", metavar="ID", help="Take this barrier (repeatable).", autocompletion=complete_barrier
    ),
]
Nation = Annotated[NationOption | None, typer.Option("--nation", help="Keep to what applies in one nation.")]
Categories = Annotated[
    list[str] | None,
    typer.Option(
        "--category", metavar="ID", help="Keep to this category (repeatable).", autocompletion=complete_category
    ),
]
