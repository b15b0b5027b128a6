"""Make `advisor.pyz`: the command, its knowledge and all that it needs in one file, for any Python from 3.11 on.

The wheel is built, and put with what it depends on, as that is installed here, into a zip archive that Python can run.
Compiled parts are left out: they fit one Python on one system, and the libraries have plain ones for that case.

usage: python -m tools.make_pyz [--output advisor.pyz]
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipapp
from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution, distribution
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
ELSEWHERE = {"platform_system": "Windows", "sys_platform": "win32", "os_name": "nt"}
"""What markers see on the system that needs most."""

LEFT_OUT = {".so", ".pyd", ".pyc", ".pyi", "direct_url.json", "INSTALLER", "RECORD", "REQUESTED"}
"""Endings and names of files: what is compiled, and what tells of this machine's installation."""

STAYS_PACKED = {"pygments"}
"""Needed once in a long while, and twice the size of all the rest together: imported from the archive itself."""

MAIN = """from start import run

run({name!r}, {least!r})
"""


def main(argv: Sequence[str] | None = None) -> None:
    """Make the file and say where it lies and how large it is."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--output", type=Path, default=Path("advisor.pyz"))
    target = options.parse_args(argv).output
    make(target)
    print(f"wrote {target}: {target.stat().st_size / 1e6:.1f} MB")


def make(target: Path) -> None:
    """Write the archive. Raises CalledProcessError where no wheel can be built, PackageNotFoundError for a library."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(build_wheel(folder / "wheel"), folder / "app")
        zipapp.create_archive(folder / "app", target, interpreter="/usr/bin/env python3", compressed=True)


def build_wheel(folder: Path) -> Path:
    """Build the wheel of this checkout into a folder, with the tools installed here, and return its path."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (wheel,) = folder.glob("*.whl")
    return wheel


def lay_out(wheel: Path, app: Path) -> None:
    """Put all that the archive holds into a folder: what is unpacked below `site`, the rest beside it."""
    with ZipFile(wheel) as archive:
        archive.extractall(app / "site", [name for name in archive.namelist() if ".data/" not in name])
    (about,) = (app / "site").glob("integration_cli-*.dist-info")
    ours = Distribution.at(about)
    for needed in dependencies(ours):
        copy_plain(needed, app if canonicalize_name(needed.name) in STAYS_PACKED else app / "site")
    shutil.copy(ROOT / "tools" / "pyz_start.py", app / "start.py")
    least = tuple(int(part) for part in ours.metadata["Requires-Python"].removeprefix(">=").split("."))
    name = f"program-{ours.version}-{digest(app / 'site')}"
    (app / "__main__.py").write_text(MAIN.format(name=name, least=least), encoding="utf-8")


def dependencies(ours: Distribution) -> Iterator[Distribution]:
    """What a distribution needs on any system, and what that needs, each once, as installed here."""
    waiting, seen = [ours], set()
    while waiting:
        for line in waiting.pop().requires or ():
            needed = Requirement(line)
            markers = ({"extra": ""}, {"extra": "", **ELSEWHERE})
            name = canonicalize_name(needed.name)
            if name not in seen and (not needed.marker or any(map(needed.marker.evaluate, markers))):
                seen.add(name)
                waiting.append(distribution(name))
                yield waiting[-1]


def copy_plain(installed: Distribution, target: Path) -> None:
    """Copy the files of a distribution, its licence among them, but for what is compiled and its scripts."""
    for file in installed.files or ():
        path = PurePosixPath(file)
        if not {path.suffix, path.name} & LEFT_OUT and ".." not in path.parts:
            to = target / path
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(str(installed.locate_file(file)), to)


def digest(folder: Path) -> str:
    """A name for these files that no others have."""
    total = hashlib.blake2b(digest_size=8)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            total.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
            total.update(path.read_bytes())
    return total.hexdigest()


if __name__ == "__main__":
    main()
