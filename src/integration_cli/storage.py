"""Files written whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


def write_atomically(path: Path, data: bytes, like: Path | None = None) -> None:
    """Write a file so that a reader, or a crash, sees the old contents or the new, never a part.

    The permissions are those of the file `like`, by default of the one that was there; one that may not be written is
    not replaced, and a link is followed. Raises OSError.
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
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
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


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a file against every other program that asks before it replaces it; the holder reads it again.

    Raises BlockingIOError where another holds it. Where the system or the share knows no locks, nothing is held.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    if not path.exists():
        yield
        return
    # Some shares lock only what is open for writing.
    with path.open("r+b") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise
        except OSError:
            pass
        yield


def _mode_for(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
