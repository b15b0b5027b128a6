"""What people install: the wheel and the source archive carry the knowledge, and the wheel works by itself."""

import json
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from tests.running import advisor_process, python, surroundings

ROOT = Path(__file__).parents[1]
KNOWLEDGE = {
    path.relative_to(ROOT / "knowledge").as_posix(): path.read_bytes()
    for path in (ROOT / "knowledge").rglob("*")
    if path.is_file()
}
SITUATION = "nobody can say who signs off the pooled budget"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive, and the wheel that was made from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, cwd=folder, env=surroundings(), capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> zipfile.ZipFile:
    (path,) = built.glob("*.whl")
    return zipfile.ZipFile(path)


@pytest.fixture(scope="module")
def source(built: Path) -> dict[str, bytes]:
    """The files of the source archive, by their names below its folder."""
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        files = [(member.name, archive.extractfile(member)) for member in archive.getmembers() if member.isfile()]
        return {name.partition("/")[2]: stream.read() for name, stream in files if stream}


@pytest.fixture(scope="module")
def installed(wheel: zipfile.ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked, as an installer leaves it."""
    folder = tmp_path_factory.mktemp("site")
    wheel.extractall(folder)
    return folder


@pytest.fixture
def env(installed: Path, tmp_path: Path) -> dict[str, str]:
    """Surroundings of somebody who has the wheel and nothing else of ours, and a home of their own."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: value for name, value in surroundings().items() if name not in ("ADVISOR_CACHE", "XDG_CACHE_HOME")}
    return {**kept, "PYTHONPATH": str(installed), "HOME": str(home), "LOCALAPPDATA": str(home)}


def test_the_wheel_carries_the_knowledge_byte_for_byte(wheel: zipfile.ZipFile):
    prefix = "integration_cli/_knowledge/"

    carried = {name.removeprefix(prefix): wheel.read(name) for name in wheel.namelist() if name.startswith(prefix)}

    assert len(KNOWLEDGE) > 100
    assert KNOWLEDGE == carried


def test_the_source_archive_carries_the_knowledge_byte_for_byte(source: dict[str, bytes]):
    carried = {name.removeprefix("knowledge/"): data for name, data in source.items() if name.startswith("knowledge/")}

    assert KNOWLEDGE == carried


def test_the_wheel_holds_the_package_and_nothing_of_the_workshop(wheel: zipfile.ZipFile):
    names = wheel.namelist()
    modules = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")}

    assert modules == {name for name in names if name.endswith(".py")}
    assert "integration_cli/py.typed" in names
    ours = {name for name in names if not name.startswith("integration_cli/") and ".dist-info/" not in name}
    assert ["share/man/man1/advisor.1"] == [name.partition(".data/data/")[2] for name in ours]
    assert [] == [name for name in names if "cache" in name.rpartition("/")[0] or name.endswith(".pyc")]


def test_the_wheel_carries_what_pages_are_made_from(wheel: zipfile.ZipFile):
    room = ROOT / "src" / "integration_cli" / "publishing"
    files = {
        path.relative_to(ROOT / "src").as_posix(): path.read_bytes()
        for kind in ("html", "css", "js")
        for path in room.rglob(f"*.{kind}")
    }

    assert len(files) > 15
    assert files == {name: wheel.read(name) for name in files}


def test_the_wheel_brings_the_man_page(wheel: zipfile.ZipFile):
    (page,) = [name for name in wheel.namelist() if name.endswith("share/man/man1/advisor.1")]

    assert (ROOT / "docs" / "advisor.1").read_bytes() == wheel.read(page)


def test_the_source_archive_holds_what_a_wheel_and_the_tests_are_made_from(source: dict[str, bytes]):
    wanted = {"pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "tests/test_packaging.py"}

    assert wanted <= source.keys()
    assert "src/integration_cli/cli/main.py" in source


def test_the_wheel_installs_the_command_and_says_what_it_needs(wheel: zipfile.ZipFile):
    (folder,) = {name.partition("/")[0] for name in wheel.namelist() if ".dist-info/" in name}
    about = Parser().parsestr(wheel.read(f"{folder}/METADATA").decode())

    needed = {line.partition(";")[0].strip() for line in about.get_all("Requires-Dist") if "extra" not in line}
    assert "advisor = integration_cli.cli.main:run" in wheel.read(f"{folder}/entry_points.txt").decode()
    assert {"typer", "rich", "pyyaml", "rapidfuzz", "markdownitpy"} == {
        "".join(c for c in name.lower().split(">")[0].split("<")[0] if c.isalnum()) for name in needed
    }
    assert any("typer" in line and "<0.29" in line for line in needed)
    assert ("integration-cli", "MIT", ">=3.11") == (
        about["Name"],
        about["License-Expression"],
        about["Requires-Python"],
    )
    assert f"{folder}/licenses/LICENSE" in wheel.namelist()


def test_the_wheel_runs_by_itself_outside_the_checkout(installed: Path, env: dict[str, str], tmp_path: Path):
    where = python("-c", "import integration_cli; print(integration_cli.__file__)", cwd=tmp_path, env=env)
    diagnosis = advisor_process("diagnose", "--json", SITUATION, cwd=tmp_path, env=env)
    plan = advisor_process("checklist", SITUATION, "-o", "plan.md", cwd=tmp_path, env=env)

    assert where.stdout.decode().strip().startswith(str(installed))
    assert (0, b"") == (diagnosis.returncode, diagnosis.stderr)
    assert len(json.loads(diagnosis.stdout)["findings"]) > 0
    assert 0 == plan.returncode, plan.stderr
    assert "- [ ] <!-- action: " in (tmp_path / "plan.md").read_text(encoding="utf-8")


def test_the_wheel_says_the_same_as_the_checkout(env: dict[str, str], tmp_path: Path):
    for argv in (["diagnose", SITUATION], ["list"], ["show", "ccg"], ["check"]):
        here = advisor_process(*argv, cwd=tmp_path)
        there = advisor_process(*argv, cwd=tmp_path, env=env)

        assert (here.returncode, here.stdout) == (there.returncode, there.stdout)


def test_the_wheel_has_the_version_of_the_project(env: dict[str, str], tmp_path: Path, wheel: zipfile.ZipFile):
    version = Path(str(wheel.filename)).name.split("-")[1]

    done = advisor_process("--version", cwd=tmp_path, env=env)

    assert f"advisor {version}\n" == done.stdout.decode()


def test_the_first_command_of_a_wheel_reads_no_yaml_and_keeps_nothing(env: dict[str, str], tmp_path: Path):
    """The knowledge comes compiled: nobody waits for an index to be made."""
    code = (
        "import sys; from integration_cli.cli.main import main; code = main(['diagnose', sys.argv[1]]);"
        "print(code, 'yaml' in sys.modules, 'integration_cli.matching.building' in sys.modules, file=sys.stderr)"
    )

    done = python("-c", code, SITUATION, cwd=tmp_path, env=env)

    assert b"0 False False" == done.stderr.strip()
    assert [] == [path for path in (tmp_path / "home").rglob("*") if path.is_file() and "stamp" not in path.name]


def test_the_wheel_works_where_nothing_can_be_written(env: dict[str, str], tmp_path: Path):
    """A home below a file is one in which nobody, not even root, can make a folder."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    nowhere = {**env, "HOME": str(tmp_path / "file" / "home"), "LOCALAPPDATA": str(tmp_path / "file" / "home")}

    done = advisor_process("diagnose", SITUATION, cwd=tmp_path, env=nowhere)

    assert (0, b"") == (done.returncode, done.stderr)
    assert b"What the documents propose" in done.stdout
