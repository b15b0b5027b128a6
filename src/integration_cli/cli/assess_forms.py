"""Forms of the self-assessment as files: read, made, and changed only where somebody answers."""

import codecs
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import typer

from integration_cli.advisor import Advisor
from integration_cli.assessment import Assessment, Form, Rating
from integration_cli.cli.checklists import one_result
from integration_cli.cli.clock import today
from integration_cli.cli.console import say, show_text
from integration_cli.cli.new_files import write_new
from integration_cli.cli.situation import LARGEST, read_situation
from integration_cli.cli.view import known_categories
from integration_cli.errors import AdvisorError, FaultyForm
from integration_cli.model import Barrier
from integration_cli.storage import held, write_atomically

YAML = (".yaml", ".yml")


class FormsAsked(NamedTuple):
    """What the options of the command ask for."""

    files: Sequence[Path]
    output: Path | None
    by: str
    category: list[str] | None
    barriers: Sequence[str] | None
    situation: str | None
    again: bool
    quiet: bool

    @property
    def chooses(self) -> bool:
        """Whether the options choose among the questions."""
        return bool(self.category or self.barriers or self.situation is not None)


def one_purpose(
    files: Sequence[Path],
    output: Path | None,
    blank: Path | None,
    compare: bool,
    since: Path | None,
    json: bool,
    checklist: Path | None,
) -> None:
    """Raises AdvisorError where options do not go together."""
    one_result(json, checklist)
    purposes = {"--compare": compare, "--since": since is not None, "--blank": blank is not None}
    wanted = [name for name, given in purposes.items() if given]
    if len(wanted) > 1:
        raise AdvisorError(f"ask for one thing at a time, not for {' and '.join(wanted)}")
    if wanted and (output or checklist):
        raise AdvisorError(f"{wanted[0]} does not go with {'-o' if output else '--checklist'}: leave one of them out")
    if compare and len(files) < 2:
        raise AdvisorError("--compare needs two files or more: advisor assess --compare council.yaml icb.yaml")
    if not compare and len(files) > 1:
        raise AdvisorError("one file at a time, or several with --compare")
    if since is not None and not files:
        raise AdvisorError("--since needs the later file, too: advisor assess now.yaml --since earlier.yaml")
    if blank is not None and json:
        raise AdvisorError("--blank writes a form and shows nothing: leave out --json")


def read_files(advisor: Advisor, files: Sequence[Path]) -> list[tuple[Form, Assessment]]:
    """Understand filled-in forms. Raises FaultyForm with all their defects, AdvisorError where one cannot be read."""
    named_once(files)
    return advisor.read_forms([(str(file), bytes_of(file)) for file in files])


def named_once(files: Sequence[Path]) -> None:
    """Raises AdvisorError where a file is named twice."""
    resolved = [file.resolve() for file in files]
    if twice := [file for file, path in zip(files, resolved, strict=True) if resolved.count(path) > 1]:
        raise AdvisorError(f"{twice[0]} is named twice: name each file once")


def bytes_of(file: Path) -> bytes:
    """The contents of a form, or of standard input for -. Raises AdvisorError."""
    if str(file) == "-":
        return sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b""
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise AdvisorError(f"there is no file {file}; to begin one: advisor assess -o ours.yaml") from None
    except OSError as error:
        raise AdvisorError(f"cannot read {file}: {error.strerror or error}") from error
    if len(data) > LARGEST:
        raise AdvisorError(f"{file} is larger than {LARGEST // 1_000_000} MB: it is no form")
    return data


def chosen_questions(advisor: Advisor, wanted: FormsAsked) -> list[Barrier]:
    """The barriers that the options choose; all main ones where they choose none. Exits where nothing matches."""
    categories = known_categories(wanted.category, advisor.knowledge)
    ids = list(wanted.barriers or ())
    if wanted.situation is not None:
        found = [finding.barrier for finding in advisor.diagnose(wanted.situation, categories=categories).findings]
        if not found:
            say("Nothing here matches, so there is nothing to ask; 'advisor diagnose' says why.")
            raise typer.Exit(1)
        ids += found
    questions = advisor.questions(ids, categories)
    if not questions:
        raise AdvisorError("no barrier is both named and in these categories: leave out --category or --barrier")
    return questions


def situation_of(text: str | None, file: Path | None) -> str | None:
    """The problem of which the barriers are chosen; None where none is given. Raises AdvisorError."""
    return None if text is None and file is None else read_situation(text, file)


def narrowed(advisor: Advisor, wanted: FormsAsked, one: Assessment) -> Assessment:
    """An assessment kept to the barriers that the options choose; whole where they choose none."""
    if not wanted.chooses:
        return one
    ids = {barrier.id for barrier in chosen_questions(advisor, wanted)}
    return one._replace(ratings={id_: rating for id_, rating in one.ratings.items() if id_ in ids})


def write_blank(advisor: Advisor, wanted: FormsAsked, target: Path, force: bool) -> None:
    """Write a form to fill in elsewhere, with what a file already holds filled in. Raises AdvisorError."""
    known = read_files(advisor, wanted.files)[0][1] if wanted.files else Assessment({})
    questions = advisor.questions(list(known.ratings)) if known.ratings and not wanted.chooses else None
    questions = questions or chosen_questions(advisor, wanted)
    known = known._replace(by=wanted.by or known.by)
    suffix = target.suffix.lower()
    if str(target) != "-" and suffix not in (*YAML, ".xlsx"):
        raise AdvisorError(f"a form ends in .yaml or .xlsx, not as {target.name}: choose another name")
    if suffix == ".xlsx":
        from integration_cli.export.form_xlsx import to_xlsx

        write_new(target, to_xlsx(questions, advisor.knowledge, known), force)
    elif str(target) == "-":
        show_text(new_form(advisor, questions, known))
        return
    else:
        write_new(target, new_form(advisor, questions, known), force)
    statements = "1 statement" if len(questions) == 1 else f"{len(questions)} statements"
    say(f"wrote {target}: {statements} to rate; read it back with: advisor assess {target}")


def new_form(advisor: Advisor, questions: Sequence[Barrier], known: Assessment) -> str:
    """The text of a new form, with what is known filled in."""
    from integration_cli.export.form_yaml import to_yaml

    return to_yaml(questions, advisor.knowledge, known._replace(on=known.on or today()))


def keep_rating(advisor: Advisor, file: Path, rating: Rating) -> None:
    """Write one rating into a form that may have been changed meanwhile; all else in it stays as it is.

    Raises FaultyForm, or AdvisorError where the file cannot be written: it is then as it was.
    """
    from integration_cli.export.form_yaml import with_rating

    with _alone_with(file):
        data = bytes_of(file)
        form, before = advisor.read_forms([(str(file), data)])[0]
        barrier = advisor.knowledge.barriers[rating.barrier]
        old = before.ratings.get(barrier.id, Rating(barrier.id))
        expected = old._replace(score=rating.score, unknown=rating.unknown, comment=rating.comment or old.comment)
        text = with_rating(data.decode("utf-8-sig"), form, rating, barrier)
        _write_changed(advisor, file, data, text, before._replace(ratings={**before.ratings, barrier.id: expected}))


def keep_owner(advisor: Advisor, file: Path, by: str) -> None:
    """Write the name of the organisation into a form without one. Raises AdvisorError where it has another."""
    from integration_cli.export.form_yaml import with_owner

    known = read_files(advisor, [file])[0][1].by
    if by and known and known != by:
        raise AdvisorError(f"{file} is the assessment of {known}, not of {by}: choose another file")
    if by and not known:
        with _alone_with(file):
            data = bytes_of(file)
            form, before = advisor.read_forms([(str(file), data)])[0]
            _write_changed(advisor, file, data, with_owner(data.decode("utf-8-sig"), form, by), before._replace(by=by))


@contextmanager
def _alone_with(file: Path) -> Iterator[None]:
    """Hold a form from before it is read until it is written: two who answer at once lose no answer.

    Raises AdvisorError where another holds it, or it may not be written.
    """
    try:
        with held(file):
            yield
    except BlockingIOError:
        raise AdvisorError(
            f"{file} is written by somebody else just now; your last answer is not in it: run the command again"
        ) from None
    except OSError as error:
        raise AdvisorError(f"cannot write {file}: {error.strerror or error}; your last answer is not in it") from error


def _write_changed(advisor: Advisor, file: Path, old: bytes, text: str, expected: Assessment) -> None:
    """Write a changed form once it reads as it should: whatever somebody's hand made of its layout, nothing is lost."""
    mark = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
    data = mark + text.encode("utf-8", "replace")
    if _meaning(advisor, file, data) != _comparable(expected):
        raise AdvisorError(f"{file} is laid out so that nothing can be added safely; it is as it was: rate it there")
    try:
        write_atomically(file, data)
    except OSError as error:
        raise AdvisorError(f"cannot write {file}: {error.strerror or error}; your last answer is not in it") from error


def _meaning(advisor: Advisor, file: Path, data: bytes) -> object:
    try:
        return _comparable(advisor.read_forms([(str(file), data)])[0][1])
    except FaultyForm:
        return None


def _comparable(one: Assessment) -> tuple[object, ...]:
    """All that somebody has said; the wording of statements apart."""
    return one.by, one.on, [(id_, rating.mark, rating.comment) for id_, rating in one.ratings.items()]
