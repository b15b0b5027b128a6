"""The pictures of the scale, and of a statement to rate."""

from integration_cli.assessment import SCALE, Rating
from integration_cli.cli.pictures import Hanging, Part, Picture
from integration_cli.cli.screens.parts import heading, labelled, text
from integration_cli.model import Barrier


def render_scale(file: str) -> Picture:
    """What the ratings mean, and what else can be typed."""
    return [
        heading("How true is each statement here today?"),
        *(Hanging(text(f"{score}  {meaning}"), 2, 3) for score, meaning in SCALE.items()),
        Hanging(text("?  do not know: it is counted and shown, never scored"), 2, 3),
        text("Say why behind it if you like: 2 the host is named, who signs is not"),
        text("s skips, b goes back, q stops, h shows this again."),
        text(f"Every answer is kept at once in {file}.", "dim"),
    ]


def render_question(barrier: Barrier, now: Rating, category: str, number: int, of: int) -> Picture:
    """A statement, with what is said of it already."""
    head = text(f"\n{number} of {of}  ", "dim")
    head.append(text(category, "dim"))
    parts: list[Part] = [head, Hanging(text(barrier.question, "bold"), 0, 0)]
    if now.answered or now.comment:
        parts.append(labelled("so far", f"{now.mark}  {now.comment}".strip()))
        if now.answered:
            parts.append(text("Enter keeps it; a reason stays until you type another.", "dim"))
    return parts
