"""The small knowledge, before and after, from which the plans in tests/data/plans were made."""

from pathlib import Path

from integration_cli import Advisor
from integration_cli.model import Knowledge
from tests import small

FOLDER = Path(__file__).parent.parent / "data" / "plans"
MADE, LATER, LATEST = "2026-05-04", "2026-11-22", "2027-02-01"
BARRIERS = ("no-joint-budget", "two-rotas")
SITUATION = "Each body pays its own part, and the team has two rotas."


def before() -> Knowledge:
    """Two barriers, three solutions, four actions."""
    return small.knowledge(
        small.category("money", title="Money"),
        small.category("people", title="People"),
        small.source("report", title="A report on working together", publisher="A publisher", date="May 2016"),
        small.barrier(
            "no-joint-budget",
            [("pooled-fund", "document"), ("open-books", "document")],
            title="No joint budget",
            summary="Each body pays for its own part of the service.",
        ),
        small.barrier(
            "two-rotas",
            [("shared-rota", "document")],
            category="people",
            title="Two rotas for one team",
            summary="Nobody can see who is on duty.",
        ),
        _solution(
            "pooled-fund",
            "Pool the money",
            _action("name-host", "Name the body that hosts the fund"),
            _action("agree-shares", "Agree what each body puts in"),
        ),
        _solution("open-books", "Open the books", _action("show-ledgers", "Show each other the ledgers")),
        _solution("shared-rota", "One rota", _action("write-rota", "Write one rota for the whole team")),
    )


def after() -> Knowledge:
    """The same two years on: an action in other words, one withdrawn and one new; a solution withdrawn, one new, and
    one that was given another id."""
    old = before()
    return small.knowledge(
        *old.categories.values(),
        *old.sources.values(),
        old.barriers["no-joint-budget"]._replace(links=old.barriers["no-joint-budget"].links[:1]),
        small.barrier(
            "two-rotas",
            [("one-rota", "document"), ("cover-pool", "document")],
            category="people",
            title="Two rotas for one team",
            summary="Nobody can see who is on duty.",
        ),
        _solution(
            "pooled-fund",
            "Pool the money",
            _action("name-host", "Name the body that hosts the fund, and a deputy"),
            _action("review-shares", "Review the shares once a year"),
        ),
        _solution("one-rota", "One rota", _action("write-rota", "Write one rota for the whole team")),
        _solution("cover-pool", "A pool for cover", _action("start-pool", "Start a pool of staff who can cover both")),
        version="2",
        formerly={"shared-rota": "one-rota"},
    )


def checklist() -> str:
    """The plan as the advisor wrote it, before anybody edited it."""
    advisor = Advisor(before())
    return advisor.checklist(advisor.plan(BARRIERS, SITUATION), MADE)


def _solution(id_: str, title: str, *actions: small.Action) -> small.Solution:
    measure = small.Measure(f"{title}: done, and seen to work.", "document")
    return small.solution(
        id_, title=title, summary=f"{title}, together.", who="The boards", measure=measure, actions=actions
    )


def _action(id_: str, text: str) -> small.Action:
    return small.action(id_, text=text)
