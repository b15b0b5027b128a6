"""Plans as they were: an earlier copy of one, or a revision in the git repository that holds them."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from integration_cli.cli.plans import read_file
from integration_cli.errors import AdvisorError

Before = Mapping[str, tuple[str, bytes | None]]
"""By plan the day (ISO) and the bytes of its earlier version, None where there was none yet."""

_ALONE = {"LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
"""Git fetches nothing, asks nothing, and speaks English."""


def read_before(plans: Sequence[Path], since: str | None) -> Before | None:
    """The plans as they were in the file, or at the git revision, of this name; None where none is asked for.

    A copy has the day on which it was saved, a revision that of its commit. Raises AdvisorError.
    """
    if since is None:
        return None
    # Not asked of the path: a name that no file can have is an error there, and may still be a revision.
    if not os.path.isfile(since):
        return {str(plan): _at_revision(plan, since) for plan in plans}
    if len(plans) > 1:
        raise AdvisorError(f"{since} is an earlier copy of one plan: give that plan alone, or a git revision for all")
    saved = date.fromtimestamp(Path(since).stat().st_mtime).isoformat()
    return {str(plans[0]): (saved, read_file(Path(since)))}


def _at_revision(plan: Path, revision: str) -> tuple[str, bytes | None]:
    day = _git(plan, revision, "log", "-1", "--format=%cs", "--end-of-options", revision, "--").decode().strip()
    there = _git(plan, revision, "ls-tree", "--end-of-options", revision, f"./{plan.name}")
    return day, _git(plan, revision, "show", "--no-textconv", f"{revision}:./{plan.name}") if there else None


def _git(plan: Path, revision: str, *command: str) -> bytes:
    import subprocess

    try:
        done = subprocess.run(
            ["git", "-C", str(plan.parent), *command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env={**os.environ, **_ALONE},
        )
    except (OSError, ValueError) as error:
        raise AdvisorError(
            f"there is no file called '{revision}', and git, which would know a revision, did not start: {error}\n"
            "Give an earlier copy of the plan, or install git"
        ) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise AdvisorError(
            f"there is no file called '{revision}', and git does not know it as a revision of {plan}\n"
            f"git says: {said[0] if said else f'error {done.returncode}'}\n"
            "Give an earlier copy of the plan, or a revision such as HEAD~1, a tag or a branch"
        )
    return done.stdout
