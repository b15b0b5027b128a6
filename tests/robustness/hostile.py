"""Everything that people can write, with a payload wherever they can write it."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from integration_cli import Advisor
from integration_cli.assessment import Assessment, Rating
from integration_cli.model import Knowledge
from integration_cli.survey import Reply, Survey
from integration_cli.upkeep import Progress
from tests import small
from tests.filled import filled
from tests.robustness.payloads import EVERYTHING, PAYLOADS

MADE, TODAY, DUE = "2026-05-04", "2026-11-22", "1 December 2026"
HOSTILE = {**PAYLOADS, "all of them": EVERYTHING, "each on a line": "\n".join(PAYLOADS.values())}
"""What every sink is held against."""

SIGN = "The zebra keeper waits for the flamingo."
"""What a reply says that is counted."""


def knowledge(text: str) -> Knowledge:
    """A barrier, a solution and a risk with this text wherever a plan, a register or a page repeats one."""
    action = small.action("step", text=text)
    page = small.update("update").page._replace(url=f"javascript:{text}", says=text)
    return small.knowledge(
        small.barrier(
            "barrier", [("solution", "inferred")], signs=(SIGN, f"{SIGN} {text}"),
            **dict.fromkeys(("title", "summary", "question", "notes"), text),
        ),
        small.solution(
            "solution", title=text, summary=text, who=text, actions=(action,),
            measure=small.Measure(text, "document"),
        ),
        small.update("update", term=text, note=text, successor=text, affects=("barrier",), page=page),
        small.risk("risk", ("barrier",), ("solution",), text=text, carried_by=text),
        small.category("money", title=text, summary=text),
        small.source("report", title=text, publisher=text, date=text, author=text),
    )  # fmt: skip


def plan(advisor: Advisor, text: str) -> str:
    """A checklist with this text in its situation, in every field, and in a step of somebody's own."""
    made = advisor.checklist(advisor.plan(["barrier"], f"x {text}"), MADE)
    flat = " ".join(text.splitlines())
    made = filled(made, "solution/step", owner=f"x {flat}", due=DUE, measure=flat, notes=flat)
    own = f"- [ ] {flat} (@{flat}, due {DUE})\n  - Owner: {flat}\n  - Due: {DUE}\n  - Notes: {flat}\n\n"
    return made.replace("- [ ] <!--", f"{own}- [ ] <!--", 1)


def progress(text: str, until: str = "") -> Progress:
    """How far such a checklist has come; its file is called so, too."""
    advisor = Advisor(knowledge(text))
    return advisor.progress({f"{text}.md": plan(advisor, text).encode()}, TODAY, until=until)


def survey(text: str) -> Survey:
    """A survey in which replies, groups and the column of the groups hold this text."""
    replies = [Reply(2, f"{SIGN} {text}", f"g {text}"), Reply(3, text, text), Reply(4, "", text, fault=f"has {text}")]
    return Advisor(knowledge(text)).survey(replies, by=text)


def assessment(text: str, score: int | None = 1) -> Assessment:
    """An assessment of an organisation that is called so, and gives this for a reason."""
    return Assessment({"barrier": Rating("barrier", score, score is None, text, text)}, text, text, text)


def replies(texts: Iterator[str] | list[str]) -> str:
    """A survey as CSV, in which a team and what it says are hostile alike."""
    stream = io.StringIO()
    csv.writer(stream).writerows([["team", "comment"], *([text, f"nobody signs it off {text}"] for text in texts)])
    return stream.getvalue()


def everywhere(value: Any, text: str) -> Any:
    """Data with this text behind every text in it."""
    if isinstance(value, dict):
        return {key: everywhere(inside, text) for key, inside in value.items()}
    if isinstance(value, list):
        return [everywhere(inside, text) for inside in value]
    return f"{value} {text}" if isinstance(value, str) else value


def printed(data: Any) -> str:
    """Data as a command prints it."""
    return json.dumps({"schema_version": 1, **data})
