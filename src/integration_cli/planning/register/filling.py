"""The lines below each risk brought up to date: what the advisor says, the partners, and the ratings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from integration_cli.dates import in_words
from integration_cli.planning.markdown import escaped, trace
from integration_cli.planning.merging.edits import Edits
from integration_cli.planning.merging.lines import below
from integration_cli.planning.reading.plan_file import PlanFile
from integration_cli.planning.reading.step import Step
from integration_cli.planning.register.below import Line, is_appetite, labels_for, lines_below
from integration_cli.planning.register.document import blank, line_key
from integration_cli.planning.register.labels import SCALES, appetite, filled_in
from integration_cli.planning.register.numbers import is_ours, rating_text, read_number, read_score
from integration_cli.register import Remark, Score
from integration_cli.upkeep import Change


class Filling(NamedTuple):
    """What the lines below risks are brought up to: the traces of what was written (by key), what is to be said of
    each risk of ours (by id, then by label), the partners then and now, and the day (ISO)."""

    base: Mapping[str, str]
    said: Mapping[str, Mapping[str, str]]
    before: Sequence[str]
    partners: Sequence[str]
    today: str


def fill(plan: PlanFile, work: Filling) -> tuple[bytes, list[Change]]:
    """The bytes of a register with the lines below its risks up to date, and what was done."""
    edits = Edits(plan.text)
    changes: list[Change] = []
    for box in plan.boxes:
        lines = lines_of(box.step, (*work.before, *work.partners))
        if said := work.said.get(box.step.id):
            for label, now in said.items():
                changes += _say(plan, box.step, lines, label, now, work, edits)
            _ask_partners(plan, lines, work, edits)
        changes += _rate(plan, box.step, lines, edits)
    return plan.text.to_bytes(edits.applied()), changes


def lines_of(step: Step, partners: Sequence[str]) -> list[Line]:
    """The lines below a risk, with labels for these partners."""
    return lines_below(step.node, labels_for(tuple(dict.fromkeys(partners))))


def scores_of(lines: Sequence[Line]) -> list[Score | None]:
    """The scores that the numbers below a risk give: now, and the one aimed at."""
    return [read_score(_value(lines, scale.likelihood), _value(lines, scale.impact)) for scale in SCALES]


def remarks(plan: PlanFile) -> list[Remark]:
    """What must be mended by hand: numbers that cannot be read, ratings that somebody typed over."""
    found = []
    for box in plan.boxes:
        lines = lines_of(box.step, plan.record.partners)
        for scale, score in zip(SCALES, scores_of(lines), strict=True):
            for line in lines:
                if line.label in (scale.likelihood, scale.impact) and line.value and not read_number(line.value):
                    found.append(
                        Remark(line.start + 1, f"'{line.value}' is no number from 1 to 5, and is left as it is")
                    )
                if line.label == scale.rating and score and not is_ours(line.value):
                    found.append(
                        Remark(line.start + 1, f"'{line.value}' is kept; the numbers give {rating_text(score)}")
                    )
    return found


def _say(
    plan: PlanFile, step: Step, lines: Sequence[Line], label: str, now: str, work: Filling, edits: Edits
) -> list[Change]:
    """Bring one line up to what is to be said: in place where nobody changed it, else below."""
    line = next((line for line in lines if line.label == label), None)
    known, fresh = work.base.get(line_key(step.id, label)), trace("line", escaped(now))
    if line is None or known in (None, fresh) or trace("line", line.value) == fresh:
        return []
    if trace("line", line.value) == known:
        _set(plan, line, escaped(now), edits)
        return [Change("reworded", f"r:{step.id}", f"{label}: {now}")]
    by = below(plan.text.lines[step.node.start])
    said = f"{by}Reworded on {in_words(work.today)}; “{label}” now says: {escaped(now)}"
    edits.attach(step.node.end, said)
    return [Change("proposed", f"r:{step.id}", f"{label}: {now}")]


def _ask_partners(plan: PlanFile, lines: Sequence[Line], work: Filling, edits: Edits) -> None:
    """Add a line for each new partner, and take out the empty ones of partners that left."""
    wanted = {appetite(partner): partner for partner in work.partners}
    there = {line.label for line in lines}
    for line in lines:
        if is_appetite(line.label) and line.label not in wanted and not line.value:
            edits.remove(line.start, line.end)
    missing = [label for label, partner in wanted.items() if label not in there and partner not in work.before]
    order = filled_in(())
    after = next((line for line in lines if line.label in order), None)
    if missing and after:
        by = plan.text.lines[after.start][: _indent_width(plan.text.lines[after.start])]
        edits.insert(after.start, "box", [f"{by}- {blank(label)}" for label in missing], "box")


def _indent_width(line: str) -> int:
    return len(line) - len(line.lstrip(" \t\u00a0>"))


def _rate(plan: PlanFile, step: Step, lines: Sequence[Line], edits: Edits) -> Iterator[Change]:
    """Write down what the numbers give, unless somebody typed a rating over it."""
    for scale, score in zip(SCALES, scores_of(lines), strict=True):
        for line in lines:
            if line.label == scale.rating and is_ours(line.value) and line.value != rating_text(score):
                _set(plan, line, rating_text(score), edits)
                yield Change("rated", f"r:{step.id}", f"{line.label} {rating_text(score)}: {step.text}")


def _set(plan: PlanFile, line: Line, value: str, edits: Edits) -> None:
    """Put a value behind the label of a line, which stays as somebody may have written it."""
    first = plan.text.lines[line.start]
    colon = min(at for at in (first.find(":"), first.find("：")) if at >= 0)
    edits.replace(line.start, line.end, [f"{first[: colon + 1]} {value}"])


def _value(lines: Sequence[Line], label: str) -> str:
    return next((line.value for line in lines if line.label == label), "")
