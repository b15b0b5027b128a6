"""Options of `advisor assess`."""

from pathlib import Path
from typing import Annotated

import typer

from integration_cli.cli.completion import complete_barrier

Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[FILE]...", help="A filled-in form, .yaml or .xlsx; several with --compare."),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Ask, and keep the answers in this file (.yaml)."),
]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Whose assessment it is: your organisation.")]
Barriers = Annotated[
    list[str] | None,
    typer.Option(
        "--barrier", "-b", metavar="ID", help="Keep to this barrier (repeatable).", autocompletion=complete_barrier
    ),
]
Problem = Annotated[
    str | None, typer.Option("--for", metavar="TEXT", help="Keep to the barriers that this problem shows.")
]
Again = Annotated[bool, typer.Option("--again", help="Ask about what is answered, too.")]
Blank = Annotated[
    Path | None,
    typer.Option("--blank", metavar="FORM", help="Write a form to fill in elsewhere: .yaml, or .xlsx for Excel."),
]
Result = Annotated[bool, typer.Option("--result", help="Show the result without asking.")]
Checklist = Annotated[
    Path | None, typer.Option("--checklist", metavar="PLAN", help="Also write an action checklist for the weakest.")
]
Weakest = Annotated[int, typer.Option("--weakest", min=1, metavar="N", help="Show and plan so many of the weakest.")]
Compare = Annotated[bool, typer.Option("--compare", help="Show where the partners of several files disagree.")]
Since = Annotated[
    Path | None, typer.Option("--since", metavar="EARLIER", help="Show what has moved since an earlier file.")
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite a form or checklist that exists.")]
