"""The partners of a comparison: each from a file of its own."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from integration_cli.advisor import Advisor
from integration_cli.cli.situation import read_situation
from integration_cli.comparison import Partner
from integration_cli.errors import AdvisorError

MOST_PARTNERS = 12
"""Partners that one table holds at 80 columns: each is a letter there."""


def read_partners(files: Sequence[Path], advisor: Advisor) -> list[Partner]:
    """Return the partners whose files these are, named after them. Raises AdvisorError."""
    _check_number(files)
    partners = [partner_of(name, file, advisor) for name, file in zip(names_of(files), files, strict=True)]
    for one, other in combinations(files, 2):
        if one.samefile(other):
            raise AdvisorError(f"{one} and {other} are the same file: give each partner a file of its own")
    return partners


def partner_of(name: str, file: Path, advisor: Advisor) -> Partner:
    """A partner with the barriers that its file speaks of, each with strength and reasons; a checklist of ours gives
    those that it answers, without. Raises AdvisorError."""
    from integration_cli.cli.plans import is_plan, read_file
    from integration_cli.comparing.compare import MOST_FINDINGS, described

    if file.is_file() and is_plan(data := read_file(file)):
        from integration_cli.planning.reading.plan_file import read_plan

        known = [advisor.knowledge.get_barrier(id_).id for id_ in read_plan(data, str(file)).record.barriers]
        return Partner(name, dict.fromkeys(known), file=str(file))
    return described(name, advisor.diagnose(read_situation(None, file), MOST_FINDINGS), str(file))


def names_of(files: Sequence[Path]) -> list[str]:
    """A name for each file: its stem, or where another has that too, as much of its path as tells them apart."""
    possible = [_possible_names(file) for file in files]
    used = Counter(name for names in possible for name in set(names))
    return [next((name for name in names if used[name] == 1), names[-1]) for names in possible]


def _possible_names(file: Path) -> list[str]:
    parts = file.absolute().parts
    return [file.stem, *("/".join(parts[-count:]) for count in range(1, len(parts) + 1))]


def _check_number(files: Sequence[Path]) -> None:
    if any(str(file) == "-" for file in files):
        raise AdvisorError("compare reads files, not standard input: give each partner a file of its own")
    if len(files) < 2:
        raise AdvisorError("there is nothing to compare one file with: give a file for each partner")
    if len(files) > MOST_PARTNERS:
        raise AdvisorError(f"compare takes at most {MOST_PARTNERS} files: leave some out")
