"""Small entries and small knowledge, of which a test says only what it is about."""

from collections.abc import Iterable
from typing import Any

from integration_cli.model import (
    Action,
    Barrier,
    Category,
    Entry,
    Evidence,
    Knowledge,
    Link,
    Measure,
    Risk,
    Solution,
    Source,
)
from integration_cli.update import Page, Update

EVIDENCE = Evidence("report", "A heading", ("one", "two", "three"))


def category(id_: str, **changes: Any) -> Category:
    return Category(**{"id": id_, "title": f"Title of {id_}", "summary": f"Summary of {id_}.", **changes})


def source(id_: str, **changes: Any) -> Source:
    given = dict.fromkeys(("author", "publisher", "date", "date_basis", "completeness", "file"), "not stated")
    return Source(**{"id": id_, "title": f"Title of {id_}", "sections": (), **given, **changes})


def barrier(id_: str, links: Iterable[tuple[str, str]] = (), **changes: Any) -> Barrier:
    given = {
        "id": id_,
        "category": "money",
        "title": f"Title of {id_}",
        "summary": f"Summary of {id_}.",
        "basis": "stated",
        "question": f"Is {id_} absent?",
        "terms": (),
        "not_to_confuse": (),
        "evidence": (EVIDENCE,),
        "links": tuple(Link(to, basis) for to, basis in links),
        "signs": (f"a sign of {id_}",),
    }
    return Barrier(**{**given, **changes})


def action(id_: str, **changes: Any) -> Action:
    given = {"id": id_, "text": f"Text of {id_}", "basis": "document", "evidence": (EVIDENCE,)}
    return Action(**{**given, **changes})


def solution(id_: str, **changes: Any) -> Solution:
    given = {
        "id": id_,
        "kind": "finance",
        "title": f"Title of {id_}",
        "summary": f"Summary of {id_}.",
        "standing": "recommended",
        "who": f"who does {id_}",
        "evidence": (EVIDENCE,),
        "measure": Measure(f"Measure of {id_}", "document"),
        "actions": (action("first-step"), action("second-step")),
    }
    return Solution(**{**given, **changes})


def risk(id_: str, arises_from: Iterable[str], mitigations: Iterable[str] = (), **changes: Any) -> Risk:
    given = {
        "id": id_,
        "text": f"Because of {id_}, it may rain, so that we get wet.",
        "arises_from": tuple(arises_from),
        "sharing": "shared",
        "carried_by": f"who carries {id_}",
        "mitigations": tuple(mitigations),
        "basis": "inferred",
    }
    return Risk(**{**given, **changes})


def update(id_: str, **changes: Any) -> Update:
    given = {
        "id": id_,
        "term": f"Term of {id_}",
        "kind": "body",
        "status": "abolished",
        "since": "2022-07",
        "nations": ("England",),
        "note": f"Note of {id_}.",
        "verified": True,
        "mentioned_in": (),
        "page": Page(f"Page of {id_}."),
        "affects": (),
        "as_at": "2026-06-30",
    }
    return Update(**{**given, **changes})


def knowledge(*entries: Entry, **changes: Any) -> Knowledge:
    """Knowledge of these entries; a category `money` and a source `report` are there without being named."""
    kinds: dict[str, dict[str, Any]] = {
        kind: {} for kind in ("Category", "Barrier", "Solution", "Source", "Update", "Example", "Framework", "Risk")
    }
    for entry in (category("money"), source("report"), *entries):
        kinds[type(entry).__name__][entry.id] = entry
    return Knowledge(
        **{
            "version": "1",
            "as_at": "2026-06-30",
            "limits": (),
            "digest": "small",
            "categories": kinds["Category"],
            "barriers": kinds["Barrier"],
            "solutions": kinds["Solution"],
            "sources": kinds["Source"],
            "updates": kinds["Update"],
            "examples": kinds["Example"],
            "frameworks": kinds["Framework"],
            "risks": kinds["Risk"],
            "vocabulary": {},
            "elsewhere": {},
            "formerly": {},
            **changes,
        }
    )
