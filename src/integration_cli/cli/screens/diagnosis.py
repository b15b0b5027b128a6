"""The picture of a diagnosis."""

from collections.abc import Iterator

from integration_cli.answer import Answer, Choice, honest_gap
from integration_cli.cli.inert import inert
from integration_cli.cli.pictures import Hanging, Part, Picture, Text
from integration_cli.cli.screens.parts import LOCAL, heading, indented, labelled, notice, places, text
from integration_cli.diagnosis import Finding, phrases
from integration_cli.model import Evidence, Knowledge

SHORT_CHOICES = 3
SHORT_NOTICES = 1
SHORT_FINDINGS = 2
"""What one screen has room for; --full shows all."""

BAR = 5
"""Cells of the bar that shows a finding's strength."""

STYLES = {"strong": "bold green", "likely": "green", "possible": "dim"}


def render_answer(answer: Answer, full: bool) -> Picture:
    """An answer as one screen, or whole."""
    return _found(answer, full) if answer.diagnosis.findings else _nothing(answer)


def _found(answer: Answer, full: bool) -> Iterator[Part]:
    yield from _findings(answer, full)
    yield from _choices(answer, full)
    yield from _notices(answer, full)
    yield from _uncovered(answer, full)
    yield from _question(answer)
    yield from _next(answer)


def _findings(answer: Answer, full: bool) -> Iterator[Part]:
    for category, group in _grouped(answer):
        yield heading(answer.knowledge.categories[category].title)
        for finding, detailed in group:
            yield from _finding(finding, answer, full, detailed)
    yield text("")


def _grouped(answer: Answer) -> list[tuple[str, list[tuple[Finding, bool]]]]:
    """Findings by category, both in the order of the best finding; a detail follows its main barrier.

    The flag says whether a finding is among the first, which are told with their reasons.
    """
    findings = answer.diagnosis.findings
    groups: dict[str, dict[str, list[tuple[Finding, bool]]]] = {}
    for rank, finding in enumerate(findings):
        category = answer.knowledge.barriers[finding.barrier].category
        main = finding.part_of or finding.barrier
        members = groups.setdefault(category, {}).setdefault(main, [])
        members.insert(0 if not finding.part_of else len(members), (finding, rank < SHORT_FINDINGS))
    return [(category, [item for members in mains.values() for item in members]) for category, mains in groups.items()]


def _finding(finding: Finding, answer: Answer, full: bool, detailed: bool) -> Iterator[Part]:
    barrier = answer.knowledge.barriers[finding.barrier]
    step = 4 if finding.part_of else 2
    filled = max(1, round(finding.score * BAR))
    line = Text("█" * filled + "░" * (BAR - filled), STYLES[finding.strength])
    line.append(f" {finding.strength:<8} ", STYLES[finding.strength])
    line.append(inert(_title(finding, answer)), "bold")
    line.append(f"  {barrier.id}", "dim")
    yield Hanging(line, step, 15)
    if not (detailed or full):
        return
    yield Hanging(_why(finding, answer), step + 15, 0)
    yield Hanging(text(barrier.summary), step + 15, 0)
    if gap := honest_gap(barrier.links):
        yield Hanging(text(gap, "yellow"), step + 15, 0)
    yield from _foreign(barrier.id, answer, step + 15)


def _title(finding: Finding, answer: Answer) -> str:
    """A detail is shown below its main barrier; where that is not found itself, its title leads the way."""
    barriers = answer.knowledge.barriers
    barrier = barriers[finding.barrier]
    title = barrier.title + (LOCAL if barrier.local else "")
    if not finding.part_of:
        return title
    found = any(other.barrier == finding.part_of for other in answer.diagnosis.findings)
    return f"› {title}" if found else f"{barriers[finding.part_of].title} › {title}"


def _foreign(id_: str, answer: Answer, by: int) -> Iterator[Part]:
    if names := answer.elsewhere_only.get(id_):
        yield Hanging(text(f"Speaks of {', '.join(names)}: not in {answer.nation}.", "yellow"), by)


def _why(finding: Finding, answer: Answer) -> Text:
    line = text("you say: ", "dim")
    for reason in finding.reasons:
        for number, phrase in enumerate(phrases(reason, answer.diagnosis.situation)):
            line.append(" · " if number else "")
            line.append(inert(phrase), "bold cyan")
        mark = LOCAL if reason.local else ""
        line.append(inert(f"\nlike the {reason.field}: “{reason.met}”{mark}"), "dim")
    return line


def _choices(answer: Answer, full: bool) -> Iterator[Part]:
    shown = answer.choices if full else answer.choices[:SHORT_CHOICES]
    if not shown:
        return
    yield heading("What the documents propose")
    for number, choice in enumerate(shown, 1):
        yield from _choice(number, choice, answer, full)
    if left := len(answer.choices) - len(shown):
        yield indented(text(f"… and {left} more with --full", "dim"))
    yield text("")


def _choice(number: int, choice: Choice, answer: Answer, full: bool) -> Iterator[Part]:
    solution = choice.solution
    line = text(f"{number}. {solution.title}{LOCAL if solution.local else ''}", "bold")
    basis = "" if choice.documented else ", our inference for this barrier"
    line.append(f"  ({solution.standing}{basis})", "magenta")
    line.append(f"  {solution.id}", "dim")
    yield Hanging(line, 2, 3)
    yield Hanging(labelled("who", solution.who), 5)
    for action in solution.actions if full else solution.actions[:2]:
        ours = " (our inference)" if action.basis == "inferred" else ""
        yield Hanging(text(f"- {action.text}{ours}"), 5)
    if full and len(choice.barriers) > 1:
        titles = "; ".join(answer.knowledge.barriers[id_].title for id_ in choice.barriers)
        yield Hanging(labelled("answers", titles), 5)
    if solution.evidence:
        shown = places(solution.evidence, answer.knowledge) if full else _short_place(solution.evidence[0])
        yield Hanging(labelled("source", shown), 5)
    yield from _foreign(solution.id, answer, 5)


def _short_place(evidence: Evidence) -> str:
    return f"{evidence.source}, {'opening' if evidence.section == 'lead' else f'“{evidence.section}”'}"


def _notices(answer: Answer, full: bool) -> Iterator[Part]:
    shown = answer.notices if full else answer.notices[:SHORT_NOTICES]
    if not shown:
        return
    yield heading("What has changed since the documents were written (2015-16)")
    for item in shown:
        yield Hanging(notice(item))
    if left := len(answer.notices) - len(shown):
        yield indented(text(f"… and {left} more with --full", "dim"))
    yield text("")


def _uncovered(answer: Answer, full: bool) -> Iterator[Part]:
    left = answer.diagnosis.uncovered
    if not left:
        return
    yield heading("Not explained by any finding")
    for segment in left if full else left[:3]:
        yield Hanging(text(f"“{_shortened(segment.text)}”", "dim"))
    if not full and len(left) > 3:
        yield indented(text(f"… and {len(left) - 3} more with --full", "dim"))
    yield text("")


def _question(answer: Answer) -> Iterator[Part]:
    if answer.question is None:
        return
    yield heading("One question would make it surer (--ask asks it)")
    yield Hanging(text(f"- {answer.question.if_one}"))
    yield Hanging(text(f"- or {answer.question.if_other}"))
    yield text("")


def _next(answer: Answer) -> Iterator[Part]:
    best = answer.diagnosis.findings[0].barrier
    yield labelled("more", f"the same with --full, or advisor show {best}", "bold")
    yield labelled("a plan", f"advisor checklist --barrier {best} -o plan.md", "bold")


def _nothing(answer: Answer) -> Iterator[Part]:
    yield heading("Nothing here matches.")
    yield text(_WHY_NOT[answer.diagnosis.why_not])
    if names := _category_names(answer.diagnosis.nearest, answer.knowledge):
        yield labelled("nearest families of barriers", names)
    yield text("")
    yield labelled("next", "say who cannot do what with whom, and what happens then; or see 'advisor list'")


_WHY_NOT = {
    "empty": "There are no words to go by.",
    "elsewhere": "The text does not seem to be about health and care bodies working together.",
    "weak": "No barrier fits well enough to be named.",
    "filtered": "No barrier of the chosen categories fits well enough to be named.",
}


def _category_names(ids: tuple[str, ...], knowledge: Knowledge) -> str:
    return "; ".join(f"{knowledge.categories[id_].title} ({id_})" for id_ in ids)


def _shortened(content: str, most: int = 110) -> str:
    flat = " ".join(content.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"
