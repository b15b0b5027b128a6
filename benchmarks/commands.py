"""What is started against what: every command by its own example, the hello-world of its framework, and known peers."""

import compileall
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.command_tree import pages

import integration_cli
from benchmarks.startup import HELLO
from benchmarks.timing import Command, run
from integration_cli import Advisor
from integration_cli.assessment import Assessment
from integration_cli.export.form_yaml import to_yaml

YARDSTICK = "typer hello-world"
PEERS = ("http --version", "http --help", "sqlite-utils --help", "llm --help")
"""Well-known commands of Python; those that are installed beside this Python are timed."""

TEXTS = {
    "minutes.txt": "Nobody could say who signs off the pooled budget, and the trust would not share its records.",
    "council.txt": "The hospital sends people home on a Friday and the bill for the home care lands with us.",
    "hospital.txt": "Beds are full of people who wait for a care package, and nobody at the council decides.",
    "charity.txt": "We are told about the plan when it is finished, and our contract ends in March.",
    "replies.csv": "organisation,comment\ncouncil,Nobody could say who signs off the pooled budget.\n",
}
"""Files of which the examples speak."""


def make_ready(folder: Path) -> None:
    """Put what the examples speak of into a folder, and compile all byte code."""
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "our-entries").mkdir()
    advisor = Advisor.load()
    plan = advisor.plan(["unclear-governance-and-hosting"])
    (folder / "plan.md").write_text(advisor.checklist(plan, "2026-05-04"), encoding="utf-8")
    form = to_yaml(advisor.questions(), advisor.knowledge, Assessment({}, "Riverside Council", "2026-05-04"))
    (folder / "ours.yaml").write_text(form, encoding="utf-8")
    (folder / "hello.py").write_text(HELLO, encoding="utf-8")
    for path in (folder, integration_cli.__path__[0]):
        compileall.compile_dir(path, quiet=1)


def yardsticks(folder: Path) -> dict[str, Command]:
    """Python that does nothing, and a two-command application of the same framework."""
    hello = [sys.executable, str(folder / "hello.py"), "hello", "x"]
    return {"python -c pass": [sys.executable, "-c", "pass"], YARDSTICK: hello}


def ours(folder: Path) -> dict[str, Command]:
    """Each command by the first example of its help page; one whose example cannot run here is left out, and said."""
    advisor = [sys.executable, "-m", "integration_cli"]
    found: dict[str, Command] = {"advisor --help": [*advisor, "--help"]}
    for page in pages()[1:]:
        # So that it can be run any number of times.
        again = ["--force"] if any("--force" in option.typed for option in page.options) else []
        command = [*advisor, *shlex.split(page.examples[0])[1:], *again]
        if run(command, folder)[1] in (0, 1):
            found[f"advisor {page.name}"] = command
        else:
            print(f"left out: advisor {page.name}, whose example needs a file that benchmarks/commands.py lacks")
    return found


def peers() -> Iterator[tuple[str, Command]]:
    """The peers that are installed beside this Python."""
    for line in PEERS:
        name, *arguments = line.split()
        if path := shutil.which(name, path=str(Path(sys.executable).parent)):
            yield line, [path, *arguments]
        else:
            print(f"left out: {line}, which is not installed (pip install httpie sqlite-utils llm)")
