"""Files written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


def write_atomically(path: Path, data: bytes, like: Path | None = None) -> None:
    """Write a file so that a reader, or a crash, sees the old contents or the new, never a part.

    The permissions are those of the file `like`, by default of the one that was there; a link is followed, not
    replaced. Raises OSError.
    """
    with written_atomically(path, like) as stream:
        stream.write(data)


@contextmanager
def written_atomically(path: Path, like: Path | None = None) -> Iterator[IO[bytes]]:
    """A stream whose contents become the file, with the permissions of `like`, when it is closed without an error.

    Raises OSError.
    """
    # Imported here: reading is common, writing rare, and the module brings half of the standard library.
    import tempfile

    path = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, _mode_for(like or path))
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _mode_for(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
