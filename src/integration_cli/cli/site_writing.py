"""The site on disk: into an empty folder, one that it made before, or one file."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from integration_cli.advisor import Advisor
from integration_cli.cli.console import say
from integration_cli.cli.new_files import write_new
from integration_cli.errors import AdvisorError
from integration_cli.publishing.site import NAMES, Material
from integration_cli.storage import write_atomically

MARK = "made-by-advisor.txt"
"""The file by which a folder is known again as one that the command made; it names the pages."""

MARKED = "These pages were made by 'advisor site'. It writes over them when it is run again, and removes what is old."
PAGE = re.compile(r"([a-z]+/)?[a-z0-9-]+\.html")


def one_target(folder: Path | None, single: Path | None) -> None:
    """Raises AdvisorError unless either a folder or a file is named."""
    if (folder is None) == (single is None):
        raise AdvisorError(
            "name either a folder for the pages (advisor site DIR) or one file for all (--single FILE.html)"
        )


def write_folder(advisor: Advisor, folder: Path, force: bool) -> None:
    """Write the site's pages into a folder. Raises AdvisorError."""
    from integration_cli.publishing.site import folder as pages

    _check_folder(folder, force)
    before = _pages_made(folder)
    written: list[str] = []
    try:
        for name, content in pages(_material(advisor)):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            if not written:
                _mark(folder, before)
            write_atomically(folder / name, content.encode("utf-8"))
            written.append(name)
        for name in before - set(written):
            (folder / name).unlink(missing_ok=True)
        _mark(folder, written)
    except KeyboardInterrupt:
        say(_unfinished(folder, before, written))
        raise
    except OSError as error:
        said = [f"cannot write into {folder}: {error.strerror or error}", _unfinished(folder, before, written)]
        raise AdvisorError("\n".join(filter(None, said))) from error
    say(f"wrote {len(written)} pages into {folder}\nnext: open {folder / 'index.html'} in a browser")


def _unfinished(folder: Path, before: set[str], written: Sequence[str]) -> str:
    """What to say of a folder in which the writing stopped; the mark then names all pages that may be in it."""
    if not written:
        return ""
    with suppress(OSError):
        _mark(folder, before | set(written))
    return f"{folder} is unfinished, with {len(written)} new pages: run the command again, or delete the folder"


def _pages_made(folder: Path) -> set[str]:
    """The pages that the command made here before: an entry that is gone must not stay."""
    try:
        lines = (folder / MARK).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return set()
    return {line for line in lines if PAGE.fullmatch(line)}


def _mark(folder: Path, pages: Iterable[str]) -> None:
    write_atomically(folder / MARK, "\n".join([MARKED, "", *sorted(pages), ""]).encode("utf-8"))


def write_single(advisor: Advisor, target: Path, force: bool) -> None:
    """Write the site as one file. Raises AdvisorError."""
    from integration_cli.publishing.site import single

    content = single(_material(advisor))
    write_new(target, content, force)
    size = len(content.encode("utf-8")) / 1_000_000
    say(f"wrote {target}: one page, {size:.1f} MB\nnext: open {target} in a browser")


def _check_folder(folder: Path, force: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise AdvisorError(f"{folder} is not a folder: choose another name")
    if force or not folder.is_dir() or (folder / MARK).is_file():
        return
    if any(folder.iterdir()):
        raise AdvisorError(f"{folder} holds other files: choose an empty folder, or --force to write among them")


def _material(advisor: Advisor) -> Material:
    """What the rooms know, put together."""
    from integration_cli.browsing.contents import contents
    from integration_cli.matching.portable import pack
    from integration_cli.planning.choose import STANDING_WEIGHT, link_weight
    from integration_cli.publishing.search import LinkWeights

    knowledge = advisor.knowledge
    noted = [*knowledge.barriers, *knowledge.solutions, *knowledge.risks]
    return Material(
        knowledge,
        {kind: contents(knowledge, kind) for kind in NAMES if kind != "category"},
        {id_: advisor.notices([id_]) for id_ in noted},
        LinkWeights(link_weight, STANDING_WEIGHT),
        pack(advisor.index, knowledge),
    )
