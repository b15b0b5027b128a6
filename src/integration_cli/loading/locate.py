"""Where knowledge lies on disk, and which of its files hold what."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import integration_cli
from integration_cli.caching import Cache, code_stamp
from integration_cli.errors import AdvisorError

SINGLE_FILES = (
    "about", "categories", "sources", "updates", "examples", "frameworks", "risks", "vocabulary", "elsewhere"
)  # fmt: skip
PACKED = "packed"
"""Maker of what is kept in a packed program."""

LARGEST_FILE = 4_000_000
"""Bytes; the longest file of the shipped knowledge has about a twentieth of it."""


class KnowledgeFile(NamedTuple):
    """A file of a knowledge folder: where it is, how it is called in messages, and its kind (None: not ours)."""

    path: Path
    name: str
    kind: str | None
    data: bytes


def shipped_folder() -> Path:
    """The knowledge that came with the program: beside the package, or in the checkout it runs from."""
    package = Path(integration_cli.__path__[0])
    packaged = package / "_knowledge"
    return packaged if packaged.is_dir() else package.parents[1] / "knowledge"


def kind_of(name: PurePosixPath) -> str | None:
    """The kind of knowledge that a file of this name holds, or None where the name has no meaning."""
    match name.parts:
        case (single,) if name.stem in SINGLE_FILES and single.endswith(".yaml"):
            return name.stem
        case ("barriers", _, _):
            return "barrier"
        case ("solutions", _):
            return "solutions"
    return None


def read_folder(folder: Path, shown_as: str | None = None) -> list[KnowledgeFile]:
    """Read every YAML file below a folder, in the order of their names.

    `shown_as` stands for the folder in messages. A file over `LARGEST_FILE` is read no further than that.
    Raises AdvisorError where the folder is missing or a file cannot be read.
    """
    if not os.path.isdir(folder):
        raise AdvisorError(f"there is no knowledge folder at {folder}: check the path, or leave the option out")
    prefix = str(folder) if shown_as is None else shown_as
    found = []
    for path in _yaml_files(folder):
        name = PurePosixPath(path.relative_to(folder).as_posix())
        try:
            with path.open("rb") as stream:
                data = stream.read(LARGEST_FILE + 1)
        except OSError as error:
            raise AdvisorError(f"cannot read {path}: {error.strerror or error}") from error
        found.append(KnowledgeFile(path, f"{prefix}/{name}".removeprefix("./"), kind_of(name), data))
    return found


def _yaml_files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder, onerror=_unreadable):
        folders.sort()
        for name in sorted(names):
            path = Path(parent, name)
            if name.endswith((".yaml", ".yml")) and path.is_file():
                yield path


def _unreadable(error: OSError) -> None:
    raise AdvisorError(f"cannot read {error.filename}: {error.strerror or error}") from error


def digest(parts: list[bytes]) -> str:
    """A name for these contents that no others have (BLAKE2b, 128 bits, in hexadecimal)."""
    import hashlib

    total = hashlib.blake2b(digest_size=16)
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()


def caches() -> tuple[Cache, Cache]:
    """Where compiled knowledge is kept: the user's cache, and what came with the program, made when it was packed."""
    package = integration_cli.__path__[0]
    rooms = [os.path.join(package, room) for room in ("loading", "matching")]
    return Cache(cache_folder(), code_stamp(rooms)), packed_cache(Path(package))


def packed_cache(package: Path) -> Cache:
    """The cache inside a packed program. It is made with the program, so its maker needs no stamp."""
    return Cache(package / "_compiled", PACKED, mapped=True)


def cache_folder() -> Path:
    """Where compiled knowledge may be kept, by the custom of the operating system; it need not exist."""
    if chosen := os.environ.get("ADVISOR_CACHE"):
        return Path(chosen)
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or _home()) / "integration-cli" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or _home() / ".cache") / "integration-cli"


def _home() -> Path:
    """The user's home; for a user without one, a place below which no folder can be made, so nothing is kept."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.devnull)
