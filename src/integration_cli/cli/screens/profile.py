"""The picture of a profile: bars by category, then the weakest barriers with what to do about them."""

import shlex
from collections.abc import Iterator, Mapping, Sequence

from integration_cli.answer import Choice
from integration_cli.assessment import MOST
from integration_cli.cli.pictures import Hanging, Part, Picture, Text
from integration_cli.cli.screens.parts import LOCAL, beside, heading, indented, labelled, text
from integration_cli.dates import in_words
from integration_cli.readiness import Profile, Rated, Tally

BAR = 12
"""Cells of a bar; full is a mean of 4."""

STYLES = ((1.0, "red"), (2.5, "yellow"), (MOST + 1.0, "green"))
"""Colours by the mean up to which they go."""


def render_profile(profile: Profile, choices: Mapping[str, Sequence[Choice]], most: int, file: str) -> Picture:
    """A profile with its `most` weakest barriers; `file` is where the answers stand."""
    dated = f", {in_words(profile.on)}" if profile.on else ""
    yield heading(f"How ready: {profile.whose}{dated}")
    yield text(_in_all(profile.tally))
    if profile.tally.rated:
        yield text("")
        yield from _bars(profile)
        yield text("Bars: mean from 0 (stands in full) to 4 (well in hand). ? counts do not knows.", "dim")
        yield text("")
        yield from _weakest(profile, choices, most)
    yield from _unknown(profile)
    yield from _next(profile, file)


def _in_all(tally: Tally) -> str:
    if not tally.rated:
        return f"Nothing is rated yet, of {tally.asked} statements{_rest(tally)}."
    return f"{tally.rated} of {tally.asked} statements rated, mean {tally.mean:.1f} of {MOST}{_rest(tally)}."


def _counts(tally: Tally) -> str:
    counts = ((tally.rated, "rated"), (tally.unknown, "?"), (tally.open, "open"))
    return ", ".join(f"{count} {what}" for count, what in counts if count)


def _rest(tally: Tally) -> str:
    counts = ((tally.unknown, "do not know"), (tally.open, "open"))
    return "".join(f"; {count} {what}" for count, what in counts if count)


def _bars(profile: Profile) -> Iterator[Part]:
    for one in profile.categories:
        mean = "–" if one.tally.mean is None else f"{one.tally.mean:.1f}"
        title = text(one.category.title + (LOCAL if one.category.local else ""))
        marks = _bar(one.tally.mean).append(f" {mean:>3}  ", "bold")
        yield beside(marks, title.append(f"  {_counts(one.tally)}", "dim"), by=0)


def _bar(mean: float | None) -> Text:
    if mean is None:
        return text("·" * BAR, "dim")
    filled = round(mean / MOST * BAR)
    style = next(style for most, style in STYLES if mean < most)
    return Text("█" * filled + "░" * (BAR - filled), style)


def _weakest(profile: Profile, choices: Mapping[str, Sequence[Choice]], most: int) -> Iterator[Part]:
    if not profile.weakest:
        yield text("No barrier is rated 2 or lower.", "green")
        yield text("")
        return
    yield heading("Weakest first")
    for one in profile.weakest[:most]:
        yield from _weak(one, choices.get(one.barrier.id, ()))
    if len(profile.weakest) > most:
        more = f"… and {len(profile.weakest) - most} more rated 2 or lower; --weakest N shows more"
        yield indented(text(more, "dim"))
    yield text("")


def _weak(one: Rated, choices: Sequence[Choice]) -> Iterator[Part]:
    barrier = one.barrier
    line = text(f"{one.rating.score}  {barrier.title}{LOCAL if barrier.local else ''}", "bold")
    line.append(f"  {barrier.id}", "dim")
    yield Hanging(line, 2, 3)
    yield Hanging(text(f"“{one.rating.statement or barrier.question}”", "dim"), 5, 0)
    if one.rating.comment:
        yield Hanging(labelled("you say", one.rating.comment), 5, 2)
    for choice in choices:
        solution = choice.solution
        basis = "" if choice.documented else ", our inference for this barrier"
        proposed = text(f"- {solution.title}{LOCAL if solution.local else ''}")
        proposed.append(f"  ({solution.standing}{basis})", "magenta")
        yield Hanging(proposed, 5)
    if not choices:
        yield Hanging(text("No document proposes anything against this barrier.", "yellow"), 5)
    yield Hanging(labelled("a plan", f"advisor checklist --barrier {barrier.id} -o plan.md"), 5)


def _unknown(profile: Profile) -> Iterator[Part]:
    if not profile.unknown:
        return
    yield heading("Nobody knows: find out first")
    for one in profile.unknown:
        line = text(f"?  {one.barrier.title}")
        line.append(f"  {one.barrier.id}", "dim")
        yield Hanging(line, 2, 3)
        if one.rating.comment:
            yield Hanging(labelled("you say", one.rating.comment), 5, 2)
    yield text("")


def _next(profile: Profile, file: str) -> Iterator[Part]:
    named = shlex.quote(file) if file and file != "-" else "FILE"
    if profile.tally.open:
        kept = " -o ours.yaml" if file.lower().endswith(".xlsx") else ""
        yield labelled("go on", f"advisor assess {named}{kept}", "bold")
    if profile.weakest:
        yield labelled("a plan", f"advisor assess {named} --result --checklist plan.md", "bold")
    elif not profile.tally.open:
        yield labelled("next", f"advisor assess --compare {named} PARTNER.yaml", "bold")
