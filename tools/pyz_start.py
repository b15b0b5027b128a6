"""What runs first in `advisor.pyz`. It unpacks the program once, into the cache, and goes on from there.

Written so that older Pythons can read it too, and tell what they lack.
"""

import os
import sys


def run(name, least):
    """Run the advisor from its unpacked form, called `name` in the cache; `least` is the oldest Python that will do."""
    if sys.version_info < least:
        have, need = (".".join(map(str, version)) for version in (sys.version_info[:2], least))
        give_up("this is Python " + have + ", and " + need + " or newer is needed")
    home = os.path.join(cache_folder(), name)
    if os.path.isdir(home) or unpacked(home):
        go_on(home)
    import tempfile

    try:
        folder = tempfile.TemporaryDirectory(prefix="advisor-", ignore_cleanup_errors=True)
    except OSError:
        give_up("there is no place to unpack to: set ADVISOR_CACHE to a folder that can be written")
    with folder as home:
        # It will be gone in a moment: nobody would read the byte code.
        sys.dont_write_bytecode = True
        extract(home)
        go_on(home)


def give_up(why):
    """Say why it cannot run, and exit as the program does then."""
    sys.stderr.write("advisor: " + why + "\n")
    sys.exit(2)


def go_on(home):
    """Hand over to the program; it exits."""
    sys.path.insert(0, home)
    from integration_cli.cli.main import run

    run()


def cache_folder():
    """The same folder that the program keeps its knowledge in."""
    if os.environ.get("ADVISOR_CACHE"):
        return os.environ["ADVISOR_CACHE"]
    user = os.path.expanduser("~")
    if os.name == "nt":
        return os.path.join(os.environ.get("LOCALAPPDATA") or user, "integration-cli", "cache")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(user, ".cache"), "integration-cli")


def unpacked(home):
    """Unpack into the cache, whole or not at all; whether it is there afterwards."""
    import tempfile

    try:
        os.makedirs(os.path.dirname(home), exist_ok=True)
        folder = tempfile.mkdtemp(prefix=".unpacking-", dir=os.path.dirname(home))
    except OSError:
        return False
    try:
        extract(folder)
        os.rename(folder, home)
    except OSError:
        # The disk is full, or somebody else was first.
        import shutil

        shutil.rmtree(folder, ignore_errors=True)
    return os.path.isdir(home)


def extract(folder):
    """Unpack what the archive holds below `site` into a folder."""
    import zipfile

    with zipfile.ZipFile(os.path.dirname(os.path.abspath(__file__))) as archive:
        for member in archive.infolist():
            if member.filename.startswith("site/"):
                member.filename = member.filename[len("site/") :]
                if member.filename:
                    archive.extract(member, folder)
