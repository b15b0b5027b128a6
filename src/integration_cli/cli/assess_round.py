"""The statements, one after the other, asked at the terminal; every answer is kept at once."""

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from integration_cli.advisor import Advisor
from integration_cli.assessing.reply import Reply, reply
from integration_cli.assessment import Assessment, Rating
from integration_cli.cli.assess_forms import (
    YAML,
    FormsAsked,
    chosen_questions,
    keep_owner,
    keep_rating,
    narrowed,
    new_form,
    read_files,
)
from integration_cli.cli.console import say, say_picture
from integration_cli.cli.new_files import write_new
from integration_cli.errors import AdvisorError
from integration_cli.model import Barrier

DEFAULT = Path("assessment.yaml")
"""Where answers are kept by somebody who names no file."""


def ask_and_read(advisor: Advisor, wanted: FormsAsked, force: bool) -> Assessment:
    """Ask what is open, where a person is at the terminal, and return what the form then says. Raises AdvisorError."""
    source = wanted.files[0] if wanted.files else None
    can_ask = not wanted.quiet and sys.stdin is not None and sys.stdin.isatty()
    target = wanted.output or (source if source and source.suffix.lower() in YAML else None)
    if target is None and source is None:
        target = _file_to_keep(can_ask)
    if target is None or (target == source and not target.exists()):
        assert source is not None
        read = narrowed(advisor, wanted, read_files(advisor, [source])[0][1])
        return read._replace(by=wanted.by or read.by)
    if target.suffix.lower() not in YAML:
        raise AdvisorError(f"answers are kept in a .yaml file, not in {target}; --blank writes workbooks to fill in")
    _prepare(advisor, wanted, target, source if source != target else None, can_ask, force)
    if can_ask:
        _ask(advisor, wanted, target)
    return narrowed(advisor, wanted, read_files(advisor, [target])[0][1])


def _file_to_keep(can_ask: bool) -> Path:
    if not can_ask:
        raise AdvisorError(
            "nobody is at a terminal to be asked: write a form with 'advisor assess --blank form.xlsx', "
            "fill it in, and read it with 'advisor assess form.xlsx'"
        )
    typed = (_typed(f"In which file shall the answers be kept? (Enter: {DEFAULT})\n> ") or "").strip()
    if not typed:
        return DEFAULT
    return Path(typed) if Path(typed).suffix else Path(f"{typed}.yaml")


def _prepare(
    advisor: Advisor, wanted: FormsAsked, target: Path, source: Path | None, can_ask: bool, force: bool
) -> None:
    """See that the form is there: made anew, or from another one, or as it was left."""
    if target.exists() and source is None:
        keep_owner(advisor, target, wanted.by)
        return
    if source is None and not can_ask:
        raise AdvisorError(f"there is no file {target}, and nobody is at a terminal to be asked: see --blank")
    known = read_files(advisor, [source])[0][1] if source else Assessment({})
    questions = [] if known.ratings and not wanted.chooses else chosen_questions(advisor, wanted)
    write_new(target, new_form(advisor, questions, known._replace(by=wanted.by or known.by)), force)
    say(f"wrote {target}")


def _ask(advisor: Advisor, wanted: FormsAsked, target: Path) -> None:
    known = read_files(advisor, [target])[0][1]
    asked = chosen_questions(advisor, wanted) if wanted.chooses else advisor.questions(list(known.ratings))
    asked = [b for b in asked if wanted.again or not known.ratings.get(b.id, Rating(b.id)).answered]
    if not asked:
        return
    from integration_cli.cli.screens.rating import render_scale

    say_picture(render_scale(str(target)))
    go_on = f"Kept in {target}. To go on: advisor assess {shlex.quote(str(target))}"
    try:
        stopped = _round(advisor, asked, target)
    except KeyboardInterrupt:
        say(f"\n{go_on}")
        raise
    say(f"{go_on if stopped else f'Kept in {target}.'}\n")


def _round(advisor: Advisor, asked: Sequence[Barrier], target: Path) -> bool:
    """Ask one statement after the other; whether the person stopped before the end."""
    from integration_cli.cli.screens.rating import render_question, render_scale

    known = dict(read_files(advisor, [target])[0][1].ratings)
    at = 0
    while at < len(asked):
        barrier = asked[at]
        now = known.get(barrier.id, Rating(barrier.id))
        category = advisor.knowledge.categories[barrier.category].title
        say_picture(render_question(barrier, now, category, at + 1, len(asked)))
        answer = _reply(now)
        if answer is None or answer.wish == "stop":
            return True
        if answer.wish == "help":
            say_picture(render_scale(str(target)))
        elif answer.wish is None:
            given = answer.rating(barrier.id)
            known[barrier.id] = given._replace(comment=given.comment or now.comment)
            keep_rating(advisor, target, given)
        at = max(0, at + {"back": -1, "help": 0}.get(answer.wish or "", 1))
    return False


def _reply(now: Rating) -> Reply | None:
    """What the person answers; None where the input has ended. An empty line keeps what is there."""
    while (typed := _typed("> ")) is not None:
        answer = reply(typed)
        if answer is None and not typed.strip() and now.answered:
            return Reply("skip")
        if answer is not None:
            return answer
        say("Type 0 to 4, with a reason behind it if you like, or ? s b q; h explains.")
    return None


def _typed(prompt: str) -> str | None:
    sys.stderr.write(prompt)
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line if line else None
