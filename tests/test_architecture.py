"""The rules of the house (DESIGN, section 2), read from the source."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import integration_cli
from integration_cli.cli import app

PACKAGE = Path(integration_cli.__file__).parent
FLOOR_0 = {
    "errors", "model", "group", "update", "diagnosis", "answer", "comparison", "upkeep", "register", "assessment",
    "readiness", "survey", "sheet", "handout",
    "suggest", "storage", "caching", "words", "dates",
}  # fmt: skip
COMPOSERS = {"advisor", "plan_keeping", "form_reading", "packing", "__init__", "__main__"}
"""What puts rooms together beside the command: the public face, what reads forms, what compiles the knowledge."""

ROOMS = {
    "loading", "matching", "planning", "comparing", "assessing", "surveying", "tables", "currency", "browsing",
    "export", "publishing",
}  # fmt: skip
DOORS = {
    "yaml": {"loading/nodes.py"},
    "importlib.resources": {"loading/locate.py"},
    "rapidfuzz": {"matching/spelling.py"},
    "markdown_it": {"planning/reading/outline.py"},
    "icalendar": {"export/calendar.py"},
    "openpyxl": {
        "export/form_xlsx.py", "tables/xlsx.py", "export/plan_xlsx.py", "export/register_xlsx.py",
        "export/sheet_look.py", "planning/reading/workbook.py",
    },
    "jinja2": {"publishing/pages.py"},
    "docx": {"export/plan_docx.py"},
}  # fmt: skip
ONLY_THE_COMMAND = {"typer", "rich"}
READS_THE_CLOCK = {"loading/stamps.py"}
"""Compares the times of files with the clock of the file system; no result depends on it."""

EMPTY_NAMES = {"utils", "helpers", "common", "base", "core", "manager"}

TREES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}
FUNCTIONS = [
    (f"{file}:{node.name}", node)
    for file, tree in TREES.items()
    for node in ast.walk(tree)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
]


def imports(file: str) -> Iterator[str]:
    """Every name that a file imports, wherever in it, in full: 'integration_cli.model.Barrier'."""
    for node in ast.walk(TREES[file]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} has a relative import, which these rules do not read"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_entered(file: str) -> set[str]:
    """The rooms, and the modules outside rooms, of the package that a file imports from."""
    parts = (name.split(".") for name in imports(file))
    return {part[1] for part in parts if part[0] == "integration_cli" and len(part) > 1}


def outside(file: str) -> set[str]:
    """The third-party packages that a file imports."""
    tops = {name.partition(".")[0] for name in imports(file)}
    return tops - set(sys.stdlib_module_names) - {"integration_cli"}


def command_functions() -> dict[str, ast.FunctionDef]:
    """The functions that become commands, by file: those which a `register` hands to the application."""
    found = {}
    for file, tree in TREES.items():
        defined = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        for call in ast.walk(defined.get("register", ast.Module([], []))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Call):
                found[file] = defined[call.args[0].id]
    return found


COMMANDS = command_functions()


def test_there_is_something_to_judge():
    """These rules would hold of an empty folder too."""
    assert {"cli/diagnose.py", "loading/nodes.py", "matching/spelling.py", "model.py"} <= TREES.keys()
    assert "yaml" in outside("loading/nodes.py")
    assert "rapidfuzz" in outside("matching/spelling.py")
    commands = {function.name for function in COMMANDS.values()}
    assert {"diagnose", "checklist", "update", "progress", "risks", "compare", "list_entries"} <= commands


def test_every_command_is_found_by_its_name():
    """The table in `app` says which module to import for a command, so it must say the same as the module."""
    registered = {
        call.func.args[0].value: file.removeprefix("cli/").removesuffix(".py")
        for file in COMMANDS
        for call in ast.walk(TREES[file])
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Call)
    }

    assert app.COMMANDS == registered


def test_the_ground_floor_imports_only_itself_and_the_standard_library():
    strays = {
        f"{name}.py": rooms_entered(f"{name}.py") - FLOOR_0 | outside(f"{name}.py")
        for name in FLOOR_0
        if rooms_entered(f"{name}.py") - FLOOR_0 or outside(f"{name}.py")
    }

    assert {} == strays


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_a_room_imports_the_ground_floor_and_itself(room: str):
    """A star, not a chain: rooms are put together by the command and the advisor only."""
    allowed = FLOOR_0 | {room}

    strays = {
        file: rooms_entered(file) - allowed
        for file in TREES
        if file.startswith(f"{room}/") and rooms_entered(file) - allowed
    }

    assert {} == strays


def test_every_module_is_on_a_floor_that_has_rules():
    tops = {file.partition("/")[0].removesuffix(".py") for file in TREES}

    assert FLOOR_0 | ROOMS | COMPOSERS | {"cli"} == tops


def test_only_the_entrance_imports_the_command():
    entrances = {file for file in TREES if not file.startswith("cli/") and "cli" in rooms_entered(file)}

    assert {"__main__.py"} == entrances


@pytest.mark.parametrize("thing", sorted(DOORS))
def test_an_outside_thing_has_one_door(thing: str):
    users = {file for file in TREES if any(f"{name}.".startswith(f"{thing}.") for name in imports(file))}

    assert users <= DOORS[thing]


def test_typer_and_rich_live_under_the_command_and_nothing_else_comes_from_outside():
    users = {
        file: outside(file) - (ONLY_THE_COMMAND if file.startswith("cli/") else set()) - DOORS.keys() for file in TREES
    }

    assert {} == {file: strays for file, strays in users.items() if strays}


def test_only_the_command_prints_reads_arguments_exits_or_asks_for_the_time():
    """The core takes values and returns values; clocks and streams are the command's."""
    strays = [
        f"{file}:{node.lineno}"
        for file, tree in TREES.items()
        if not file.startswith("cli/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("print", "input", "exit", "quit")
    ]
    clocks = [
        f"{file}: {name}"
        for file in TREES
        if not file.startswith("cli/") and file not in READS_THE_CLOCK
        for name in imports(file)
        if name.partition(".")[0] in ("sys", "time", "datetime", "logging", "argparse")
    ]

    assert [] == strays + clocks


def test_nothing_of_the_network_is_imported():
    """Nothing typed can be sent."""
    forbidden = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "httpx", "webbrowser"}

    strays = {file: forbidden & {name.partition(".")[0] for name in imports(file)} for file in TREES}

    assert {} == {file: found for file, found in strays.items() if found}


@pytest.mark.parametrize("file", sorted(TREES))
def test_a_file_has_at_most_250_lines(file: str):
    lines = (PACKAGE / file).read_text(encoding="utf-8").splitlines()

    assert len(lines) <= 250


@pytest.mark.parametrize(("name", "function"), FUNCTIONS, ids=[name for name, _ in FUNCTIONS])
def test_a_function_has_at_most_50_lines(name: str, function: ast.FunctionDef):
    assert function.end_lineno - function.lineno + 1 <= 50, name


@pytest.mark.parametrize("file", sorted(COMMANDS))
def test_a_command_is_short_and_has_no_try_and_no_loop(file: str):
    """A command turns options into values, calls one thing, prints, exits; errors are answered once, in main."""
    busy = (
        ast.Try | ast.For | ast.AsyncFor | ast.While | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
    )  # fmt: skip

    found = [type(node).__name__ for node in ast.walk(COMMANDS[file]) if isinstance(node, busy)]

    assert [] == found
    assert len((PACKAGE / file).read_text(encoding="utf-8").splitlines()) <= 65


def test_no_module_has_a_name_that_says_nothing():
    names = {part.removesuffix(".py") for file in TREES for part in file.split("/")}

    assert set() == names & EMPTY_NAMES


def test_public_names_have_a_docstring():
    """A reader of the code learns what a thing promises from the thing itself."""
    bare = [
        f"{file}:{node.name}"
        for file, tree in TREES.items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if not ast.get_docstring(node)
    ]

    assert [] == bare
